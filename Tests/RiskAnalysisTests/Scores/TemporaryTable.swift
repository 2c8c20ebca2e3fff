import Foundation
import ScenarioFiles

/// Tables of tests, on disk only while they are read.
enum TemporaryTable {
  static func read(_ csv: String) throws -> Observations {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(csv.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try Observations.read(files: [file.path]).get()
  }
}
