internal import CapexModel
internal import ScenarioFiles

/// What one key takes, as schemas of which one must hold.
struct ValueSchema {
  let key: AssumptionKey

  init(_ key: AssumptionKey) { self.key = key }

  var forms: [JSONValue] {
    switch key.kind {
    case .number(let measure, let limits, let varying):
      return number(measure, limits)
        + (varying.contains(.distribution) ? [ValueSchema.call] : [])
        + (varying.contains(.path) ? [path(measure, limits)] : [])
    case .integer(let range):
      return [
        .object([
          ("type", .text("integer")), ("minimum", .whole(range.lowerBound)),
          ("maximum", .whole(range.upperBound)),
        ])
      ]
    case .choice(let options): return [choice(options)]
    case .quarter: return [string(ValueSchema.quarter)]
    case .date: return [string("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
    case .text: return [scalar]
    case .numbers(let count, let measure, let limits):
      return [
        .object([
          ("type", .text("array")), ("items", any(number(measure, limits))),
          ("minItems", .whole(count)), ("maxItems", .whole(count)),
        ])
      ]
    case .profile: return profile
    case .dependence: return [dependence]
    case .names:
      return [
        .object([
          ("type", .text("array")), ("items", .object([("type", .text("string"))])),
          ("minItems", .whole(1)), ("uniqueItems", .boolean(true)),
        ])
      ]
    case .history, .rates, .actuals: return [string("[.]csv$")]
    case .formula, .unit: return [scalar]
    }
  }

  /// Of keys that have one; nil where no single value stands for it.
  static func standard(_ content: AssumptionContent) -> JSONValue? {
    switch content {
    case .number(let x): .number(x)
    case .integer(let n): .whole(n)
    case .choice(let option): .text(option)
    case .profile(.flat): .text("flat")
    default: nil
    }
  }

  // MARK: Numbers

  /// A plain number where the measure needs no unit, and a text that begins as a number does: its
  /// unit is the reader's question.
  private func number(
    _ measure: AssumptionKey.Measure, _ limits: AssumptionKey.Limits
  ) -> [JSONValue] {
    let text = string(ValueSchema.numeral)
    switch measure {
    case .money: return [text]
    case .people: return [.object([("type", .text("number"))]), text]
    case .exchangeRate, .fraction, .growth, .perYear, .years, .quarters, .plain, .named:
      var members: [(String, JSONValue)] = [("type", .text("number"))]
      if limits.low.isFinite {
        members.append((limits.excludesLow ? "exclusiveMinimum" : "minimum", .number(limits.low)))
      }
      if limits.high.isFinite {
        members.append((limits.excludesHigh ? "exclusiveMaximum" : "maximum", .number(limits.high)))
      }
      return [.object(members), text]
    }
  }

  private static let numeral = "^ *[-+]?([0-9]|[.][0-9])"
  private static let quarter = "^(FY)?[0-9]{4}Q[1-4]$"

  /// `pert(5%, 25%, 45%)`.
  private static let call = JSONValue.object([
    ("type", .text("string")),
    ("pattern", .text("^ *(\(DistributionReader.functions.joined(separator: "|"))) *[(].*[)] *$")),
  ])

  /// `{ 2025: 18%, 2027Q2: 25% }`
  private func path(
    _ measure: AssumptionKey.Measure, _ limits: AssumptionKey.Limits
  ) -> JSONValue {
    .object([
      ("type", .text("object")),
      (
        "patternProperties",
        .object([("^(FY)?[0-9]{4}(Q[1-4])?$", any(number(measure, limits)))])
      ), ("additionalProperties", .boolean(false)), ("minProperties", .whole(1)),
    ])
  }

  // MARK: Others

  /// Readers of YAML take `true` and `false`, and many `yes` and `no`, for truth values.
  private func choice(_ options: [String]) -> JSONValue {
    let isFlag = [["yes", "no"], ["true", "false"]].contains(Set(options))
    return .object([
      (
        "enum",
        .array(options.map { .text($0) } + (isFlag ? [.boolean(true), .boolean(false)] : []))
      )
    ])
  }

  private var profile: [JSONValue] {
    let named = ProfileReader.names.filter { $0 != "flat" }.map { name -> (String, JSONValue) in
      let number = any(self.number(.plain, .any))
      guard name == "custom" else { return (name, number) }
      return (name, .object([("type", .text("array")), ("items", number)]))
    }
    return [
      .object([("const", .text("flat"))]),
      .object([
        ("type", .text("object")), ("properties", .object(named)),
        ("additionalProperties", .boolean(false)), ("minProperties", .whole(1)),
        ("maxProperties", .whole(1)),
      ]),
    ]
  }

  private var dependence: JSONValue {
    let driver = JSONValue.object([("type", .text("string"))])
    let score = any(number(.plain, AssumptionKey.Limits(-1, 1)))
    return .object([
      ("type", .text("array")),
      (
        "items",
        .object([
          ("type", .text("array")), ("items", .array([driver, driver, score])),
          ("minItems", .whole(3)), ("maxItems", .whole(3)),
        ])
      ),
    ])
  }

  private func string(_ pattern: String) -> JSONValue {
    .object([("type", .text("string")), ("pattern", .text(pattern))])
  }

  /// Any text; one that looks like a number is one too.
  private var scalar: JSONValue {
    .object([("type", .array([.text("string"), .text("number")]))])
  }

  private func any(_ forms: [JSONValue]) -> JSONValue {
    forms.count == 1 ? forms[0] : .object([("anyOf", .array(forms))])
  }
}
