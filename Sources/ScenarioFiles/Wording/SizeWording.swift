extension Wording {
  /// A time in the unit that people would choose, with two digits at most: `3 minutes`, `16 years`.
  package static func duration(_ seconds: Double) -> String {
    let units: [(name: String, seconds: Double)] = [
      ("second", 1), ("minute", 60), ("hour", 3600), ("day", 86_400), ("year", 31_557_600),
    ]
    let unit = units.last { seconds >= 1.5 * $0.seconds } ?? units[0]
    return sized(seconds / unit.seconds, unit.name, plural: true)
  }

  /// Bytes with two digits at most: `850 MB`, `4 PB`.
  package static func memory(_ bytes: Double) -> String {
    let units: [(name: String, bytes: Double)] = [
      ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("PB", 1e15), ("EB", 1e18),
    ]
    let unit = units.last { bytes >= $0.bytes } ?? units[0]
    return sized(bytes / unit.bytes, unit.name, plural: false)
  }

  private static func sized(_ amount: Double, _ unit: String, plural: Bool) -> String {
    // Beyond that only the power of ten says anything.
    if amount >= 1e4 {
      var power = 0
      var rest = amount
      while rest >= 10 {
        rest /= 10
        power += 1
      }
      return "10^\(power) \(unit)" + (plural ? "s" : "")
    }
    let text = significant(amount, digits: amount >= 100 ? 3 : 2)
    return "\(text) \(unit)" + (plural && text != "1" ? "s" : "")
  }
}
