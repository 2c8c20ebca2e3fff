import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct ScheduleRowsTests {
  @Test func sumsAreExact() {
    let rows = SyntheticSchedule.rows()
    #expect(rows.total == 380_000)
    #expect(rows.years.map(\.capex) == [126_668, 126_668, 126_664])
    #expect(rows.rows.last?.cumulative == 380_000)
  }

  @Test func ratiosAreOfBillions() throws {
    let row = try #require(SyntheticSchedule.rows().rows.first)
    let expected = 31.667 / 31.742
    #expect(row.toReported == expected, "expected \(expected), got \(row.toReported ?? .nan)")
    #expect(SyntheticSchedule.rows(hasCloud: false).rows.allSatisfy { $0.toExpected == nil })
  }
}
