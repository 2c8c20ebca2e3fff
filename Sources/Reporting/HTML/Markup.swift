/// HTML or SVG, which also is well-formed XML.
///
/// The one place of escaping. Names of elements and attributes and style sheets are literals of
/// this program (`StaticString`); any other text comes in through `text` or as the value of an
/// attribute and is escaped there. So what a user writes cannot become markup. Held by
/// `MarkupTests` and `HostileNameTests`.
struct Markup {
  let source: String

  private init(source: String) { self.source = source }

  static let nothing = Markup(source: "")

  /// What a reader sees as this text. Characters that are invisible, that reorder text, or that XML
  /// forbids are shown as their code points.
  static func text(_ text: String) -> Markup {
    Markup(source: escaped(EscapedText.whole(text)))
  }

  /// Text of a user's own, kept from reordering what stands beside it.
  static func isolated(_ text: String) -> Markup { element("bdi", [], .text(text)) }

  /// Sentences; what no-break spaces join stays on one line, and copies with plain spaces.
  static func sentences(_ text: String) -> Markup {
    joined(
      text.split(separator: " ").enumerated().map { i, word in
        let space = i == 0 ? "" : " "
        guard word.contains("\u{A0}") else { return .text(space + word) }
        return joined([
          .text(space),
          element(
            "span", [Attribute("class", "whole")], .text(String(word).withPlainSpaces)),
        ])
      })
  }

  /// A name and what it holds.
  static func element(
    _ name: StaticString, _ attributes: [Attribute] = [], _ children: Markup...
  ) -> Markup {
    element(name, attributes, children)
  }

  static func element(
    _ name: StaticString, _ attributes: [Attribute], _ children: [Markup]
  ) -> Markup {
    Markup(
      source: start(name, attributes) + ">" + children.map(\.source).joined() + "</\(name)>")
  }

  /// What never holds anything, such as a shape or a line of the head.
  static func empty(_ name: StaticString, _ attributes: [Attribute]) -> Markup {
    Markup(source: start(name, attributes) + "/>")
  }

  private static func start(_ name: StaticString, _ attributes: [Attribute]) -> String {
    "<\(name)" + attributes.map { " " + $0.source }.joined()
  }

  /// Side by side.
  static func joined(_ parts: [Markup]) -> Markup {
    Markup(source: parts.map(\.source).joined())
  }

  /// Each on a line of its own; empty ones left out.
  static func lines(_ parts: [Markup]) -> Markup {
    Markup(source: parts.map(\.source).filter { !$0.isEmpty }.map { $0 + "\n" }.joined())
  }

  static func styleSheet(_ rules: [StaticString]) -> Markup {
    Markup(source: "<style>\n" + rules.map { "\($0)\n" }.joined() + "</style>")
  }

  /// A whole page.
  static func page(_ root: Markup) -> Markup {
    Markup(source: "<!DOCTYPE html>\n\(root.source)\n")
  }

  /// The name of a thing and its value.
  struct Attribute {
    fileprivate let source: String

    init(_ name: StaticString, _ value: String) {
      source = "\(name)=\"\(Markup.escaped(EscapedText.whole(value)))\""
    }

    /// In pixels, or whatever the coordinates of a drawing mean.
    init(_ name: StaticString, _ coordinate: Double) {
      self.init(name, Coordinate.text(coordinate))
    }
  }

  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
