internal import CapexModel

/// A path over time: `{ 2025: 18%, 2027: 25%, 2030Q1: 12% }`. A year alone stands for its first
/// quarter. Knots ascend.
struct PathReader {
  let quantity: QuantityReader

  func read(
    _ entries: [SourceEntry], at span: SourceSpan
  ) throws(Rejection) -> [AssumptionContent.Knot] {
    var last: (quarter: Quarter, text: String)?
    let knots = try Rejection.gather(entries) { (entry) throws(Rejection) in
      let text = entry.key.text
      guard let quarter = quarter(text) else {
        throw entry.key.rejected(.value(.notAQuarter(text: text)))
      }
      if let last, quarter <= last.quarter {
        throw entry.key.rejected(.value(.knotNotAscending(text, after: last.text)))
      }
      last = (quarter, text)
      guard case .scalar(let fragment, _) = entry.value else {
        throw Rejection(
          .value(.notOneValue(accepted: .number(quantity.measure, within: .any, varying: []))),
          at: entry.value.span)
      }
      return AssumptionContent.Knot(quarter: quarter, value: try quantity.read(fragment))
    }
    if knots.isEmpty { throw Rejection(.value(.emptyPath), at: span) }
    return knots
  }

  private func quarter(_ text: String) -> Quarter? {
    let isYear =
      text.utf8.count == 4 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return Quarter(isYear ? text + "Q1" : text, fiscalYearEnd: quantity.context.fiscalYearEnd)
  }
}
