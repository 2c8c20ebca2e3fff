/// What it takes to get the same page again.
struct CertificateSection {
  let entries: [(name: String, text: String)]
  /// The arguments of the command, without its own name.
  let command: [String]

  var markup: Markup {
    let rows = entries.filter { !$0.text.isEmpty }.map { entry in
      Markup.joined([
        .element("dt", [], .text(CertificateSection.name(entry.name))),
        .element("dd", [], .isolated(EscapedText.of(entry.text))),
      ])
    }
    return .lines([
      .element(
        "p", [],
        .text("The same command gives the same page, to the byte, on any machine:")),
      .element("pre", [], .element("code", [], words)),
      .element("dl", [], .lines(rows)),
    ])
  }

  /// A browser would break a line within `--trials`; what is long may break anywhere.
  private var words: Markup {
    let words = (["capexsim"] + command).map { argument in
      let text = CommandText.of([argument])
      return text.count > 30
        ? Markup.text(text)
        : .element("span", [Markup.Attribute("class", "whole")], .text(text))
    }
    return .joined(words.enumerated().flatMap { $0 == 0 ? [$1] : [.text(" "), $1] })
  }

  /// What an entry is called for people.
  static func name(_ entry: String) -> String {
    switch entry {
    case "builtIn": "built-in scenario"
    case "asOf": "as of"
    case "digest": "SHA-256 of the assumptions"
    case "stream": "stream version"
    case "mode": "mode of the total"
    default: entry
    }
  }
}

/// A command as it can be typed into a shell.
enum CommandText {
  /// Arguments with anything but the usual letters stand between single quotes.
  static func of(_ arguments: [String]) -> String {
    arguments.map(quoted).joined(separator: " ")
  }

  private static func quoted(_ argument: String) -> String {
    let isPlain = argument.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
        || "-_./=:,%+@".utf8.contains(byte)
    }
    if isPlain, !argument.isEmpty { return argument }
    return "'"
      + argument.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }
}
