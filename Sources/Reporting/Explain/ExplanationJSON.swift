internal import PathAlgebra

/// The equations of a scenario as one JSON object: `scenario`, `quantities`, `inputs`.
public struct ExplanationJSON: Sendable {
  let explanation: ScenarioExplanation

  public init(_ explanation: ScenarioExplanation) { self.explanation = explanation }

  public var text: String {
    JSONValue.object([
      ("scenario", .text(explanation.scenario)),
      ("quantities", .array(explanation.quantities.map(quantity))),
      ("inputs", .array(explanation.inputs.map(input))),
    ]).written() + "\n"
  }

  private func quantity(_ item: Explanation) -> JSONValue {
    let quantity = item.quantity
    return .object([
      ("name", .text(quantity.name)), ("meaning", .text(quantity.meaning)),
      ("formula", .text(ScenarioExplanation.line(item.formula))),
      ("unit", .text(quantity.unit.description)),
      ("by", .text(quantity.isByQuarter ? "quarter" : "trial")),
      ("firstQuarter", .whole(quantity.firstQuarter)),
      ("reported", .boolean(item.isReported)),
      ("uses", names(item.uses)), ("usedBy", names(item.usedBy)),
      (
        "drivers",
        .array(
          item.drivers.map {
            .object([
              ("name", .text($0.name)), ("by", .text($0.isByQuarter ? "quarter" : "trial")),
            ])
          })
      ),
    ])
  }

  private func input(_ input: ScenarioExplanation.Input) -> JSONValue {
    .object([
      ("name", .text(input.name)), ("unit", .text(input.unit.description)),
      ("value", .text(input.value)), ("path", .text(input.path)), ("source", .text(input.source)),
      ("note", .text(input.note)), ("usedBy", names(input.usedBy)),
    ])
  }

  private func names(_ names: [String]) -> JSONValue { .array(names.map { .text($0) }) }
}
