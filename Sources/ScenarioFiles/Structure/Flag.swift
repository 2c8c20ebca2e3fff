/// A flag beside the files: `--set path=value` or `--metric name=formula`.
struct Flag: Sendable {
  let isMetric: Bool
  /// What follows the flag's name.
  let text: String

  private var name: String { isMetric ? "--metric " : "--set " }
  /// As it was typed.
  var typed: String { name + text }
  /// How many characters stand before the text.
  var start: Int { name.unicodeScalars.count }

  static func all(overrides: [String], metrics: [String]) -> [Flag] {
    overrides.map { Flag(isMetric: false, text: $0) }
      + metrics.map { Flag(isMetric: true, text: $0) }
  }
}
