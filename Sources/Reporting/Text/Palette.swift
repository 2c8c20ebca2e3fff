/// Colours of a terminal, or none.
public struct Palette: Sendable {
  let isColoured: Bool

  public static let plain = Palette(isColoured: false)
  public static let coloured = Palette(isColoured: true)

  /// Colour on a terminal alone, and never where NO_COLOR is set to anything or TERM is `dumb`.
  public static func suited(isTerminal: Bool, noColor: String?, term: String?) -> Palette {
    let refuses = !(noColor ?? "").isEmpty || term == "dumb"
    return isTerminal && !refuses ? .coloured : .plain
  }

  enum Ink: String {
    case title = "1"
    case total = "1;39"
    case faint = "2"
    case warning = "33"
    case capex = "34"
    case revenue = "31"
  }

  func callAsFunction(_ text: String, _ ink: Ink?) -> String {
    guard isColoured, let ink, !text.isEmpty else { return text }
    return "\u{1B}[\(ink.rawValue)m\(text)\u{1B}[0m"
  }
}
