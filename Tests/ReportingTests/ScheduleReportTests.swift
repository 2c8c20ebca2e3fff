import Foundation
@testable import Reporting
import SyntheticResults
import Testing

@Suite struct ScheduleReportTests {
  @Test(arguments: [60, 100])
  func golden(width: Int) throws {
    let text = ScheduleReport(SyntheticSchedule.rows(), width: width, palette: .plain).text
    try Golden.expect(text, "schedule-\(width).txt")
    for line in RunReportTests.lines(text) { #expect(DisplayWidth.of(line) <= width, "\(line)") }
  }

  @Test func withoutACloudBusiness() throws {
    let text = ScheduleReport(
      SyntheticSchedule.rows(hasCloud: false), width: 80, palette: .plain
    ).text
    #expect(!text.contains("revenue") && text.contains("380,000 CNY mn in 12 quarters"))
  }

  @Test func filesHoldTheSameSchedule() throws {
    let files = ScheduleFiles(SyntheticSchedule.rows())
    let rows = files.csv.split(separator: "\n").dropFirst().map { $0.split(separator: ",") }
    #expect(rows.compactMap { Int($0[2]) }.reduce(0, +) == 380_000)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(files.json.utf8)) as? [String: Any])
    #expect(json["totalMillions"] as? Int == 380_000)
    #expect((json["quarters"] as? [[String: Any]])?.count == 12)
  }
}
