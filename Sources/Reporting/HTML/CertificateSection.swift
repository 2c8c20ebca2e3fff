internal import RiskAnalysis

/// What it takes to get the same page again.
struct CertificateSection {
  let answers: Answers
  let digest: String
  /// The arguments of the command, without its own name.
  let command: [String]

  var markup: Markup {
    let entries =
      Certificate.entries(answers).filter { !$0.text.isEmpty }.map {
        (CertificateSection.name($0.name), $0.text)
      }
      + [("SHA-256 of the assumptions", digest)]
    let rows = entries.map { entry in
      Markup.joined([
        .element("dt", [], .text(entry.0)),
        .element("dd", [], .isolated(EscapedText.of(entry.1))),
      ])
    }
    return .lines([
      .element(
        "p", [],
        .text("The same command gives the same page, to the byte, on any machine:")),
      .element("pre", [], .element("code", [], .text(CommandText.of(["capexsim"] + command)))),
      .element("dl", [], .lines(rows)),
    ])
  }

  /// What an entry is called for people.
  static func name(_ entry: String) -> String {
    switch entry {
    case "builtIn": "built-in scenario"
    case "asOf": "as of"
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
