import Foundation

/// Files that a scenario names: its base, its histories. They lie in its own folder or in the
/// project around it, and nowhere else.
struct FileReferences: Sendable {
  var location: ScenarioLocation?

  /// A table, or the first problem with the rest of them.
  func table(_ reference: Fragment) throws(Rejection) -> SeedTable {
    let target: ScenarioLocation
    if let table = builtInTable(reference) {
      target = table
    } else {
      target = try resolve(reference)
    }
    let bytes = try FileReferences.bytes(of: target, namedBy: reference)
    let (table, problems) = SeedTable.parse(bytes, name: target.name, order: Order.tables)
    if let first = problems.first {
      throw Rejection(first.problem, at: first.span, and: Array(problems.dropFirst()))
    }
    guard let table else { throw reference.rejected(.table(.noHeader)) }
    return table
  }

  /// A table that the tool carries with it, by its path in the project with or without `../`
  /// before it, where there is no file of that name: a built-in scenario that was written to
  /// another folder still finds its tables.
  private func builtInTable(_ reference: Fragment) -> ScenarioLocation? {
    guard case .disk(let path, _) = location else { return nil }
    let name = reference.text
    let folder = ScenarioLocation.folder(of: path)
    let plain = ScenarioLocation.normalised(
      name.hasPrefix("../") ? String(name.dropFirst(3)) : name)
    guard BuiltInScenarios.tables.contains(where: { $0.path == plain }),
      !FileManager.default.fileExists(atPath: folder.isEmpty ? name : folder + "/" + name)
    else { return nil }
    return .builtIn(path: plain)
  }

  /// The place that a relative name means.
  func resolve(_ reference: Fragment) throws(Rejection) -> ScenarioLocation {
    let name = reference.text
    guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.contains("://"),
      !name.contains("\\")
    else { throw reference.rejected(.file(.notRelative(name: name))) }
    switch location {
    case .none:
      throw reference.rejected(.file(.missing(name: name, nearest: nil, searched: nil)))
    case .builtIn(let path):
      let target = ScenarioLocation.normalised(ScenarioLocation.folder(of: path) + "/" + name)
      if target.hasPrefix("..") { throw reference.rejected(.file(.outside(name: name))) }
      return .builtIn(path: target)
    case .disk(let path, let root):
      let folder = ScenarioLocation.folder(of: path)
      let target = ScenarioLocation.normalised(folder.isEmpty ? name : folder + "/" + name)
      guard FileReferences.isInside(target, [folder.isEmpty ? "." : folder, root]) else {
        throw reference.rejected(.file(.outside(name: name)))
      }
      return .disk(path: target, root: root)
    }
  }

  /// Also after links are followed: a link out of the folder leads outside.
  private static func isInside(_ target: String, _ folders: [String]) -> Bool {
    func real(_ path: String) -> String {
      URL(fileURLWithPath: ScenarioLocation.absolute(path)).resolvingSymlinksInPath().path
    }
    func holds(_ folder: String, _ path: String) -> Bool {
      folder == "/" || path.hasPrefix(folder + "/")
    }
    return folders.contains { folder in
      holds(ScenarioLocation.absolute(folder), ScenarioLocation.absolute(target))
        && holds(real(folder), real(target))
    }
  }

  static func bytes(
    of target: ScenarioLocation, namedBy reference: Fragment
  ) throws(Rejection) -> [UInt8] {
    switch target {
    case .builtIn(let path):
      guard let bytes = BuiltInScenarios.file(at: path) else {
        throw reference.rejected(
          .file(.missing(name: reference.text, nearest: nil, searched: target.name)))
      }
      return bytes
    case .disk(let path, _):
      switch DiskFile.read(path) {
      case .success(let bytes): return bytes
      case .failure(let problem):
        if case .missing(_, let nearest, _) = problem {
          let folder = ScenarioLocation.folder(of: reference.text)
          let near = nearest.map {
            (folder.isEmpty ? "" : folder + "/") + ($0 as NSString).lastPathComponent
          }
          throw reference.rejected(
            .file(.missing(name: reference.text, nearest: near, searched: path)))
        }
        throw reference.rejected(.file(problem))
      }
    }
  }
}

/// The order of texts in messages: the scenario and its bases, then the flags, then tables.
enum Order {
  static let flags = 100
  static let tables = 1000
}
