internal import CapexModel

/// A line that gives a key a plausible value, for the help of a missing key.
enum KeyExample {
  static func text(for key: AssumptionKey, at path: String) -> String {
    let name = path.split(separator: ".").last.map(String.init) ?? path
    return "\(name): \(value(key, name))"
  }

  private static func value(_ key: AssumptionKey, _ name: String) -> String {
    switch key.kind {
    case .number(let measure, _, _): value(measure, name)
    case .integer(let range): "\(min(12, range.upperBound))"
    case .choice(let options): options.first ?? ""
    case .quarter: "2025Q2"
    case .date: "2025-02-24"
    case .text: "A name for the scenario"
    case .numbers(let count, let measure, _):
      "[" + Array(repeating: value(measure, name), count: count).joined(separator: ", ") + "]"
    case .profile: "flat"
    case .dependence: "[[fx.usdcny, cloud.growth, -0.2]]"
    case .names: "[capex, cloudRevenue]"
    case .history, .rates: "rates.csv"
    case .actuals: "actuals.csv"
    case .formula: "\"sum(capex, over: plan)\""
    case .unit: "CNY bn"
    }
  }

  private static func value(_ measure: AssumptionKey.Measure, _ name: String) -> String {
    switch measure {
    case .money: "380bn CNY"
    case .exchangeRate: "7.2476"
    case .fraction: fractions[name] ?? "20%"
    case .growth: "18%"
    case .perYear: "0.5"
    case .years: "5"
    case .quarters: "2"
    case .people: "100m"
    case .plain: plain[name] ?? "1"
    case .named: "0.4"
    }
  }

  private static let fractions = [
    "volatility": "4.1%", "mean": "1%", "deviation": "4%", "leave": "3%", "retirement": "3%",
  ]

  private static let plain = ["degreesOfFreedom": "5", "revenuePerYuan": "0.3"]
}
