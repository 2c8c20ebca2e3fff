internal import RiskAnalysis

/// Warnings in sentences, with the names that the tables use.
struct WarningSection {
  let answers: Answers

  func lines(width: Int, palette: Palette) -> [String] {
    sentences.flatMap {
      Paragraph.lines("warning: " + $0, width: width, hanging: "  ").map { palette($0, .warning) }
    }
  }

  /// Those that concern the page.
  var sentences: [String] {
    let label = QuantityLabel(context: answers.context)
    let shown = Set((DistributionSection(answers: answers).shown + answers.metrics).map(\.name))
    let name = { (code: String) in
      answers.quantity(code).map { label.row($0.quantity) } ?? EscapedText.of(code)
    }
    return answers.warnings.filter { WarningSection.concerns($0, shown: shown) }.map {
      WarningSection.sentence($0, name: name, context: answers.context)
    }
  }

  /// The interval of a mean matters where the page has that mean.
  private static func concerns(_ warning: Warning, shown: Set<String>) -> Bool {
    switch warning {
    case .skewed(let quantity, _, _, _): shown.contains(quantity)
    case .momentsOverflow(let quantity, nil), .momentsUnderflow(let quantity, nil):
      shown.contains(quantity)
    // The page has percentiles by quarter, and no means.
    case .skewedQuarters, .momentsOverflow, .momentsUnderflow: false
    case .undefined, .infinite, .tooFewTrials: true
    }
  }

  /// - Parameter name: what a quantity of that code name is called, safe to show.
  static func sentence(
    _ warning: Warning, name: (String) -> String, context: ReportContext
  ) -> String {
    switch warning {
    case .undefined(let quantity, let count, let all, let first):
      return "\(name(quantity)) is undefined in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values\(place(first, context))."
    case .infinite(let quantity, let count, let all, let first):
      return "\(name(quantity)) is infinite in \(NumberText.whole(count)) of "
        + "\(NumberText.whole(all)) values, so it has no mean\(place(first, context))."
    case .skewed(let quantity, let skewness, let trials, let needed):
      return
        "\(name(quantity)) has a skewness of \(NumberText.fixed(skewness, decimals: 1))"
        + ": the interval of its mean needs \(NumberText.whole(needed)) trials, not "
        + "\(NumberText.whole(trials))."
    case .skewedQuarters(
      let quantity, let count, let all, let worst, let skewness, let trials, let needed):
      return "the interval of the mean of \(name(quantity)) is not to be trusted in "
        + "\(NumberText.whole(count)) of \(NumberText.whole(all)) quarters; the worst is "
        + "\(context.calendar(worst)), with a skewness of "
        + "\(NumberText.fixed(skewness, decimals: 1)): it needs \(NumberText.whole(needed)) "
        + "trials, not \(NumberText.whole(trials))."
    case .momentsOverflow(let quantity, let t):
      let quarter = t.map { " in \(context.calendar($0))" } ?? ""
      return "\(name(quantity)) is so spread out\(quarter) that the error of its mean is unknown."
    case .momentsUnderflow(let quantity, let t):
      let quarter = t.map { " in \(context.calendar($0))" } ?? ""
      return
        "the values of \(name(quantity))\(quarter) lie so near to each other that the error of "
        + "their mean is unknown; choose a smaller unit."
    case .tooFewTrials(let percentile, let trials, let needed):
      return "\(percentile.name) needs at least \(NumberText.whole(needed)) trials for its "
        + "interval, not \(NumberText.whole(trials)); it is left out."
    }
  }

  private static func place(_ first: Warning.FirstTrial?, _ context: ReportContext) -> String {
    guard let first else { return "" }
    let quarter = first.t.map { " in \(context.calendar($0))" } ?? ""
    return "; the first is trial \(NumberText.whole(first.trial))\(quarter)"
  }

  /// What kind of warning it is, in one word, for files.
  static func kind(_ warning: Warning) -> String {
    switch warning {
    case .undefined: "undefined"
    case .infinite: "infinite"
    case .skewed, .skewedQuarters: "skewed"
    case .momentsOverflow: "momentsOverflow"
    case .momentsUnderflow: "momentsUnderflow"
    case .tooFewTrials: "tooFewTrials"
    }
  }
}
