internal import RiskAnalysis

/// A paired difference as people read it.
enum DifferenceText {
  /// `+12.34 ± 0.05`; `noise ± 0.4` where it may be nothing; `same` where no trial differs.
  static func cell(_ difference: PairedDifference?, scale: Double) -> String {
    guard let difference else { return NumberText.none }
    switch difference.verdict {
    case .same: return "same"
    case .noise: return "noise ± \(half(difference, scale))"
    case .real:
      let text = SupportedDigits.textWithError(
        Estimate(difference.value, interval: difference.interval), scale: scale,
        exact: NumberText.most)
      return difference.value > 0 ? "+\(text)" : text
    }
  }

  /// Half the interval, with one digit.
  private static func half(_ difference: PairedDifference, _ scale: Double) -> String {
    let half = (difference.interval.high - difference.interval.low) / 2 * scale
    let place = DecimalNumber(half)?.leadingPlace ?? 0
    return NumberText.fixed(half, decimals: -place)
  }

  /// `12,000,000`: the trials that would settle what is noise; empty where nothing is open.
  static func trialsToSettle(_ differences: [PairedDifference?]) -> String {
    let open = differences.compactMap { $0?.trialsToSettle }
    guard let most = open.max() else { return "" }
    return most < 1e12 ? SupportedDigits.twoDigits(Int(most.rounded(.up))) : "beyond reach"
  }
}
