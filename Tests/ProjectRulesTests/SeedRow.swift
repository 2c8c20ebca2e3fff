/// A row of a file in seeds/.
struct SeedRow {
  static let header = [
    "id", "period", "item", "value", "unit", "meaning", "source", "certainty",
  ]
  let fields: [String]

  var id: String { fields[0] }
  var period: String { fields[1] }
  var value: String { fields[3] }
  var unit: String { fields[4] }
  var certainty: String { fields[7] }

  /// The rows of a file, without the header; a quoted field ends before a comma or the line's end.
  static func rows(of file: ProjectFile) -> [[String]] {
    file.text.split(separator: "\n").map { line in
      var fields = [""]
      var quoted = false
      for character in line {
        switch character {
        // A doubled quote opens again at once and stands for itself.
        case "\"":
          if !quoted, fields[fields.count - 1].last != nil { fields[fields.count - 1] += "\"" }
          quoted.toggle()
        case "," where !quoted: fields.append("")
        default: fields[fields.count - 1].append(character)
        }
      }
      return fields
    }
  }

  /// The last day of what the row is about, as 2024-12-31, where the period is a day, a month or a
  /// quarter; nil otherwise.
  var lastDay: String? {
    if period.contains(/^\d{4}-\d{2}-\d{2}$/) { return period }
    // Months are compared by their first day: the average of February 2025 was nearly known on the
    // 24th, and the files of later months are cited by no scenario of that day.
    if period.contains(/^\d{4}-\d{2}$/) { return period + "-01" }
    guard let match = period.firstMatch(of: /^(\d{4})Q([1-4])$/) else { return nil }
    let ends = ["03-31", "06-30", "09-30", "12-31"]
    return Int(match.output.2).map { "\(match.output.1)-\(ends[$0 - 1])" }
  }
}

extension SeedRow {
  /// The day from which on a figure of the company may be known, as 2025-11-11 for 2025Q3: six
  /// weeks after the quarter, and results come no sooner.
  static func published(_ period: String) -> String? {
    guard let match = period.firstMatch(of: /^(\d{4})Q([1-4])$/),
      let year = Int(match.output.1), let number = Int(match.output.2)
    else { return nil }
    return number == 4 ? "\(year + 1)-02-11" : "\(year)-\(["05-12", "08-11", "11-11"][number - 1])"
  }
}

/// A plain number with the kind of its unit, in which a scenario and a row can be compared.
struct SeedNumber: Equatable, CustomStringConvertible {
  let value: Double
  let kind: String
  var description: String { "\(value) \(kind)" }

  /// What a scenario says, such as `31.742bn CNY`; nil for anything but one number.
  init?(scenario text: String) {
    guard let match = text.firstMatch(of: /^(-?\d+(?:\.\d+)?)(.*)$/),
      let number = Double(match.output.1)
    else { return nil }
    let unit = String(match.output.2)
    switch unit {
    case "": self.init(value: number, kind: "plain")
    case "%": self.init(value: number, kind: "%")
    case "m": self.init(value: number, kind: "million people")
    default: self.init(number, money: unit)
    }
  }

  /// What a row says.
  init?(row: SeedRow) {
    guard let number = Double(row.value) else { return nil }
    switch row.unit {
    case "CNY per USD", "per year", "factor", "years", "quarters", "CNY per CNY":
      self.init(value: number, kind: "plain")
    case "%", "million people": self.init(value: number, kind: row.unit)
    default: self.init(number, money: row.unit)
    }
  }

  private init(value: Double, kind: String) {
    self.value = value
    self.kind = kind
  }

  private init?(_ number: Double, money unit: String) {
    guard let match = unit.firstMatch(of: /^(bn|mn) (CNY|USD)$/) else { return nil }
    let billions = match.output.1 == "bn" ? number : number / 1_000
    self.init(value: billions, kind: "bn \(match.output.2)")
  }

  func equals(_ other: SeedNumber) -> Bool {
    kind == other.kind && abs(value - other.value) <= 1e-12 * abs(value)
  }
}
