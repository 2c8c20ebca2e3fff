internal import NumericalMethods
public import CapexModel
public import PathAlgebra

/// Reads `--until`: `<statistic> <quantity> [<quarter>] within <tolerance>`, several with commas.
///
/// The statistic is P0.1 to P99.9, mean or probability; a quarter is `2026Q3` or `FY2027Q1`, and
/// `capex FY2027` is the quantity `capex.FY2027`. Held by `PrecisionReaderTests`.
public struct PrecisionReader {
  private static let flag = "--until "
  private let scenario: Scenario
  private let quantities: [Quantity]
  private let name: String
  private let names: [String]
  private var problems = ProblemCollector()

  /// - Parameters:
  ///   - flags: what followed each `--until`.
  ///   - quantities: of the program that will run.
  ///   - name: of the scenario; `peers/amazon: P50 totalCapex within 1bn USD` is for it alone.
  ///   - names: of all scenarios in the run.
  /// - Returns: the targets in the order given, or every mistake.
  public static func read(
    _ flags: [String], quantities: [Quantity], of scenario: Scenario, named name: String = "",
    among names: [String] = []
  ) -> Result<[PrecisionTarget], ScenarioFailure> {
    var reader = PrecisionReader(
      scenario: scenario, quantities: quantities, name: name, names: names)
    var targets: [PrecisionTarget] = []
    for (index, flag) in flags.enumerated() {
      let typed = PrecisionReader.flag + flag
      let source = SourceText(origin: .flag(typed), text: typed, order: index)
      reader.read(source, targets: &targets)
    }
    return reader.problems.errors.isEmpty
      ? .success(targets) : .failure(ScenarioFailure(reader.problems.errors, exitCode: .invalid))
  }

  private init(scenario: Scenario, quantities: [Quantity], name: String, names: [String]) {
    self.scenario = scenario
    self.quantities = quantities
    self.name = name
    self.names = names
  }

  private mutating func read(_ source: SourceText, targets: inout [PrecisionTarget]) {
    let line = source.line(1)
    let length = PrecisionReader.flag.count
    if let column = line.firstIndex(where: TextDecoding.isForbidden) {
      let problem = TextProblem.forbiddenCharacter(line[column].value)
      problems.report(.text(problem), at: source.span(line: 1, column: column + 1))
      return
    }
    if source.lines.count > 1 {
      problems.report(
        .text(.forbiddenCharacter(0x0A)), at: source.span(line: 1, column: max(1, line.count)))
      return
    }
    let whole = Fragment(
      scalars: line[min(length, line.count)...],
      start: source.span(line: 1, column: length + 1), isExact: true)
    for part in PrecisionReader.parts(of: whole) {
      do throws(Rejection) {
        guard let own = try self.own(part) else { continue }
        let target = try self.target(own)
        if targets.contains(where: { $0.subject == target.subject }) {
          throw part.rejected(.precision(.askedTwice(subject: target.subject)))
        }
        targets.append(target)
      } catch {
        problems.report(error)
      }
    }
  }

  /// The conditions between commas; a comma before a digit is left to the reader of numbers, which
  /// knows decimal commas.
  private static func parts(of whole: Fragment) -> [Fragment] {
    var parts: [Fragment] = []
    var start = whole.scalars.startIndex
    for index in whole.scalars.indices where whole.scalars[index] == "," {
      let next = whole.scalars[(index + 1)...].first
      if let next, ("0"..."9").contains(next) { continue }
      parts.append(whole.part(start..<index).trimmed)
      start = index + 1
    }
    parts.append(whole.part(start..<whole.scalars.endIndex).trimmed)
    return parts
  }

  /// Without the scenario's name and its colon; nil for a condition of another scenario.
  private func own(_ part: Fragment) throws(Rejection) -> Fragment? {
    guard let first = part.words.first, first.text.hasSuffix(":") else { return part }
    let called = String(first.text.dropLast())
    guard names.contains(called) else {
      throw first.rejected(
        .precision(
          .unknownScenario(
            name: called, nearest: Spelling.nearest(to: called, among: names), known: names)))
    }
    guard called == name else { return nil }
    return part.part(first.scalars.endIndex..<part.scalars.endIndex).trimmed
  }

