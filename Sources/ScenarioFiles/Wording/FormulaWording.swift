internal import CapexModel
internal import PathAlgebra

extension FormulaError {
  /// - Parameter place: the character of the formula, where the quoted line cannot show it.
  func wording(in name: String, place: Int?) -> ProblemWording {
    let own = textWording ?? nameWording(name) ?? unitWording(name) ?? shapeWording(name)
    guard let place else { return own }
    return ProblemWording(
      own.message + ", at character \(place) of the formula `\(Wording.quoted(name))`",
      help: own.help)
  }

  /// Of the text alone.
  private var textWording: ProblemWording? {
    switch self {
    case .notAUnit("%", _):
      ProblemWording(
        "`[%]` is not a unit", help: "write the percent sign right behind the number: 20%")
    case .notAUnit(let text, _):
      ProblemWording(
        "`[\(Wording.quoted(text))]` is not a unit",
        help: "write names with / and ^, such as 20 [CNY bn] or 0.5 [CNY/kWh]")
    case .unexpected("[", _):
      ProblemWording(
        "`[` cannot stand here",
        help: "square brackets hold the unit of a number: 20 [CNY bn]; group with ( )")
    case .unexpected("over:", _):
      ProblemWording(
        "`over:` belongs to sum, mean, max, min, last, count and first",
        help: "remove it, or put what is before it into one of them")
    case .unexpected(let text, _):
      ProblemWording(
        "`\(Wording.quoted(text))` cannot stand here",
        help: FormulaError.mend(unexpected: text))
    case .strayBracket:
      ProblemWording(
        "`)` closes no bracket", help: "remove it, or open one before it with (")
    case .chainedComparison:
      ProblemWording(
        "two comparisons stand in a row", help: "write a < b and b < c instead of a < b < c")
    case .tooLarge(let text, _):
      ValueProblem.tooLarge(text: text).wording
    case .date(let day, let quarter, _):
      ProblemWording(
        "`\(day)` is a day, and formulas count in quarters",
        help: "write \(quarter); for a difference, put spaces around each -")
    case .looseUnit(let word, let number, _):
      ProblemWording(
        "`\(Wording.quoted(word))` cannot follow a number as it is",
        help: "a unit stands in square brackets: \(Wording.quoted(number)) "
          + "[\(Wording.quoted(word))]; before a quantity write a sign such as *")
    case .noCurrency(let text, _):
      ProblemWording(
        "`\(Wording.quoted(text))` has no currency",
        help: "write \(Wording.quoted(text)) CNY; another unit stands in square brackets, such as "
          + "20 [bn kWh]")
    case .unfinished:
      ProblemWording(
        "the formula ends too early",
        help: "close its brackets; inside { } or [ ] put quotes around it: \"sum(x, over: plan)\"")
    case .tooLong(let limit):
      ProblemWording(
        limit == 64
          ? "brackets are nested deeper than \(limit)"
          : "the formula is longer than \(limit) \(limit > 1000 ? "bytes" : "words and signs")",
        help: "give a part of it a name in `quantities`")
    case .tooMuchWork:
      ProblemWording(
        "the formula takes too many steps",
        help:
          "do not put cumulative and sums inside each other; name the inner ones in `quantities`")
    default: nil
    }
  }

  private static func mend(unexpected text: String) -> String {
    switch text {
    case "&", "|", "!": "write and, or, not"
    case "?": "write if(condition, x, y)"
    case ")": "write a number or a name before it, or remove what calls for one"
    case "{": "write round brackets"
    case "、", "，": "write a comma"
    case "$", "¥", "￥": "leave currencies out; they are in the units"
    case "\"", "'": "names stand without quotes"
    default: "write a number, a name, a bracket or a sign such as + here"
    }
  }

