import Foundation

/// A scenario and the bases that it extends.
enum ScenarioChain {
  static let longest = 8

  /// - Returns: The layers, the scenario's own first; empty when it cannot be read at all. When a
  ///   base cannot be read the chain ends there, with the problem noted, and is empty, since
  ///   everything that the base gives would be called missing.
  static func read(
    _ bytes: [UInt8], at location: ScenarioLocation, problems: inout ProblemCollector
  ) -> [Layer] {
    var layers: [Layer] = []
    var visited: [ScenarioLocation] = []
    var next: (bytes: [UInt8], location: ScenarioLocation) = (bytes, location)
    while true {
      visited.append(identity(next.location))
      let files = FileReferences(location: next.location)
      guard
        let (layer, extends) = readLayer(
          next.bytes, files: files, order: layers.count, problems: &problems)
      else { return [] }
      layers.append(layer)
      guard let extends else { return layers }
      guard
        let base = problems.attempt({ () throws(Rejection) in
          try self.base(extends, files: files, visited: visited)
        })
      else { return [] }
      next = base
    }
  }

  private static func readLayer(
    _ bytes: [UInt8], files: FileReferences, order: Int, problems: inout ProblemCollector
  ) -> (Layer, Fragment?)? {
    let (source, text, decoding) = TextDecoding.decode(
      bytes, name: files.location?.name ?? "", order: order)
    for problem in decoding { problems.report(problem) }
    guard decoding.isEmpty else { return nil }
    let (root, syntax) = YamlComposer.compose(text, source: source)
    for problem in syntax { problems.report(problem) }
    guard let root, !root.isNull else {
      if syntax.isEmpty {
        problems.report(.text(.empty), at: source.span(line: 0, column: 0))
      }
      return nil
    }
    guard case .mapping = root else {
      problems.report(.text(.notAMapping), at: root.span)
      return nil
    }
    let first = source.lines.firstIndex { !$0.isEmpty && $0.first != "#" } ?? 0
    var reader = LayerReader(
      start: source.span(line: first + 1, column: 1), files: files)
    reader.read(root)
    problems.append(reader.problems)
    var layer = reader.layer
    layer.digest = SHA256.digest(text)
    return (layer, reader.extends)
  }

  /// A file beside the scenario, or a built-in scenario by its name.
  private static func base(
    _ reference: Fragment, files: FileReferences, visited: [ScenarioLocation]
  ) throws(Rejection) -> (bytes: [UInt8], location: ScenarioLocation) {
    let name = reference.text
    var target = try files.resolve(reference)
    let plain = name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name
    if !exists(target), BuiltInScenarios.bytes(named: plain) != nil {
      target = .builtIn(path: "scenarios/\(plain).yaml")
    }
    if visited.contains(identity(target)) {
      throw reference.rejected(.file(.cycle((visited + [target]).map(\.name))))
    }
    if visited.count >= longest {
      throw reference.rejected(.file(.chainTooLong(limit: longest)))
    }
    return (try FileReferences.bytes(of: target, namedBy: reference), target)
  }

  private static func exists(_ location: ScenarioLocation) -> Bool {
    switch location {
    case .disk(let path, _): FileManager.default.fileExists(atPath: path)
    case .builtIn(let path): BuiltInScenarios.file(at: path) != nil
    }
  }

  /// The same for two names of one file.
  private static func identity(_ location: ScenarioLocation) -> ScenarioLocation {
    guard case .disk(let path, _) = location else { return location }
    let real = URL(fileURLWithPath: ScenarioLocation.absolute(path)).resolvingSymlinksInPath()
    return .disk(path: real.path, root: "")
  }
}
