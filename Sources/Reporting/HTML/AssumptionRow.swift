public import CapexModel
internal import RiskAnalysis

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
  /// The value, where it is one number.
  var number: Number?
  /// Of a table: its file, how many rows, and from when to when; nil for a plain value.
  var table: String?

  /// A number with what is needed to show it.
  struct Number: Sendable, Equatable {
    let value: Double
    var isPercentage = false
    var unit = ""
  }

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
          source: assumptions[path]?.source, note: assumptions[path]?.note,
          number: number(assumptions[path]?.content, measure),
          table: assumptions[path].flatMap { AssumptionRow.table($0.content) })
      )
    }
    return rows.sorted { ($0.place, $0.row.path) < ($1.place, $1.row.path) }.map(\.row)
  }

  /// What a reader sees: the value, or what kind of table it is.
  var shown: String { table ?? value }

  private static func table(_ content: AssumptionContent) -> String? {
    func text(_ file: String, _ periods: [String]) -> String {
      let span = [periods.first, periods.last].compactMap { $0 }.joined(separator: " – ")
      return "\(file), \(NumberText.whole(periods.count)) rows, \(span)"
    }
    switch content {
    case .actuals(let table): return text(table.file, table.rows.map(\.quarter.description))
    case .rates(let table): return text(table.file, table.rows.map(\.period))
    case .history(let file, let values):
      return "\(file), \(NumberText.whole(values.count)) quarters"
    default: return nil
    }
  }

  private static func number(
    _ content: AssumptionContent?, _ measure: AssumptionMeasure?
  ) -> Number? {
    switch content {
    case .number(let value)?: measure.map { $0.number(value) } ?? Number(value: value)
    case .integer(let value)?: Number(value: Double(value))
    default: nil
    }
  }

  /// Where the value comes from, in words.
  func origin(_ overrides: [ReportContext.Override]) -> String {
    let change = overrides.first { $0.path == path }.map { change in
      "not from the file" + (change.fileValue.map { ", which says \(EscapedText.of($0))" } ?? "")
    }
    return change ?? source.map { EscapedText.of($0) } ?? "not given"
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
    case .fraction, .growth: "\(number(x * 100, most: 8))%"
    case .money: "\(number(x, most: 9))bn \(currency)"
    case .people: "\(number(x, most: 9))m"
    case .exchangeRate, .perYear, .years, .quarters, .plain, .named: number(x, most: 12)
    }
  }

  func number(_ x: Double) -> AssumptionRow.Number {
    let isPercentage = measure == .fraction || measure == .growth
    return AssumptionRow.Number(value: x, isPercentage: isPercentage, unit: unit)
  }

  /// Commas between thousands are told apart from those of a list until that has its spaces.
  private func number(_ x: Double, most: Int) -> String {
    String(NumberText.short(x, most: most).map { $0 == "," ? AssumptionMeasure.thousands : $0 })
  }

  private static let thousands: Character = "\u{1}"

  private var unit: String {
    switch measure {
    case .money: "\(EscapedText.of(currency)) bn"
    case .people: "m"
    default: String(suffix.trimmingPrefix(" "))
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
    text.map { character in
      switch character {
      case ",", ";", ":": "\(character) "
      case thousands: ","
      default: String(character)
      }
    }.joined()
  }
}
