/// Reads a formula's text; precedence from loose to tight: or, and, not, comparison, sum, product,
/// sign, power, call.
struct Parser {
  /// More tokens and deeper nesting than any formula needs; they bound every walk over the result.
  static let limit = 1000
  static let nestingLimit = 64
  static let longestText = 8000

  private var lexer: Lexer
  private var token: Lexer.Token = .end
  private var column = 1
  private var taken = 0
  private var nesting = 0

  static func parse(_ text: String) throws(FormulaError) -> Formula {
    guard text.utf8.count <= longestText else { throw .tooLong(limit: longestText) }
    var parser = Parser(lexer: Lexer(text))
    try parser.advance()
    let formula = try parser.disjunction()
    if parser.token == .symbol(")") { throw .strayBracket(column: parser.column) }
    guard parser.token == .end else { throw parser.unexpected() }
    return formula
  }

  private init(lexer: Lexer) { self.lexer = lexer }

  private mutating func advance() throws(FormulaError) {
    taken += 1
    guard taken <= Parser.limit else { throw .tooLong(limit: Parser.limit) }
    (token, column) = try lexer.next()
  }

  private mutating func deeper() throws(FormulaError) {
    nesting += 1
    guard nesting <= Parser.nestingLimit else { throw .tooLong(limit: Parser.nestingLimit) }
  }

  private mutating func disjunction() throws(FormulaError) -> Formula {
    try deeper()
    defer { nesting -= 1 }
    var left = try conjunction()
    while token == .name("or") {
      let at = column
      try advance()
      left = .binary(.or, left, try conjunction(), column: at)
    }
    return left
  }

  private mutating func conjunction() throws(FormulaError) -> Formula {
    var left = try negation()
    while token == .name("and") {
      let at = column
      try advance()
      left = .binary(.and, left, try negation(), column: at)
    }
    return left
  }

  private mutating func negation() throws(FormulaError) -> Formula {
    guard token == .name("not") else { return try comparison() }
    try deeper()
    defer { nesting -= 1 }
    try advance()
    return .not(try negation())
  }

  private mutating func comparison() throws(FormulaError) -> Formula {
    let left = try sum()
    guard let operation = comparisonSign else { return left }
    let at = column
    try advance()
    let right = try sum()
    guard comparisonSign == nil else { throw .chainedComparison(column: column) }
    return .binary(operation, left, right, column: at)
  }

  private var comparisonSign: Formula.BinaryOperator? {
    guard case .symbol(let text) = token, let operation = Formula.BinaryOperator(rawValue: text)
    else { return nil }
    return operation.isComparison ? operation : nil
  }

  private mutating func sum() throws(FormulaError) -> Formula {
    var left = try product()
    while let operation = symbol(among: [.add, .subtract]) {
      let at = column
      try advance()
      left = .binary(operation, left, try product(), column: at)
    }
    return left
  }

  private mutating func product() throws(FormulaError) -> Formula {
    var left = try sign()
    while let operation = symbol(among: [.multiply, .divide]) {
      let at = column
      try advance()
      left = .binary(operation, left, try sign(), column: at)
    }
    return left
  }

  private mutating func sign() throws(FormulaError) -> Formula {
    if token == .symbol("-") {
      try deeper()
      defer { nesting -= 1 }
      try advance()
      return .negated(try sign())
    }
    return try power()
  }

  private mutating func power() throws(FormulaError) -> Formula {
    let base = try primary()
    guard token == .symbol("^") else { return base }
    let at = column
    try advance()
    return .binary(.power, base, try sign(), column: at)
  }

  private mutating func primary() throws(FormulaError) -> Formula {
    let at = column
    switch token {
    case .number(let value, let text):
      try advance()
      return try number(value, text, column: at)
    case .quarter(let label):
      try advance()
      return .quarter(label, column: at)
    case .symbol("("):
      try advance()
      let inner = try disjunction()
      try expect(")")
      return inner
    case .name(let name) where !["and", "or", "not"].contains(name):
      try advance()
      return token == .symbol("(") ? try call(name, column: at) : .name(name, column: at)
    default:
      throw unexpected()
    }
  }

