import Foundation
@testable import Reporting
import Testing

/// A folder that goes with the test.
private final class Folder {
  let path = NSTemporaryDirectory() + "capexsim-test-" + UUID().uuidString
  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }
  deinit { try? FileManager.default.removeItem(atPath: path) }
  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: path))?.sorted() ?? []
  }
  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + name).map {
      String(decoding: $0, as: UTF8.self)
    }
  }
}

@Suite struct AtomicFileTests {
  @Test func writesAndReplaces() throws {
    let folder = try Folder()
    try AtomicFile.write("one", to: folder.path + "/a.txt")
    try AtomicFile.write(String(repeating: "two ", count: 100_000), to: folder.path + "/a.txt")
    #expect(folder.names == ["a.txt"])
    #expect(folder.text("a.txt")?.utf8.count == 400_000)
  }

  @Test func keepsTheModeAndTheLinkOfWhatWasThere() throws {
    let folder = try Folder()
    try AtomicFile.write("one", to: folder.path + "/a.txt")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o640], ofItemAtPath: folder.path + "/a.txt")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: "a.txt")
    try AtomicFile.write("two", to: folder.path + "/link")
    #expect(folder.names == ["a.txt", "link"] && folder.text("a.txt") == "two")
    let mode = try FileManager.default.attributesOfItem(atPath: folder.path + "/a.txt")
    #expect(mode[.posixPermissions] as? Int == 0o640)
  }

  /// What something else writes is put in place whole, or not at all.
  @Test func whatAnotherWrites() throws {
    let folder = try Folder()
    let path = folder.path + "/a.txt"
    try AtomicFile.write(to: path) { (temporary) throws(OutputError) in
      _ = FileManager.default.createFile(atPath: temporary, contents: Data("one".utf8))
    }
    #expect(folder.names == ["a.txt"] && folder.text("a.txt") == "one")
    #expect(throws: OutputError.incomplete(path: path)) {
      try AtomicFile.write(to: path) { (_) throws(OutputError) in throw .incomplete(path: path) }
    }
    #expect(folder.names == ["a.txt"] && folder.text("a.txt") == "one")
  }

  @Test func aMissingFolder() throws {
    let folder = try Folder()
    let path = folder.path + "/none/a.txt"
    #expect(throws: OutputError.file(path: path, step: .create, code: ENOENT)) {
      try AtomicFile.write("x", to: path)
    }
  }

  @Test(arguments: ["/dev/full", "/dev/null", "/tmp"])
  func whatIsNotAFileIsNotReplaced(path: String) {
    #expect(throws: OutputError.notAFile(path: path)) { try AtomicFile.write("x", to: path) }
  }

  /// The process file system takes no new files, from root either.
  @Test func aFolderThatTakesNoFiles() {
    let error = #expect(throws: OutputError.self) { try AtomicFile.write("x", to: "/proc/x.txt") }
    guard case .file(path: "/proc/x.txt", step: .create, _)? = error else {
      Issue.record("got \(String(describing: error))")
      return
    }
  }
}

@Suite struct OutputFolderTests {
  @Test func writesAllFiles() throws {
    let folder = try Folder()
    let output = try OutputFolder(folder.path + "/out")
    try output.write([("report.txt", "a"), ("quantities.csv", "b"), ("result.json", "c")])
    let names = try FileManager.default.contentsOfDirectory(atPath: output.path).sorted()
    #expect(names == ["quantities.csv", "report.txt", "result.json"])
    // A second time into the same folder.
    try OutputFolder(output.path).write([("report.txt", "new")])
    #expect(folder.text("out/report.txt") == "new" && folder.text("out/result.json") == "c")
  }

  /// The last of three cannot be written: none appears, and nothing is left behind.
  @Test func noneUnlessAll() throws {
    let folder = try Folder()
    try FileManager.default.createDirectory(
      atPath: folder.path + "/result.json", withIntermediateDirectories: false)
    let output = try OutputFolder(folder.path)
    #expect(throws: OutputError.notAFile(path: folder.path + "/result.json")) {
      try output.write([("report.txt", "a"), ("quantities.csv", "b"), ("result.json", "c")])
    }
    #expect(folder.names == ["result.json"])
  }

  @Test func aFolderThatCannotBeMade() throws {
    let folder = try Folder()
    try AtomicFile.write("x", to: folder.path + "/file")
    for (path, code) in [
      (folder.path + "/none/out", ENOENT), (folder.path + "/file", EEXIST),
      (folder.path + "/file/out", ENOTDIR),
    ] {
      #expect(throws: OutputError.folder(path: path, code: code)) { try OutputFolder(path) }
    }
  }
}

@Suite struct StandardOutputTests {
  @Test func aFullDeviceIsAnError() throws {
    let full = open("/dev/full", O_WRONLY)
    defer { close(full) }
    #expect(throws: OutputError.standardOutput(code: ENOSPC)) {
      try StandardOutput(descriptor: full).write("x")
    }
    #expect(
      OutputError.standardOutput(code: ENOSPC).description
        == "cannot write to standard output: no space left on the device")
  }

  @Test func aReaderThatHasGone() throws {
    StandardOutput.turnSignalsIntoErrors()
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    close(ends[0])
    defer { close(ends[1]) }
    #expect(throws: OutputError.readerGone) {
      try StandardOutput(descriptor: ends[1]).write("x")
    }
    #expect(OutputError.readerGone.description.isEmpty)
  }

  @Test func aClosedDescriptor() {
    #expect(throws: OutputError.standardOutput(code: EBADF)) {
      try StandardOutput(descriptor: -1).write("x")
    }
  }

  @Test func moreThanAPipeHolds() throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let text = String(repeating: "0123456789", count: 100_000)
    let (reader, writer) = (ends[0], ends[1])
    // Not blocking: the writer has to wait until the reader takes more.
    _ = fcntl(writer, F_SETFL, O_NONBLOCK)
    let thread = Thread {
      try? StandardOutput(descriptor: writer).write(text)
      close(writer)
    }
    thread.start()
    let got = FileHandle(fileDescriptor: reader, closeOnDealloc: true).readDataToEndOfFile()
    #expect(got.count == 1_000_000)
  }
}
