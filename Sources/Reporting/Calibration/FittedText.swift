internal import RiskAnalysis

/// Fitted numbers in four significant digits.
enum FittedText {
  static let digits = 4

  /// How many decimals show four digits.
  static func decimals(_ x: Double) -> Int {
    guard let place = DecimalNumber(x)?.leadingPlace else { return digits - 1 }
    return min(12, max(0, digits - 1 - place))
  }

  /// Without commas, as files take it.
  static func plain(_ x: Double) -> String {
    NumberText.fixed(x, decimals: decimals(x)).replacing(",", with: "")
  }

  static func scale(_ measure: FittedParameter.Measure) -> Double {
    measure == .fraction ? 100 : 1
  }

  /// With a comma before it; nothing for a plain number.
  static func unit(_ measure: FittedParameter.Measure, of target: CalibrationTarget) -> String {
    switch measure {
    case .fraction: ", %"
    case .perYear: ", a year"
    case .plain: ""
    case .exchangeRate:
      ", \(target.name.dropFirst(3).uppercased()) per \(target.name.prefix(3).uppercased())"
    }
  }

  /// `0% to 1.2%`: the ends of a parameter's interval.
  static func interval(_ parameter: FittedParameter) -> String {
    "\(value(parameter.low, parameter.measure)) to \(value(parameter.high, parameter.measure))"
  }

  /// In the words of a scenario: `4.216%`, `7.006`.
  static func value(_ x: Double, _ measure: FittedParameter.Measure) -> String {
    plain(x * scale(measure)) + (measure == .fraction ? "%" : "")
  }
}
