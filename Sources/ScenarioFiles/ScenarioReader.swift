internal import NumericalMethods
public import CapexModel

/// Reads scenarios: YAML files with their bases, then flags, into assumptions; or every mistake,
/// found in one pass.
///
/// Held by `ScenarioReaderTests` and the tests beside it, one file a rule.
public enum ScenarioReader {
  /// Reads a scenario from disk.
  ///
  /// - Parameters:
  ///   - path: The file, as the user named it: messages repeat it.
  ///   - overrides: `path=value` each, as after `--set`, laid over the files.
  ///   - metrics: `name=formula` each, as after `--metric`.
  ///   - root: A folder that holds every file the scenario may name beside its own; when nil, the
  ///     folder that holds the nearest folder `scenarios` around the file, else the file's own.
  ///   - longestHorizon: the most quarters that are taken, at most `Horizon.most`.
  /// - Returns: The scenario, or its mistakes; `missing` when there is no such file.
  public static func read(
    file path: String, overrides: [String] = [], metrics: [String] = [], root: String? = nil,
    longestHorizon: Int = Horizon.usual
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    switch NamedFile.read(path) {
    case .failure(let failure): return .failure(failure)
    case .success(let bytes):
      let location = ScenarioLocation.disk(
        path: path, root: root ?? ScenarioLocation.standardRoot(of: path))
      return read(
        bytes, at: location, overrides: overrides, metrics: metrics,
        longestHorizon: longestHorizon)
    }
  }

  /// Reads a scenario that the tool carries with it.
  ///
  /// - Parameter name: One of `BuiltInScenarios.names`, with or without `.yaml`.
  public static func readBuiltIn(
    named name: String, overrides: [String] = [], metrics: [String] = [],
    longestHorizon: Int = Horizon.usual
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    let plain = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    guard let bytes = BuiltInScenarios.bytes(named: plain) else {
      let names = BuiltInScenarios.names
      let source = SourceText(unreadable: name, order: 0)
      let problem = FileProblem.unknownScenario(
        name: name, nearest: Spelling.nearest(to: plain, among: names), known: names)
      let rejection = Rejection(.file(problem), at: source.span(line: 0, column: 0))
      return .failure(ScenarioFailure([Diagnostic(rejection)], exitCode: .missing))
    }
    return read(
      bytes, at: .builtIn(path: "scenarios/\(plain).yaml"), overrides: overrides,
      metrics: metrics, longestHorizon: longestHorizon)
  }

  /// Reads a scenario from bytes; files that it names stand relative to the location. Mistakes
  /// that a file has only because of the flags say so.
  static func read(
    _ bytes: [UInt8], at location: ScenarioLocation, overrides: [String], metrics: [String] = [],
    longestHorizon: Int = Horizon.usual
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    let readOnce = { flags in
      self.readOnce(bytes, at: location, flags: flags, longestHorizon: longestHorizon)
    }
    let flags = Flag.all(overrides: overrides, metrics: metrics)
    let result = readOnce(flags)
    guard case .failure(let failure) = result, !flags.isEmpty,
      failure.diagnostics.contains(where: { !$0.isFlag })
    else { return result }
    var without: [Diagnostic] = []
    if case .failure(let old) = readOnce([]) {
      // Beyond those that are kept, old and new mistakes cannot be told apart.
      if old.omitted > 0 { return result }
      without = old.diagnostics
    }
    return .failure(failure.mapping { $0.blaming(flags.map(\.typed), unless: without) })
  }

  private static func readOnce(
    _ bytes: [UInt8], at location: ScenarioLocation, flags given: [Flag], longestHorizon: Int
  ) -> Result<ScenarioDocument, ScenarioFailure> {
    var problems = ProblemCollector()
    let chain = ScenarioChain.read(bytes, at: location, problems: &problems)
    guard let own = chain.first else {
      return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
    }
    let flags = OverrideReader.read(
      given, start: own.start, files: FileReferences(location: location.ofFlags),
      problems: &problems)
    let (scenario, assumptions) = read(
      [flags] + chain, start: own.start, longestHorizon: longestHorizon, problems: &problems)
    let lines = WrongLines(scenario: scenario)
    guard problems.errors.isEmpty else {
      lines.reportSyntax(of: assumptions, to: &problems)
      return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
    }
    let model: CapexModel
    do {
      model = try CapexModel(assumptions)
    } catch {
      if case .wrongLines(let wrong) = error {
        lines.report(wrong, to: &problems)
      } else {
        problems.report(.model(error), at: scenario.place(of: error.path))
      }
      return .failure(ScenarioFailure(problems.errors, exitCode: .invalid))
    }
    for warning in model.warnings {
      problems.warn(.modelWarning(warning), at: scenario.place(of: warning.path))
    }
    let overridden = flags.leaves.keys.sorted().map { path in
      ScenarioDocument.Override(
        path: path, newText: flags.leaves[path]?.text ?? "",
        fileText: scenario.fileTexts[path])
    }
    return .success(
      ScenarioDocument(
        assumptions: assumptions, model: model,
        earlier: EarlierView.layers(of: chain, model: model).flatMap {
          self.model($0, longestHorizon: longestHorizon)
        },
        warnings: Diagnostic.sorted(problems.warnings),
        overridden: overridden,
        origin: ScenarioDocument.Origin(
          name: location.name, digest: ScenarioDocument.Origin.digest(of: assumptions),
          base: chain.last?.digest ?? "")))
  }

  /// Layers, the uppermost first, as one scenario.
  private static func read(
    _ layers: [Layer], start: SourceSpan, longestHorizon: Int, problems: inout ProblemCollector
  ) -> (scenario: LayeredScenario, assumptions: Assumptions) {
    var scenario = LayeredScenario(start: start)
    for layer in layers.reversed() { scenario.lay(layer, problems: &problems) }
    scenario.dropInapplicable()
    let completeness = Completeness(scenario)
    completeness.report(to: &problems)
    let assumptions = ScenarioValues(
      scenario, completeness, longestHorizon: longestHorizon
    ).read(problems: &problems)
    WholeChecks(assumptions: assumptions, scenario: scenario).report(to: &problems)
    return (scenario, assumptions)
  }

  /// The model of layers that need not make one.
  private static func model(_ layers: [Layer], longestHorizon: Int) -> CapexModel? {
    guard let own = layers.first else { return nil }
    var problems = ProblemCollector()
    let (_, assumptions) = read(
      layers, start: own.start, longestHorizon: longestHorizon, problems: &problems)
    return problems.errors.isEmpty ? try? CapexModel(assumptions) : nil
  }
}
