extension FileProblem {
  var wording: ProblemWording {
    switch self {
    case .missing(let name, let nearest, let searched):
      ProblemWording(
        "there is no file \(Diagnostic.escaped(name))",
        help: nearest.map { "did you mean \(Diagnostic.escaped($0))?" }
          ?? searched.map(FileProblem.searched) ?? "check the name and the folder")
    case .unknownScenario(let name, let nearest, let known):
      ProblemWording(
        "there is no built-in scenario \(Diagnostic.escaped(name))",
        help: nearest.map { "did you mean \($0)?" } ?? "known: \(known.joined(separator: ", "))")
    case .notAFile(let name):
      ProblemWording("\(Diagnostic.escaped(name)) is not a file", help: "name a plain file")
    case .unreadable(let name):
      ProblemWording(
        "\(Diagnostic.escaped(name)) cannot be read", help: "check the permissions of the file")
    case .outside(let name):
      ProblemWording(
        "\(Diagnostic.escaped(name)) lies outside the scenario's folder",
        help: "copy the file beside the scenario")
    case .notRelative(let name):
      ProblemWording(
        "\"\(Diagnostic.escaped(name))\" is not a relative file name",
        help: "name a file beside the scenario, such as rates.csv")
    case .cycle(let chain):
      ProblemWording(
        "scenarios extend each other in a circle: \(chain.joined(separator: " -> "))",
        help: "remove `extends` from one of them")
    case .chainTooLong(let limit):
      ProblemWording(
        "more than \(limit) scenarios extend one another", help: "extend a base directly")
    }
  }

  private static func searched(_ path: String) -> String {
    "looked for \(Diagnostic.escaped(path))"
      + (path.contains("/") ? "" : " in the working directory") + "; check the name and the folder"
  }
}
