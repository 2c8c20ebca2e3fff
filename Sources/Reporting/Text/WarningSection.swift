internal import RiskAnalysis

/// Warnings in sentences.
struct WarningSection {
  let warnings: [Warning]

  func lines(width: Int, palette: Palette) -> [String] {
    warnings.flatMap { warning in
      Paragraph.lines(
        "warning: " + WarningSection.sentence(warning), width: width, hanging: "  "
      ).map { palette($0, .warning) }
    }
  }

  static func sentence(_ warning: Warning) -> String {
    switch warning {
    case .undefined(let quantity, let count, let all, let first):
      let place = first.map { "; the first is trial \(NumberText.whole($0))" } ?? ""
      return "\(EscapedText.of(quantity)) is undefined in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values\(place)."
    case .infinite(let quantity, let count, let all):
      return "\(EscapedText.of(quantity)) is infinite in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values, so it has no mean."
    case .skewed(let quantity, let skewness, let trials, let needed):
      return
        "\(EscapedText.of(quantity)) has a skewness of \(NumberText.fixed(skewness, decimals: 1))"
        + ": the interval of its mean needs \(NumberText.whole(needed)) trials, not "
        + "\(NumberText.whole(trials))."
    case .tooFewTrials(let percentile, let trials, let needed):
      return "\(percentile.name) needs at least \(NumberText.whole(needed)) trials for its "
        + "interval, not \(NumberText.whole(trials)); it is left out."
    }
  }
}
