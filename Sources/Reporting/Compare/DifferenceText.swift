internal import RiskAnalysis

/// A paired difference as people read it.
enum DifferenceText {
  /// `+12.34 ± 0.05`; `noise ± 0.4` where it may be nothing; `same` where no trial differs.
  static func cell(_ difference: PairedDifference?, scale: Double) -> String {
    guard let difference else { return NumberText.none }
    switch difference.verdict {
    case .same: return "same"
    case .noise: return "noise ± \(half(difference, scale))"
    case .real: return (difference.value > 0 ? "+" : "-") + magnitude(difference, scale: scale)
    }
  }

  /// `12.34 ± 0.05`, whichever way a real difference goes.
  static func magnitude(_ difference: PairedDifference, scale: Double) -> String {
    SupportedDigits.realText(
      Estimate(
        difference.value.magnitude,
        interval: difference.value < 0
          ? Estimate.Interval(low: -difference.interval.high, high: -difference.interval.low)
          : difference.interval), scale: scale)
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