  /// A number with what follows it: `%`, `bn CNY`, `CNY`, `[CNY/kWh]`.
  private mutating func number(
    _ value: Double, _ text: String, column at: Int
  ) throws(FormulaError) -> Formula {
    switch token {
    case .symbol("%"):
      try advance()
      return .number(value / 100, column: at)
    case .unit(let text):
      let unit: Unit
      do { unit = try Unit(reading: text) } catch { throw .notAUnit(text, column: column) }
      try advance()
      return .amount(value, unit, column: at)
    case .name(let scale) where Parser.billions[scale] != nil:
      try advance()
      guard case .name(let currency) = token, Unit.isCurrency(currency) else {
        throw .noCurrency(text + scale, column: at)
      }
      try advance()
      return Parser.money(value, scale: scale, currency, column: at)
    case .name(let currency) where Parser.currencies.contains(currency):
      try advance()
      // As units are printed: 20 CNY bn.
      guard case .name(let scale) = token, Parser.billions[scale] != nil else {
        return .amount(value / 1e9, .currency(currency), column: at)
      }
      try advance()
      return Parser.money(value, scale: scale, currency, column: at)
    case .name(let word) where !["and", "or", "not", "over", "by"].contains(word):
      throw .looseUnit(word, number: text, column: column)
    default: return .number(value, column: at)
    }
  }

  /// Divided, since powers of ten below one are not exact.
  private static func money(
    _ value: Double, scale: String, _ currency: String, column: Int
  ) -> Formula {
    .amount(
      scale == "tn" ? value * 1000 : value / (billions[scale] ?? 1), .currency(currency),
      column: column)
  }

  /// How many of a scale make a billion.
  private static let billions = ["tn": 0.001, "bn": 1, "mn": 1000]

  /// Those that are taken without a scale too: other capital letters may be any unit, as GPU is.
  private static let currencies: Set<String> = [
    "AUD", "CAD", "CHF", "CNY", "EUR", "GBP", "HKD", "INR", "JPY", "KRW", "SGD", "TWD", "USD",
  ]

  private mutating func call(_ name: String, column at: Int) throws(FormulaError) -> Formula {
    try advance()
    var arguments: [Formula] = []
    var over: Formula.Name?
    var by: Formula.Name?
    while token != .symbol(")") {
      let argument = try disjunction()
      if case .name(let label, let labelColumn) = argument, token == .symbol(":") {
        try advance()
        let value = Formula.Name(text: try windowName(), column: column)
        try advance()
        switch label {
        case "over" where over == nil: over = value
        case "by" where by == nil: by = value
        default: throw .unexpected(label + ":", column: labelColumn)
        }
      } else {
        arguments.append(argument)
      }
      if token == .symbol(",") {
        try advance()
      } else if token != .symbol(")") {
        throw unexpected()
      }
    }
    try advance()
    return .call(name, arguments, over: over, by: by, column: at)
  }

  /// A window's name is a word, or a year.
  private func windowName() throws(FormulaError) -> String {
    switch token {
    case .name(let name): return name
    case .number(let year, _): if let whole = Int(exactly: year) { return String(whole) }
    case .quarter(let label): return label
    default: break
    }
    throw unexpected()
  }

  private mutating func expect(_ symbol: String) throws(FormulaError) {
    guard token == .symbol(symbol) else { throw unexpected() }
    try advance()
  }

  private func symbol(among wanted: [Formula.BinaryOperator]) -> Formula.BinaryOperator? {
    guard case .symbol(let text) = token else { return nil }
    return wanted.first { $0.rawValue == text }
  }

  private func unexpected() -> FormulaError {
    switch token {
    case .end: .unfinished(column: column)
    case .number(_, let text), .quarter(let text), .name(let text), .symbol(let text):
      .unexpected(text, column: column)
    case .unit: .unexpected("[", column: column)
    }
  }
}
