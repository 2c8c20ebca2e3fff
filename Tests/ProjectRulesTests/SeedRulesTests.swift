import Testing

@Suite("Rules for seeds and scenarios")
struct SeedRulesTests {
  static let files = Result { try ProjectFile.all(in: "seeds", "csv") }
  static let scenarios = Result { try ProjectFile.all(in: "scenarios", "yaml") }

  @Test("every file of seeds has the same columns, ids of its own, and a source in each row")
  func tables() throws {
    let files = try Self.files.get()
    #expect(files.count >= 8)
    for file in files {
      let rows = SeedRow.rows(of: file)
      #expect(rows.first == SeedRow.header, "\(file.path) has other columns")
      var seen: Set<String> = []
      for (number, fields) in rows.enumerated().dropFirst() {
        let place = "\(file.path):\(number + 1)"
        guard fields.count == SeedRow.header.count else {
          Issue.record("\(place) has \(fields.count) fields, not \(SeedRow.header.count)")
          continue
        }
        let row = SeedRow(fields: fields)
        #expect(seen.insert(row.id).inserted, "\(place): \(row.id) is used twice")
        #expect(row.id.contains(/^[A-Za-z0-9-]+$/), "\(place): \(row.id) cannot be cited")
        #expect(!fields[6].isEmpty, "\(place) has no source")
        #expect(
          ["reported", "derived", "analyst", "not certain"].contains(row.certainty),
          "\(place): unknown certainty \(row.certainty)")
        #expect(
          row.value.isEmpty || Double(row.value) != nil, "\(place): \(row.value) is no number")
        #expect(
          row.value.isEmpty == ["", "event", "comparison"].contains(row.unit),
          "\(place): a number has a unit, and a unit a number")
      }
    }
  }

  @Test("what a scenario cites is there and is what it says")
  func sources() throws {
    let index = try Self.index()
    var cited = 0
    for file in try Self.scenarios.get() {
      let outline = try ScenarioOutline(file.text)
      let asOf = try Self.asOf(of: outline)
      for leaf in Citation.all(in: outline) where leaf.source.hasPrefix("seeds/") {
        cited += 1
        let place = "\(file.path), \(leaf.path)"
        guard let row = index[leaf.source] else {
          Issue.record("\(place) cites \(leaf.source), which is not there")
          continue
        }
        for (text, id) in zip(leaf.values, Citation.following(leaf.source)) {
          guard let said = SeedNumber(scenario: text) else { continue }
          let found = index[id].flatMap(SeedNumber.init(row:))
          #expect(
            found.map(said.equals) == true,
            "\(place) says \(said), but \(id) has \(found.map(\.description) ?? "no number")")
        }
        if let asOf, leaf.source.hasPrefix("seeds/alibaba-quarterly.csv"),
          let day = SeedRow.published(row.period)
        {
          #expect(day <= asOf, "\(place) of \(asOf) cites \(row.id), not published yet")
        }
        if let asOf, let day = row.lastDay {
          #expect(day <= asOf, "\(place) of \(asOf) cites \(leaf.source) of \(row.period)")
        }
      }
    }
    #expect(cited > 20, "only \(cited) citations found, so the search is broken")
  }

  /// A table of actuals is taken as a whole, so its quarters are known by the day of the scenario.
  @Test("what has happened was published when a scenario takes it")
  func actuals() throws {
    var found = 0
    for file in try Self.scenarios.get() {
      let outline = try ScenarioOutline(file.text)
      guard
        let until = Citation.all(in: outline).first(where: { $0.path == "actuals.until" })?.values
          .first
      else { continue }
      found += 1
      let asOf = try #require(try Self.asOf(of: outline), "\(file.path) has no asOf")
      let day = try #require(SeedRow.published(until), "\(file.path): \(until)")
      #expect(day <= asOf, "\(file.path) of \(asOf) takes \(until), not published yet")
    }
    #expect(found > 0, "no scenario takes actuals, so the search is broken")
  }

  @Test("every number in a scenario has a source")
  func everyNumberHasSource() throws {
    let withoutSource = ["name", "asOf", "start", "extends", "quarter"]
    for file in try Self.scenarios.get() {
      for leaf in Citation.all(in: try ScenarioOutline(file.text)) where leaf.source.isEmpty {
        let key = leaf.path.split(separator: ".").last.map(String.init) ?? ""
        let isNumber = leaf.values.contains { $0.contains(/^-?\d|^[a-zA-Z]+\(/) }
        #expect(
          !isNumber || withoutSource.contains(key),
          "\(file.path), \(leaf.path): \(leaf.values) has no source; cite a row or say judgement")
      }
    }
  }

  private static func index() throws -> [String: SeedRow] {
    var index: [String: SeedRow] = [:]
    for file in try files.get() {
      for fields in SeedRow.rows(of: file).dropFirst() {
        index["\(file.path)#\(fields[0])"] = SeedRow(fields: fields)
      }
    }
    return index
  }

  /// The day of a scenario, or of the one that it extends.
  private static func asOf(of outline: ScenarioOutline) throws -> String? {
    if let day = outline["asOf"]?.text { return day }
    guard let base = outline["extends"]?.text else { return nil }
    return try asOf(of: ScenarioOutline(ProjectFile.read("scenarios/\(base)").text))
  }
}
