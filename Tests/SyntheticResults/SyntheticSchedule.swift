import CapexModel
public import RiskAnalysis

/// The schedule of the synthetic run, with 18 % of growth a year.
public enum SyntheticSchedule {
  public static func rows(hasCloud: Bool = true) -> ScheduleRows {
    var revenue = 31.742
    let expected = (0..<12).map { _ in
      revenue *= 1.0423
      return revenue
    }
    return ScheduleRows(
      scenario: "Alibaba's 380 billion, as of 24 February 2025",
      origin: .file("scenarios/alibaba-380b.yaml"), asOf: "2025-02-24", currency: "CNY",
      start: Quarter(year: 2025, number: 2), fiscalYearEnd: 1,
      overrides: [.init(path: "plan.profile", value: "flat", fileValue: "ramp: 0.5")],
      programVersion: "0.1.0",
      millions: (0..<12).map { $0 < 8 ? 31_667 : 31_666 },
      reported: hasCloud ? .init(quarter: Quarter(year: 2024, number: 4), revenue: 31.742) : nil,
      expectedRevenue: hasCloud ? expected : nil)
  }
}