  /// Of names, functions and their arguments.
  private func nameWording(_ name: String) -> ProblemWording? {
    switch self {
    case .unknownName(let unknown, let nearest, _):
      ProblemWording(
        "there is no quantity or driver `\(Wording.quoted(unknown))`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "`capexsim explain` lists every name of the scenario")
    case .unknownFunction(let unknown, let nearest, _):
      ProblemWording(
        "there is no function `\(Wording.quoted(unknown))`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "known: \(FormulaFunction.all.map(\.name).joined(separator: ", "))")
    case .unknownDriver(let unknown, let nearest, _):
      ProblemWording(
        "there is no driver `\(Wording.quoted(unknown))`",
        help: nearest.map { "did you mean `\($0)`?" } ?? "add it below `drivers`")
    case .unknownWindow(let unknown, let known, _):
      ProblemWording(
        "`\(Wording.quoted(unknown))` is no span of quarters of this scenario",
        help: "known: \(known.joined(separator: ", "))")
    case .outsideHorizon(let quarter, _):
      ProblemWording(
        "\(quarter) is not simulated", help: "choose a quarter within the horizon")
    case .wrongArgumentCount(let function, let expected, let got, _):
      ProblemWording(
        "\(function) takes \(expected)"
          + (Int(expected) == 1 ? " argument" : " arguments") + ", but has \(got)",
        help: "write \(FormulaError.form(function))")
    case .argumentMustBeName(let function, _):
      ProblemWording(
        "\(function) takes the name of a driver or table",
        help: "write \(FormulaError.form(function))")
    case .argumentMustBeWhole(let function, _):
      ProblemWording(
        "\(function) takes a whole number of quarters, 1 or more",
        help: "write \(FormulaError.form(function))")
    case .needsWindow(let function, _):
      ProblemWording(
        "\(function) lacks the quarters that it goes over",
        help: "write \(FormulaError.form(function)), such as over: plan, over: horizon or "
          + "over: FY2027")
    case .reservedName(let word):
      ProblemWording(
        "`\(word)` is a word of the formula language", help: "choose another name")
    case .duplicateName(let taken):
      ProblemWording(
        "the name `\(taken)` is taken by the model",
        help: "choose another name; `capexsim explain` lists those of the model")
    default: nil
    }
  }

  private static func form(_ function: String) -> String {
    FormulaFunction.all.first { $0.name == function }?.form ?? function
  }

  /// Of units.
  private func unitWording(_ name: String) -> ProblemWording? {
    func unit(_ text: String) -> String { text.isEmpty ? "a pure number" : text }
    switch self {
    case .unitsDiffer(let a, let b, let operation, _):
      return ProblemWording(
        "`\(operation)` cannot join \(unit(a)) and \(unit(b))",
        help: FormulaError.conversion(a, b)
          ?? "divide or multiply by a quantity that brings them together")
    case .otherUnit(let found, let declared):
      return ProblemWording(
        "`\(Wording.quoted(name))` comes out in \(unit(found)), but `unit` says "
          + "\(unit(declared))",
        help: (declared.isEmpty ? nil : FormulaError.conversion(found, declared))
          ?? "write `unit: \(found.isEmpty ? "1" : found)`, or correct the formula")
    case .needsPureNumber(let found, let operation, _):
      return ProblemWording(
        "`\(operation)` takes a pure number, not \(found)",
        help: "divide by a quantity in \(found)")
    default: return nil
    }
  }

  /// The usual ways from one unit to another.
  private static func conversion(_ a: String, _ b: String) -> String? {
    switch Set([a, b]) {
    case ["CNY bn", "USD bn"]:
      "divide the yuan by `fx.usdcny`, or multiply the dollars by it"
    case let units where units.contains("") && a != b:
      "write the unit behind the number, such as 20 [\(a.isEmpty ? b : a)]"
        + (a.hasSuffix(" bn") || b.hasSuffix(" bn") ? ", or 20bn \((a + b).prefix(3))" : "")
    case ["CNY bn", "CNY"], ["USD bn", "USD"]:
      "amounts of the model are in billions: give what is counted a unit with bn, such as bn kWh"
    default: nil
    }
  }

  /// Of shapes: by quarter or by trial, conditions, cycles.
  private func shapeWording(_ name: String) -> ProblemWording {
    switch self {
    case .needsCondition(let operation, _):
      ProblemWording(
        "`\(operation)` takes a condition, not a number", help: "compare it: x > 0")
    case .byQuarterInTrial(let inner, _):
      ProblemWording(
        "`\(Wording.quoted(inner))` has a value for each quarter, but one number is needed",
        help: "write sum(…, over: plan), or another function with over:")
    case .definedLater(let first, let begins, let operation, _):
      ProblemWording(
        "what \(operation) goes over is defined from \(first) on, but it begins in \(begins)",
        help: "give previous, lag or growth the value before \(begins) as its last argument, such "
          + "as previous(x, 0), or go over quarters from \(first) on")
    case .neverDefined(let horizon):
      ProblemWording(
        "the formula reaches back by more than the \(Wording.count(horizon, "quarter")) simulated",
        help: "use a shorter lag, or give it a last argument for the time before")
    case .cycle(let names, _):
      ProblemWording(
        "\(names.joined(separator: " -> ")) goes in a circle",
        help: "write previous(\(names.count > 1 ? names[1] : name), 0) where the quarter before is "
          + "meant")
    default:
      ProblemWording("the formula of `\(Wording.quoted(name))` is wrong", help: "correct it")
    }
  }
}
