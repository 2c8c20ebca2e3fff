public import CapexModel

/// One assumption of a scenario as a reader wants it: what it is, its value with its unit, and
/// where it comes from.
public struct AssumptionRow: Sendable, Equatable {
  public let path: String
  /// One sentence; empty for what the catalogue does not know.
  public let meaning: String
  public let value: String
  /// A row of a seed file, `judgement`, `standard`, or nil.
  public let source: String?
  public let note: String?

  /// Every value of a scenario but its name, in the order of the catalogue. Held by
  /// `AssumptionRowTests`.
  ///
  /// - Parameters:
  ///   - currency: of amounts, `CNY` or `USD`.
  ///   - valueText: the text of a path's value, given how its numbers are written.
  public static func all(
    _ assumptions: Assumptions, currency: String,
    valueText: (String, (Double) -> String) -> String?
  ) -> [AssumptionRow] {
    let order = Catalogue.keys.map(\.path)
    let rows = assumptions.paths.filter { $0 != "name" }.map { path in
      let key = Catalogue.key(for: path)
      let measure = key.flatMap { AssumptionMeasure($0.kind, currency: currency) }
      let text = valueText(path) { measure?.text($0) ?? NumberText.short($0, most: 12) }
      let spaced = measure == nil ? text : text.map(AssumptionMeasure.spaced)
      return (
        place: key.flatMap { order.firstIndex(of: $0.path) } ?? order.count,
        row: AssumptionRow(
          path: path, meaning: key?.meaning ?? "",
          value: (spaced ?? NumberText.none) + (measure?.suffix ?? ""),
          source: assumptions[path]?.source, note: assumptions[path]?.note)
      )
    }
    return rows.sorted { ($0.place, $0.row.path) < ($1.place, $1.row.path) }.map(\.row)
  }

  /// What the path begins with: `plan`, `fx`.
  var section: String { String(path.prefix { $0 != "." }) }
}

/// How numbers of a key are written for people.
struct AssumptionMeasure {
  private let measure: AssumptionKey.Measure
  private let currency: String

  /// Nil for a key that is no number.
  init?(_ kind: AssumptionKey.Kind, currency: String) {
    switch kind {
    case .number(let measure, _, _), .numbers(_, let measure, _): self.measure = measure
    default: return nil
    }
    self.currency = currency
  }

  func text(_ x: Double) -> String {
    switch measure {
    case .fraction, .growth: "\(NumberText.short(x * 100, most: 8))%"
    case .money: "\(NumberText.short(x, most: 9))bn \(currency)"
    case .people: "\(NumberText.short(x, most: 9))m"
    case .exchangeRate, .perYear, .years, .quarters, .plain, .named:
      NumberText.short(x, most: 12)
    }
  }

  /// After the whole value.
  var suffix: String {
    switch measure {
    case .perYear: " a year"
    case .years: " years"
    case .quarters: " quarters"
    case .fraction, .growth, .money, .people, .exchangeRate, .plain, .named: ""
    }
  }

  /// Lists with a space after each comma.
  static func spaced(_ text: String) -> String {
    var spaced = ""
    let characters = Array(text)
    for (i, character) in characters.enumerated() {
      spaced.append(character)
      // Not in a number such as 1,000.
      let isInside =
        i > 0 && characters[i - 1].isNumber && i + 3 < characters.count
        && characters[i + 1].isNumber && characters[i + 2].isNumber && characters[i + 3].isNumber
        && (i + 4 >= characters.count || !characters[i + 4].isNumber)
      if character == "," && !isInside || character == ";" || character == ":" {
        spaced.append(" ")
      }
    }
    return spaced
  }
}
