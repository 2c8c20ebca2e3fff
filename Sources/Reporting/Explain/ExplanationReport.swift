internal import PathAlgebra

/// The equations of a scenario as text.
public struct ExplanationReport: Sendable {
  let explanation: ScenarioExplanation
  let width: Int
  let palette: Palette

  public init(_ explanation: ScenarioExplanation, width: Int?, palette: Palette) {
    self.explanation = explanation
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    let title = "Equations of \(EscapedText.of(explanation.scenario))"
    var sections = [Paragraph.lines(title, width: width).map { palette($0, .title) }]
    sections += explanation.quantities.map(lines)
    if !explanation.inputs.isEmpty {
      sections.append([palette("What goes into them", .title)])
      sections += explanation.inputs.map(lines)
    }
    return ReportWidth.joined(sections)
  }

  private func lines(_ item: Explanation) -> [String] {
    let quantity = item.quantity
    let unit = quantity.style == .percentage ? "%" : quantity.unit.description
    let facts = [unit, explanation.shape(quantity), ExplanationReport.role(item)].filter {
      !$0.isEmpty
    }
    let head = "\(quantity.name): \(facts.joined(separator: ", "))"
    var lines = Paragraph.lines(head, width: width, hanging: "    ").map { palette($0, .title) }
    lines += part("", EscapedText.whole(quantity.meaning))
    lines += part("= ", EscapedText.whole(ScenarioExplanation.line(item.formula)))
    let drivers = item.drivers.map { $0.name + ($0.isByQuarter ? "" : " (once)") }
    lines += part("drivers: ", drivers.joined(separator: ", "))
    lines += part("used by: ", item.usedBy.joined(separator: ", "))
    return lines
  }

  private static func role(_ item: Explanation) -> String {
    switch item.quantity.role {
    case .metric: "own metric"
    case .helper: item.isReported ? "own quantity" : "own driver"
    case .model: item.isReported ? "" : "step"
    }
  }

  private func lines(_ input: ScenarioExplanation.Input) -> [String] {
    let unit = input.unit.description
    let head = "\(input.name) = \(EscapedText.of(input.value))" + (unit.isEmpty ? "" : ", \(unit)")
    let source = input.source ?? (input.path == nil ? "computed from other keys" : "no source")
    return Paragraph.lines(head, width: width, hanging: "    ")
      + part("source: ", EscapedText.of(source)) + part("note: ", EscapedText.of(input.note ?? ""))
      + part("used by: ", input.usedBy.joined(separator: ", "))
  }

  private func part(_ label: String, _ text: String) -> [String] {
    text.isEmpty
      ? [] : Paragraph.lines(label + text, width: width, indent: "  ", hanging: "    ")
  }
}
