internal import NumericalMethods
import Foundation

/// Bytes of regular files, up to the largest size that is read.
enum DiskFile {
  /// A file that is too large is read one byte beyond the limit, so that the reader can tell.
  static func read(_ path: String) -> Result<[UInt8], FileProblem> {
    let manager = FileManager.default
    var isDirectory: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return .failure(.missing(name: path, nearest: neighbour(of: path), searched: nil))
    }
    let real = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let type = (try? manager.attributesOfItem(atPath: real))?[.type] as? FileAttributeType
    guard type == .typeRegular else { return .failure(.notAFile(name: path)) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      return .failure(.unreadable(name: path))
    }
    defer { try? handle.close() }
    guard let data = try? handle.read(upToCount: TextDecoding.largestFile + 1) else {
      // Nil at the end of an empty file.
      return .success([])
    }
    return .success([UInt8](data))
  }

  /// A file beside a missing one whose name is nearly the same.
  private static func neighbour(of path: String) -> String? {
    let folder = ScenarioLocation.folder(of: path)
    let name = (path as NSString).lastPathComponent
    func stem(_ name: String) -> String { (name as NSString).deletingPathExtension }
    let entries =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let sorted = Array(entries.sorted().prefix(1000))
    // By stem: `plan.yml` is near to `plan.yaml`, but `x.yaml` is not near to every other.
    let near = Spelling.nearest(to: stem(name), among: sorted.map(stem))
    let same = sorted.filter { stem($0) == near }
    let ending = (name as NSString).pathExtension
    guard let found = same.first(where: { ($0 as NSString).pathExtension == ending }) ?? same.first
    else { return nil }
    return folder.isEmpty ? found : "\(folder)/\(found)"
  }
}
