import Foundation

/// Files that a scenario names: its base, its histories. They lie in its own folder or in the
/// project around it, and nowhere else.
struct FileReferences: Sendable {
  var location: ScenarioLocation?

  /// A table, or the first problem with the rest of them.
  func table(_ reference: Fragment) throws(Rejection) -> SeedTable {
    let target = try resolve(reference)
    let bytes = try FileReferences.bytes(of: target, namedBy: reference)
    let (table, problems) = SeedTable.parse(bytes, name: target.name, order: Order.tables)
    if let first = problems.first {
      throw Rejection(first.problem, at: first.span, and: Array(problems.dropFirst()))
    }
    guard let table else { throw reference.rejected(.table(.noHeader)) }
    return table
  }

  /// The place that a relative name means.
  func resolve(_ reference: Fragment) throws(Rejection) -> ScenarioLocation {
    let name = reference.text
    guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !name.contains("://"),
      !name.contains("\\")
    else { throw reference.rejected(.file(.notRelative(name: name))) }
    switch location {
    case .none: throw reference.rejected(.file(.missing(name: name, nearest: nil)))
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
        throw reference.rejected(.file(.missing(name: reference.text, nearest: nil)))
      }
      return bytes
    case .disk(let path, _):
      switch DiskFile.read(path) {
      case .success(let bytes): return bytes
      case .failure(let problem):
        if case .missing(_, let nearest) = problem {
          let folder = ScenarioLocation.folder(of: reference.text)
          let near = nearest.map {
            (folder.isEmpty ? "" : folder + "/") + ($0 as NSString).lastPathComponent
          }
          throw reference.rejected(.file(.missing(name: reference.text, nearest: near)))
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
