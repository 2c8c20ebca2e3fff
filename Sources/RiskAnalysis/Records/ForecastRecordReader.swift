internal import CapexModel

/// Reads what `ForecastRecordJSON` writes, and nothing else: every member is needed, none may be
/// unknown, and values are checked. Stops at the first mistake. Held by `ForecastRecordReaderTests`.
public enum ForecastRecordReader {
  /// What a record calls itself.
  public static let format = "capexsim forecast"
  /// The largest file that is read, in bytes.
  public static let largestFile = 1_000_000

  /// - Parameter bytes: Of the file, in UTF-8.
  /// - Throws: The first mistake, with its line, what it is and how to mend it.
  public static func read(_ bytes: [UInt8]) throws(RecordProblem) -> ForecastRecord {
    func failure(_ kind: RecordProblem.Kind) -> RecordProblem {
      RecordProblem(line: 1, column: 1, kind: kind)
    }
    if bytes.count > largestFile {
      throw failure(.tooLarge(bytes: bytes.count, limit: largestFile))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw failure(.notUTF8) }
    let object = try JSONScanner.read(text)
    try checkFormat(object)
    let record = try object.members(
      of: "the record", needed: ["format", "version", "certificate", "levels", "quantities"])
    let levels = try self.levels(record["levels"])
    var quantities: [RecordedQuantity] = []
    for element in try record["quantities"].array("quantities") {
      let quantity = try self.quantity(element, levels: levels)
      if quantities.contains(where: { $0.name == quantity.name }) {
        throw element.problem(.quantityTwice(quantity.name))
      }
      quantities.append(quantity)
    }
    return ForecastRecord(
      certificate: try certificate(record["certificate"]), levels: levels, quantities: quantities)
  }

  /// Before all else, since a record of another version may have other members.
  private static func checkFormat(_ object: PlacedJSON) throws(RecordProblem) {
    guard case .object(let members) = object.content else {
      throw object.problem(.notThe(.object, member: "the record"))
    }
    for member in members {
      switch member.name {
      case "format":
        let found = try member.value.text("format")
        if found != format { throw member.value.problem(.otherFormat(found: found)) }
      case "version":
        let found = try member.value.whole("version")
        if found != ForecastRecord.version {
          throw member.value.problem(.otherVersion(found: found))
        }
      default: continue
      }
    }
  }

  // MARK: Certificate

  private static func certificate(
    _ value: PlacedJSON
  ) throws(RecordProblem) -> ForecastRecord.Certificate {
    let object = try value.members(
      of: "certificate",
      needed: [
        "scenario", "digest", "asOf", "overrides", "seed", "trials", "program", "stream",
        "currency", "plan",
      ], others: ["file", "builtIn"])
    var overrides: [ForecastRecord.Certificate.Override] = []
    for element in try object["overrides"].array("overrides") {
      let override = try element.members(of: "an override", needed: ["path", "value"])
      overrides.append(
        .init(path: try override["path"].text("path"), value: try override["value"].text("value")))
    }
    return ForecastRecord.Certificate(
      scenario: try object["scenario"].text("scenario"), origin: try origin(object),
      digest: try digest(object["digest"]), asOf: try asOf(object["asOf"]), overrides: overrides,
      seed: try seed(object["seed"]), trials: try object["trials"].positive("trials"),
      program: try object["program"].text("program"),
      stream: try object["stream"].positive("stream"),
      currency: try object["currency"].text("currency"), plan: try plan(object["plan"]))
  }

  private static func plan(
    _ value: PlacedJSON
  ) throws(RecordProblem) -> ForecastRecord.Certificate.Plan {
    let object = try value.members(of: "plan", needed: ["total", "start", "quarters"])
    return ForecastRecord.Certificate.Plan(
      total: try object["total"].number("total"), start: try quarter(object["start"], "start"),
      quarters: try object["quarters"].positive("quarters"))
  }

  private static func quarter(
    _ value: PlacedJSON, _ name: String
  ) throws(RecordProblem) -> Quarter {
    let text = try value.text(name)
    guard let quarter = Quarter(text) else { throw value.problem(.quarter(text: text)) }
    return quarter
  }

  private static func origin(
    _ object: PlacedObject
  ) throws(RecordProblem) -> ForecastRecord.Certificate.Origin {
    switch (object.optional("file"), object.optional("builtIn")) {
    case (let file?, nil): return .file(try file.text("file"))
    case (nil, let name?): return .builtIn(try name.text("builtIn"))
    default: throw object.whole.problem(.bothOrNeither("file", "builtIn"))
    }
  }

  private static func digest(_ value: PlacedJSON) throws(RecordProblem) -> String {
    let text = try value.text("digest")
    let isDigest =
      text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard isDigest else { throw value.problem(.digest) }
    return text
  }

  private static func asOf(_ value: PlacedJSON) throws(RecordProblem) -> String? {
    guard let text = try value.textOrNull("asOf") else { return nil }
    guard CalendarDay.isDay(text) else { throw value.problem(.date(text: text)) }
    return text
  }

  private static func seed(_ value: PlacedJSON) throws(RecordProblem) -> UInt64 {
    let text = try value.text("seed")
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let seed = UInt64(text) else {
      throw value.problem(.seed(text: text))
    }
    return seed
  }

  // MARK: Forecasts

  private static func levels(_ value: PlacedJSON) throws(RecordProblem) -> [Double] {
    var levels: [Double] = []
    for element in try value.array("levels") {
      let level = try element.number("a level")
      guard level > 0, level < 1 else { throw element.problem(.grid(.levelOutside(level))) }
      if let before = levels.last, level <= before {
        throw element.problem(.grid(.levelsNotAscending(level: level, after: before)))
      }
      levels.append(level)
    }
    if levels.isEmpty { throw value.problem(.nothing(member: "levels")) }
    return levels
  }

  private static func quantity(
    _ value: PlacedJSON, levels: [Double]
  ) throws(RecordProblem) -> RecordedQuantity {
    let object = try value.members(
      of: "a quantity", needed: ["name", "unit", "first", "quarters"])
    let first = try quarter(object["first"], "first")
    var forecasts: [QuantileForecast] = []
    for element in try object["quarters"].array("quarters") {
      forecasts.append(try forecast(element, levels: levels))
    }
    if forecasts.isEmpty { throw try object["quarters"].problem(.nothing(member: "quarters")) }
    return RecordedQuantity(
      name: try object["name"].text("name"), unit: try object["unit"].text("unit"), first: first,
      forecasts: forecasts)
  }

  private static func forecast(
    _ value: PlacedJSON, levels: [Double]
  ) throws(RecordProblem) -> QuantileForecast {
    let elements = try value.array("a quarter")
    guard elements.count == levels.count else {
      throw value.problem(.grid(.count(levels: levels.count, quantiles: elements.count)))
    }
    var quantiles: [Double] = []
    for (element, level) in zip(elements, levels) {
      let quantile = try element.number("a quantile")
      if let before = quantiles.last, quantile < before {
        throw element.problem(
          .grid(.quantilesDescend(level: level, value: quantile, below: before)))
      }
      quantiles.append(quantile)
    }
    return QuantileForecast(checked: levels, quantiles)
  }
}
