import Foundation

/// Where a scenario stands: on disk, or built into the tool.
enum ScenarioLocation: Hashable, Sendable {
  /// `root` is a folder that holds every file the scenario may name.
  case disk(path: String, root: String)
  /// A path in the project, such as `scenarios/alibaba-380b.yaml`.
  case builtIn(path: String)

  /// What messages call the file.
  var name: String {
    switch self {
    case .disk(let path, _): path
    case .builtIn(let path): "built-in \(path)"
    }
  }

  /// Where files stand that a flag names: beside a scenario on disk, and in the working directory
  /// when the scenario is built in.
  var ofFlags: ScenarioLocation {
    switch self {
    case .disk: self
    case .builtIn: .disk(path: "flags", root: ".")
    }
  }

  /// The folder that a scenario may take files from, when none is given: the one that holds the
  /// nearest folder `scenarios` around it, else its own.
  static func standardRoot(of path: String) -> String {
    let parts = absolute(path).split(separator: "/").map(String.init)
    guard let index = parts.dropLast().lastIndex(of: "scenarios") else {
      return folder(of: path)
    }
    return "/" + parts[..<index].joined(separator: "/")
  }

  static func folder(of path: String) -> String {
    (path as NSString).deletingLastPathComponent
  }

  static func absolute(_ path: String) -> String {
    if path.hasPrefix("/") { return normalised(path) }
    return normalised(FileManager.default.currentDirectoryPath + "/" + path)
  }

  /// Without `.` and without `..` where the folder before it is known.
  static func normalised(_ path: String) -> String {
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else {
        parts.append(part)
      }
    }
    return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
  }
}
