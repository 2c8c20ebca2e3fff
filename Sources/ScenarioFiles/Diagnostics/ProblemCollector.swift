/// Gathers every mistake of one reading.
struct ProblemCollector {
  private(set) var errors: [Diagnostic] = []
  private(set) var warnings: [Diagnostic] = []

  mutating func report(_ rejection: Rejection) {
    errors.append(Diagnostic(rejection))
    for other in rejection.others { report(other) }
  }

  mutating func report(_ problem: ScenarioProblem, at span: SourceSpan) {
    report(Rejection(problem, at: span))
  }

  mutating func append(_ other: ProblemCollector) {
    errors += other.errors
    warnings += other.warnings
  }

  mutating func warn(_ problem: ScenarioProblem, at span: SourceSpan) {
    warnings.append(Diagnostic(Rejection(problem, at: span), severity: .warning))
  }

  /// The value, or nil with its problem noted.
  mutating func attempt<Value>(_ body: () throws(Rejection) -> Value) -> Value? {
    do {
      return try body()
    } catch {
      report(error)
      return nil
    }
  }
}
