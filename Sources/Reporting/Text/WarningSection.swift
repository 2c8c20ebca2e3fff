internal import RiskAnalysis

/// Warnings in sentences, with the names that the tables use.
struct WarningSection {
  let answers: Answers

  func lines(width: Int, palette: Palette) -> [String] {
    let label = QuantityLabel(context: answers.context)
    let shown = Set(DistributionSection(answers: answers).shown.map(\.name))
    let name = { (code: String) in
      answers.quantity(code).map { label.row($0.quantity) } ?? EscapedText.of(code)
    }
    return answers.warnings.filter { WarningSection.concerns($0, shown: shown) }.flatMap {
      Paragraph.lines(
        "warning: " + WarningSection.sentence($0, name: name), width: width, hanging: "  "
      ).map { palette($0, .warning) }
    }
  }

  /// The interval of a mean matters where the page has that mean.
  private static func concerns(_ warning: Warning, shown: Set<String>) -> Bool {
    if case .skewed(let quantity, _, _, _) = warning { return shown.contains(quantity) }
    return true
  }

  /// - Parameter name: what a quantity of that code name is called, safe to show.
  static func sentence(_ warning: Warning, name: (String) -> String) -> String {
    switch warning {
    case .undefined(let quantity, let count, let all, let first):
      let place = first.map { "; the first is trial \(NumberText.whole($0))" } ?? ""
      return "\(name(quantity)) is undefined in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values\(place)."
    case .infinite(let quantity, let count, let all):
      return "\(name(quantity)) is infinite in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values, so it has no mean."
    case .skewed(let quantity, let skewness, let trials, let needed):
      return
        "\(name(quantity)) has a skewness of \(NumberText.fixed(skewness, decimals: 1))"
        + ": the interval of its mean needs \(NumberText.whole(needed)) trials, not "
        + "\(NumberText.whole(trials))."
    case .tooFewTrials(let percentile, let trials, let needed):
      return "\(percentile.name) needs at least \(NumberText.whole(needed)) trials for its "
        + "interval, not \(NumberText.whole(trials)); it is left out."
    }
  }
}
