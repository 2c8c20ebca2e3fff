import Foundation
import Testing

/// `capexsim run --xlsx`, as people call it.
@Suite struct WorkbookCommandTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func names(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }

  #if XLSX
    private func bytes(_ path: String) throws -> Data {
      try Data(contentsOf: URL(filePath: path))
    }

    /// Whatever the threads, the time zone, the language and the time of day.
    @Test func theSameRunGivesTheSameBytes() throws {
      try inFolder { folder in
        let run = ["run", "price-war", "--trials", "3000", "--set", "fx.usdcny.volatility=6%"]
        let first = try Tool.run(
          run + ["--xlsx", folder + "/a.xlsx", "--threads", "1"],
          environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "C"])
        #expect(first.status == 0 && first.errors == "", "\(first.errors)")
        Thread.sleep(forTimeInterval: 2.1)
        let second = try Tool.run(
          run + ["--xlsx", folder + "/b.xlsx", "--threads", "3"],
          environment: ["TZ": "America/Los_Angeles", "LC_ALL": "de_DE.UTF-8"])
        #expect(second.status == 0 && second.errors == "", "\(second.errors)")
        let isSame = try bytes(folder + "/a.xlsx") == bytes(folder + "/b.xlsx")
        #expect(isSame)
        #expect(try bytes(folder + "/a.xlsx").prefix(2) == Data("PK".utf8))
        #expect(try names(folder) == ["a.xlsx", "b.xlsx"])
      }
    }

    @Test(arguments: [
      ("/nowhere/at/all.xlsx", "no such folder"), ("/dev/full", "it is not a plain file"),
      ("/proc/run.xlsx", "cannot create a file beside"),
    ])
    func whatCannotBeWrittenIsAnError(path: String, reason: String) throws {
      let run = try Tool.run(["run", "--trials", "600", "--xlsx", path])
      #expect(run.status == 74 && run.output == "", "\(run.status): \(run.errors)")
      #expect(run.errors.contains(reason), "\(run.errors)")
    }

    /// The library does not see that a file of its own was cut short. Limits are in units of 512 or
    /// 1024 bytes: some take no byte of it, some all but the largest part.
    @Test(arguments: [1, 8, 64, 200, 500])
    func aFullDiskLeavesTheOldWorkbook(limit: Int) throws {
      try inFolder { folder in
        try Data("old".utf8).write(to: URL(filePath: folder + "/run.xlsx"))
        let run = try Tool.shell(
          "cd '\(folder)' && ulimit -f \(limit) && \"$CAPEXSIM\" run --trials 600 --xlsx run.xlsx")
        #expect(run.status == 74 && run.output == "", "\(limit): \(run.status): \(run.errors)")
        #expect(run.errors.contains("cannot write run.xlsx"), "\(limit): \(run.errors)")
        #expect(try bytes(folder + "/run.xlsx") == Data("old".utf8), "\(limit)")
        #expect(try names(folder) == ["run.xlsx"], "\(limit)")
      }
    }

    @Test func severalScenariosAreRefused() throws {
      let run = try Tool.run(["run", "chip-embargo", "price-war", "--xlsx", "/nowhere/x.xlsx"])
      #expect(run.status == 64 && run.errors.contains("one by one"), "\(run.errors)")
    }
  #else
    /// It says how to get a build that can.
    @Test func aBuildWithoutTheTraitSaysSo() throws {
      try inFolder { folder in
        let run = try Tool.run(["run", "--xlsx", folder + "/run.xlsx"])
        #expect(run.status == 64 && run.output == "", "\(run.status)")
        for words in ["--traits XLSX", "libxlsxwriter-dev", "zlib1g-dev"] {
          #expect(run.errors.contains(words), "\(run.errors)")
        }
        #expect(try names(folder).isEmpty)
      }
    }
  #endif
}
