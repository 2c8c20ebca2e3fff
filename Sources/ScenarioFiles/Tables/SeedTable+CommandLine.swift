extension SeedTable {
  /// A table that the command line names; one that the tool carries with it where there is no such
  /// file.
  ///
  /// - Parameter order: where the file stands among those read, for messages.
  static func named(_ path: String, order: Int = 0) -> Result<SeedTable, ScenarioFailure> {
    let bytes: [UInt8]
    switch NamedFile.read(path, order: order) {
    case .success(let found): bytes = found
    case .failure(let failure):
      guard failure.exitCode == .missing, let carried = BuiltInScenarios.file(at: path) else {
        return .failure(failure)
      }
      bytes = carried
    }
    var problems = ProblemCollector()
    let (table, mistakes) = SeedTable.parse(bytes, name: path, order: order)
    for mistake in mistakes { problems.report(mistake) }
    if let table, problems.errors.isEmpty { return .success(table) }
    return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
  }
}
