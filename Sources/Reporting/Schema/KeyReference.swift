internal import CapexModel
internal import ScenarioFiles

/// Every key of a scenario file as tables of Markdown, from the catalogue that the reader follows.
///
/// Held by `KeyReferenceTests`, which also compares it with `docs/scenarios.md`.
public struct KeyReference: Sendable {
  public init() {}

  public var text: String { sections.map(section).joined(separator: "\n") }

  /// In the order of the catalogue; keys that stand alone at the top come first, together.
  private var sections: [(name: String, keys: [AssumptionKey])] {
    var sections: [(name: String, keys: [AssumptionKey])] = []
    for key in Catalogue.keys {
      let name = key.path.contains(".") ? String(key.path.prefix { $0 != "." }) : ""
      if let place = sections.firstIndex(where: { $0.name == name }) {
        sections[place].keys.append(key)
      } else {
        sections.append((name, [key]))
      }
    }
    return sections.filter { $0.name.isEmpty } + sections.filter { !$0.name.isEmpty }
  }

  private func section(_ name: String, _ keys: [AssumptionKey]) -> String {
    let head = name.isEmpty ? "### At the top" : "### `\(name)`"
    let rows = keys.map { key in
      [
        "`\(key.path)`", key.kind.form, KeyReference.need(key), key.meaning,
      ].map(KeyReference.cell).joined(separator: " | ")
    }
    return "\(head)\n\n| key | takes | given | meaning |\n|---|---|---|---|\n"
      + rows.map { "| \($0) |\n" }.joined()
  }

  private static func need(_ key: AssumptionKey) -> String {
    let need =
      switch key.need {
      case .required: "needed"
      case .optional: "may be left out"
      case .standard(let content): "`\(standard(content, of: key))` when not given"
      }
    guard let condition = key.condition else { return need }
    let values = condition.values.map { "`\($0)`" }.joined(separator: " or ")
    return "\(need); only with `\(condition.path)` \(values)"
  }

  private static func standard(_ content: AssumptionContent, of key: AssumptionKey) -> String {
    let measure = AssumptionMeasure(key.kind, currency: "CNY")
    return CanonicalText.text(content) { measure?.text($0) ?? NumberText.short($0, most: 12) }
  }

  /// A bar would end the cell.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