  private func target(_ part: Fragment) throws(Rejection) -> PrecisionTarget {
    if part.isEmpty { throw part.rejected(.precision(.empty)) }
    let words = part.words
    guard let within = words.firstIndex(where: { $0.text == "within" }) else {
      throw part.rejected(.precision(.noWithin))
    }
    let statistic = try self.statistic(within > 0 ? words[0] : part)
    guard within > 1 else {
      throw part.rejected(.precision(.noQuantity(statistic: words[0].text)))
    }
    let place = try PrecisionPlace(
      name: words[1], period: within > 2 ? words[2] : nil, quantities: quantities,
      scenario: scenario)
    if within > 3 { throw words[3].rejected(.precision(.unexpected(text: words[3].text))) }
    try check(statistic, of: place.quantity, at: words[0])
    let subject = words[..<within].map(\.text).joined(separator: " ")
    guard within + 1 < words.count else {
      throw part.rejected(.precision(.noTolerance(subject: subject)))
    }
    let text = part.part(words[within + 1].scalars.startIndex..<part.scalars.endIndex)
    return PrecisionTarget(
      statistic, quantity: place.index, period: place.position,
      within: try ToleranceReader(quantity: place.quantity).read(text), subject: subject,
      toleranceText: words[(within + 1)...].map(\.text).joined(separator: " "))
  }

  private func statistic(_ word: Fragment) throws(Rejection) -> PrecisionTarget.Statistic {
    let text = word.text
    if text == "mean" { return .mean }
    if text == "probability" { return .probability }
    let digits = text.dropFirst()
    let isNumber = !digits.isEmpty && digits.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    if let first = text.first, "Pp".contains(first), isNumber {
      guard first == "P" else {
        throw word.rejected(.precision(.unknownStatistic(text: text, nearest: "P\(digits)")))
      }
      let fragment = word.part((word.scalars.startIndex + 1)..<word.scalars.endIndex)
      let number = try DecimalNumber(
        startOf: fragment, accepted: .number(.plain, within: .any, varying: []))
      let share = try number.value(shift: -2, in: fragment)
      guard share >= 0.001, share <= 0.999 else {
        throw word.rejected(.precision(.percentileOutside(text: text)))
      }
      return .quantile(share)
    }
    let nearest =
      text == "median" ? "P50" : Spelling.nearest(to: text, among: ["mean", "probability"])
    throw word.rejected(.precision(.unknownStatistic(text: text, nearest: nearest)))
  }

  private func check(
    _ statistic: PrecisionTarget.Statistic, of quantity: Quantity, at word: Fragment
  ) throws(Rejection) {
    func wrong(_ kind: PrecisionProblem.QuantityKind, _ mend: String) -> Rejection {
      word.rejected(
        .precision(
          .wrongStatistic(text: word.text, quantity: quantity.name, kind: kind, mend: mend)))
    }
    switch (statistic, quantity.style) {
    case (.probability, .condition): return
    case (_, .condition): throw wrong(.condition, "probability")
    case (.probability, .quarter): throw wrong(.quarter, "a percentile such as P50")
    case (.probability, _): throw wrong(.number, "mean, or a percentile such as P50")
    case (.mean, .quarter): throw wrong(.quarter, "a percentile such as P50")
    default: return
    }
  }
}

extension Fragment {
  /// Parts between spaces.
  fileprivate var words: [Fragment] {
    var words: [Fragment] = []
    var index = scalars.startIndex
    while index < scalars.endIndex {
      if scalars[index] == " " || scalars[index] == "\t" {
        index += 1
        continue
      }
      let start = index
      while index < scalars.endIndex, scalars[index] != " ", scalars[index] != "\t" { index += 1 }
      words.append(part(start..<index))
    }
    return words
  }
}
