import Foundation
import Testing

/// Memory does not grow with the number of trials. docs/streams.md has the figure for 10^8.
@Suite struct PeakMemoryTests {
  struct Failed: Error {
    let status: Int32
  }

  @Test func tenTimesTheTrialsNeedNoMoreMemory() throws {
    let small = try peak(trials: "1e6")
    let large = try peak(trials: "1e7")
    #expect(
      Double(large) <= 1.2 * Double(small),
      "10^6 trials: \(small) KiB, 10^7 trials: \(large) KiB; at most 1.2 times as much")
  }

  /// The largest resident set of one run, in KiB (in bytes on macOS), told by the kernel when the
  /// process has ended.
  private func peak(trials: String) throws -> Int {
    let words = [
      Tool.path, "run", "\(Tool.root)/scenarios/reference-workload.yaml", "--trials", trials,
      "--threads", "2",
    ]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var environment: [UnsafeMutablePointer<CChar>?] = [nil]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var process = pid_t()
    let spawned = posix_spawn(&process, Tool.path, &actions, nil, &arguments, &environment)
    guard spawned == 0 else { throw Failed(status: spawned) }
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(process, &status, 0, &usage) == process, status == 0 else {
      throw Failed(status: status)
    }
    return usage.ru_maxrss
  }
}
