import Foundation

/// The built tool, run as a process.
enum Tool {
  struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Runs the tool in the project's folder; `environment` is laid over the test's own.
  static func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Outcome {
    try run(executable, arguments, environment)
  }

  /// Runs a shell command in the project's folder; `$CAPEXSIM` is the tool.
  static func shell(_ command: String) throws -> Outcome {
    try run(URL(filePath: "/bin/sh"), ["-c", command], ["CAPEXSIM": executable.path])
  }

  /// Both streams go to files: a pipe that nobody reads would stop the tool.
  private static func run(
    _ program: URL, _ arguments: [String], _ environment: [String: String]
  ) throws -> Outcome {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.appending(path: "output")
    let errors = folder.appending(path: "errors")
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: root)
    process.environment = ProcessInfo.processInfo.environment
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let ended = process.terminationReason == .exit
    return Outcome(
      status: ended ? process.terminationStatus : 128 + process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The arguments that a page says it can be had again with.
  static func command(on page: String, of name: String) -> String? {
    guard let start = page.range(of: "<pre><code>"),
      let end = page[start.upperBound...].range(of: "</code>")
    else { return nil }
    let text = page[start.upperBound..<end.lowerBound].replacing(/<[^>]*>/, with: "")
      .replacing("&#39;", with: "'").replacing("&gt;", with: ">")
    let prefix = "capexsim \(name) "
    return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  /// The project's folder, seen from this file.
  static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  /// The tool lies beside the test bundle.
  private static let executable = URL(filePath: CommandLine.arguments[0])
    .deletingLastPathComponent().appending(path: "capexsim")

  static let path = executable.path
}
