internal import PathAlgebra
internal import RiskAnalysis

/// What was asked for with a tolerance, and how precisely the run found it.
struct PrecisionSection {
  let answers: Answers

  func lines(width: Int, palette: Palette) -> [String] {
    table.lines(width: width, palette: palette)
  }

  /// Without rows where nothing was asked for.
  var table: TextTable {
    let rows = answers.precision.map { answer in
      TextTable.Row(cells: [
        EscapedText.of(answer.target.text), value(answer), PrecisionSection.outcome(answer),
      ])
    }
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "Precision asked for", alignment: .left, wrapsAt: 48),
        TextTable.Column(title: "value ± 95 %"),
        TextTable.Column(title: "", alignment: .left),
      ], rows: rows)
  }

  private func value(_ answer: PrecisionAnswer) -> String {
    guard let estimate = answer.estimate, estimate.interval != nil else { return NumberText.none }
    let style = ValueText(
      style: answer.quantity.style, magnitude: estimate.value.magnitude, context: answers.context)
    guard style.style != .quarter, estimate.value.isFinite, let error = answer.error else {
      return style.quantile(estimate)
    }
    // The farther end counts, so that is what is shown.
    let even = Estimate(
      estimate.value,
      interval: .init(low: estimate.value - error, high: estimate.value + error))
    let text = SupportedDigits.textWithError(even, scale: style.scale, exact: style.most)
    return style.scale == 100 ? "\(text) %".unbroken : text.unbroken
  }

  private static func outcome(_ answer: PrecisionAnswer) -> String {
    if answer.isMet { return "reached" }
    if answer.isImpossible { return "not reached: some trials have no number" }
    guard let needed = answer.trialsNeeded else { return "not reached" }
    let about = SupportedDigits.twoDigits(needed)
    return "not reached: needs about \(about) trials".unbroken
  }
}
