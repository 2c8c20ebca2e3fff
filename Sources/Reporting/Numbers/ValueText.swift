internal import PathAlgebra
internal import RiskAnalysis

/// A value of a quantity as text, by the quantity's style.
struct ValueText {
  let style: ValueStyle
  /// The greatest magnitude that stands beside it: larger numbers show fewer decimals.
  let magnitude: Double
  let context: ReportContext

  var scale: Double { style == .percentage || style == .condition ? 100 : 1 }

  /// The most decimals that a reader wants, whatever the error supports.
  var most: Int {
    switch style {
    case .amount: magnitude >= 10 ? 1 : magnitude >= 1 ? 2 : small ?? 3
    case .ratio: small ?? 2
    case .percentage, .condition: 1
    case .exchangeRate: magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : 3
    case .count, .quarter: 0
    }
  }

  /// Three digits of numbers below a tenth, in the unit that their author chose.
  private var small: Int? {
    guard magnitude > 0, magnitude < 0.1, let place = DecimalNumber(magnitude)?.leadingPlace else {
      return nil
    }
    return min(12, 2 - place)
  }

  /// A quantile: a number, or the quarter it stands for.
  func quantile(_ estimate: Estimate?) -> String {
    guard let estimate, estimate.interval != nil else { return NumberText.none }
    switch style {
    case .quarter: return ValueText.quarter(estimate.value, context: context)
    case .count:
      return estimate.value == .infinity
        ? ValueText.later : NumberText.fixed(estimate.value, decimals: 0)
    default: return SupportedDigits.text(estimate, most: most, scale: scale)
    }
  }

  /// A number of the plan: it is exact, so a quarter of nothing is 0 and not 0.000.
  func planned(_ x: Double) -> String { x == 0 ? "0" : NumberText.fixed(x, decimals: most) }

  /// Past the horizon.
  static let later = "later"

  /// The quarter of an index t; `later` past the horizon.
  static func quarter(_ t: Double, context: ReportContext) -> String {
    guard t.isFinite, let index = Int(exactly: t.rounded()) else {
      return t == .infinity ? later : NumberText.none
    }
    return context.calendar(index).description
  }

  /// The greatest magnitude among the finite ones of `estimates`.
  static func magnitude(of estimates: [Estimate?]) -> Double {
    estimates.compactMap { $0?.value.magnitude }.filter(\.isFinite).max() ?? 0
  }
}
