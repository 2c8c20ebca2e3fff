/// A sentence about what is wrong and one about how to mend it.
struct ProblemWording {
  let message: String
  let help: String

  init(_ message: String, help: String) {
    self.message = message
    self.help = help
  }
}

extension ScenarioProblem {
  /// What is wrong, in one sentence without a full stop.
  public var message: String { wording.message }
  /// How to mend it.
  public var help: String { wording.help }

  private var wording: ProblemWording {
    switch self {
    case .text(let problem): problem.wording
    case .structure(let problem): problem.wording
    case .value(let problem): problem.wording
    case .distribution(let problem): problem.wording
    case .file(let problem): problem.wording
    case .table(let problem): problem.wording
    case .flag(let problem): problem.wording
    case .precision(let problem): problem.wording
    case .whole(let problem): problem.wording
    case .model(let error): error.wording
    case .formula(let error, let name, let place): error.wording(in: name, place: place)
    case .modelWarning(let warning): warning.wording
    }
  }
}
