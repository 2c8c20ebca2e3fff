extension ObservationProblem {
  var wording: ProblemWording {
    switch self {
    case .twice(let item, let period, let before):
      ProblemWording(
        "\(Wording.quoted(item)) of \(Wording.quoted(period)) stands in \(before) already",
        help: "keep one of the two rows, the revised one if it was revised")
    case .notPositive(let item, let text):
      ProblemWording(
        "\(Wording.quoted(item)) is \(Wording.quoted(text)), but must be above 0",
        help: "correct it, or remove the row")
    case .otherUnit(let item, let found, let forecast):
      ProblemWording(
        "\(Wording.quoted(item)) is in \(found.isEmpty ? "no unit" : Wording.quoted(found)), but "
          + "the forecast is in \(forecast.isEmpty ? "no unit" : Wording.quoted(forecast))",
        help: "give figures of the same company, in the forecast's currency: mn CNY, bn CNY, "
          + "CNY per USD, % or nothing")
    case .nearlyKnown(let item, let known):
      ProblemWording(
        "there is no item \"\(Wording.quoted(item))\"", help: "did you mean \(known)?")
    case .noneForetold(let wanted, let items):
      ProblemWording(
        "no row of these tables is one that was foretold: \(wanted)",
        help: "items here: \(Self.list(items)); known are \(Self.known), and names of quantities")
    case .noItem(let item, let items):
      ProblemWording(
        "no row has the item \(Wording.quoted(item))",
        help: "items here: \(Self.list(items)); choose one with --item")
    }
  }

  private static let known =
    "capital expenditure, cloud revenue, group revenue, pairs such as USD/CNY"

  private static func list(_ items: [String]) -> String {
    items.isEmpty
      ? "none"
      : items.prefix(8).map { Wording.quoted($0) }.joined(separator: ", ")
        + (items.count > 8 ? " and \(items.count - 8) more" : "")
  }
}
