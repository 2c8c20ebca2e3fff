extension TextProblem {
  var wording: ProblemWording {
    switch self {
    case .empty:
      ProblemWording(
        "the scenario is empty", help: "copy a built-in scenario and change it")
    case .fileTooLarge(let bytes):
      ProblemWording(
        "the file has more than \(TextDecoding.largestFile) bytes"
          + (bytes > TextDecoding.largestFile + 1 ? " (\(bytes))" : ""),
        help: "keep a scenario to a page and put histories into CSV files of their own")
    case .invalidUTF8(let byte):
      ProblemWording(
        "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8",
        help: "save the file as UTF-8; if it is Latin-1: iconv -f latin1 -t utf8")
    case .utf16:
      ProblemWording(
        "the file is UTF-16, not UTF-8", help: "save the file as UTF-8: iconv -f utf16 -t utf8")
    case .forbiddenCharacter(let value):
      ProblemWording(
        "the character \\u{\(String(value, radix: 16, uppercase: true))} cannot be seen",
        help: "remove it; retype the word if it was copied from elsewhere")
    case .tabIndentation:
      ProblemWording("a tab indents the line", help: "YAML indents by spaces; use two")
    case .yamlSyntax(let problem):
      ProblemWording(
        "not valid YAML: \(problem)",
        help: problem.contains("mapping values")
          ? "put quotes around a value with a colon in it, and one key on a line"
          : "check colons, indentation and brackets here and in the line before")
    case .quotesNeeded(let sign):
      ProblemWording(
        "in YAML no value begins with `\(sign)`", help: "put quotes around the value: \"\(sign)\"")
    case .unclosed(.quote):
      ProblemWording("this quote is never closed", help: "close it in the same line")
    case .unclosed(.bracket):
      ProblemWording(
        "this bracket is never closed", help: "close it, and put a comma between its entries")
    case .secondDocument:
      ProblemWording(
        "a second document begins here", help: "keep one scenario to a file; remove the `---`")
    case .undefinedAlias:
      ProblemWording(
        "this alias has no anchor before it", help: "write the value itself, or quote the text")
    case .tooManyAliases(let limit):
      ProblemWording(
        "there are more than \(limit) aliases", help: "write the values themselves")
    case .tooManyNodes(let limit):
      ProblemWording(
        "the scenario has more than \(limit) entries",
        help: "keep a scenario to a page; aliases count as what they stand for")
    case .tooDeep(let limit):
      ProblemWording(
        "brackets or sections are nested deeper than \(limit)",
        help: "a scenario needs five levels at most")
    case .notAMapping:
      ProblemWording(
        "a scenario is a list of `key: value` lines, and this is not",
        help: "begin with `name: …`, and write a space after each colon")
    case .keyNotText:
      ProblemWording("a key must be a plain word", help: "write `key: value`")
    case .tagNotAllowed:
      ProblemWording("tags that begin with `!` mean nothing here", help: "remove the tag")
    case .duplicateKey(let key, let line, let column):
      ProblemWording(
        "duplicate key `\(Wording.quoted(key))`; first set at \(line):\(column)",
        help: "keep one of the two")
    }
  }
}
