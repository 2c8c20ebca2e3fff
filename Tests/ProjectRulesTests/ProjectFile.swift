import Foundation
import Testing

/// A text file of the repository, with its path from the top.
struct ProjectFile: Sendable {
  let path: String
  let text: String

  /// Lines without their ends; the last one has no line feed to count.
  var lines: [Substring] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Substring($0) }
  }

  /// The folder that holds Package.swift.
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Files below a folder whose names end in one of the extensions, sorted by path; hidden files
  /// and links to folders are passed over.
  static func all(in folder: String, _ extensions: String...) throws -> [ProjectFile] {
    let keys: [URLResourceKey] = [.isRegularFileKey]
    guard
      let found = FileManager.default.enumerator(
        at: root.appending(path: folder), includingPropertiesForKeys: keys,
        options: [.skipsHiddenFiles])
    else { throw CocoaError(.fileNoSuchFile) }
    var files: [ProjectFile] = []
    for case let url as URL in found where extensions.contains(url.pathExtension) {
      guard try url.resourceValues(forKeys: Set(keys)).isRegularFile == true else { continue }
      let path = String(url.standardizedFileURL.path.dropFirst(root.path.count))
      files.append(try read(path.hasPrefix("/") ? String(path.dropFirst()) : path))
    }
    return files.sorted { $0.path < $1.path }
  }

  static func read(_ path: String) throws -> ProjectFile {
    let bytes = try Data(contentsOf: root.appending(path: path))
    return ProjectFile(path: path, text: String(decoding: bytes, as: UTF8.self))
  }
}

extension ProjectFile: CustomTestStringConvertible {
  var testDescription: String { path }
}
