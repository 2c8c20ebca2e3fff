import Foundation
import Testing

/// `capexsim report`, as people call it.
@Suite struct ReportCommandTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  @Test func writesAPageAndSaysNothing() throws {
    try inFolder { folder in
      let run = try Tool.shell("cd '\(folder)' && \"$CAPEXSIM\" report --trials 20000")
      #expect(run.status == 0 && run.output == "" && run.errors == "", "\(run.errors)")
      let page = try text(folder + "/report.html")
      #expect(page.hasPrefix("<!DOCTYPE html>\n") && page.hasSuffix("</html>\n"))
      #expect(page.utf8.count < 500_000, "\(page.utf8.count) bytes")
      for name in [
        "capex", "capexToRevenue", "cumulativeCapex", "crossing", "totalCapex", "payback",
        "totalCapex-exceedance", "totalCapexUSD", "totalCapexUSD-exceedance", "freeCashFlow",
        "fx-usdcny",
      ] {
        #expect(page.contains("<figure id=\"\(name)\">"), "no \(name)")
      }
      let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(files == ["report.html"])
    }
  }

  /// The command on the page gives the page again, on any number of threads.
  @Test func thePageSaysHowToGetItAgain() throws {
    try inFolder { folder in
      let first = folder + "/first.html"
      let run = try Tool.run([
        "report", "price-war", "--trials", "3000", "--seed", "7", "--threads", "3", "--set",
        "fx.usdcny.volatility=6%", "--metric", "half = capex / cloudRevenue > 0.5", "--output",
        first,
      ])
      #expect(run.status == 0, "\(run.errors)")
      let page = try text(first)
      let command = try #require(Tool.command(on: page, of: "report"))
      #expect(command.contains("--metric 'half = capex / cloudRevenue > 0.5'"), "\(command)")
      let second = folder + "/second.html"
      let again = try Tool.shell(
        "\"$CAPEXSIM\" report \(command) --threads 1 --output '\(second)'")
      #expect(again.status == 0, "\(command): \(again.errors)")
      #expect(try text(second) == page)
      #expect(page.contains("not from the file, which says 5.16%"))
    }
  }

  @Test func chartsAreFilesOfTheirOwn() throws {
    try inFolder { folder in
      let run = try Tool.run([
        "report", "peers/amazon", "--trials", "3000", "--output", folder + "/x.html", "--charts",
        folder + "/charts",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder + "/charts").sorted()
      let names = ["capex", "crossing", "cumulativeCapex", "totalCapex", "totalCapex-exceedance"]
      #expect(files == names.flatMap { ["\($0).svg", "\($0).vl.json"] }.sorted())
      let svg = try text(folder + "/charts/capex.svg")
      #expect(svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    }
  }

  @Test func thePictureInTheDocumentsIsTheDefaultScenario() throws {
    try inFolder { folder in
      let run = try Tool.run(["report", "--output", folder + "/x.html", "--charts", folder])
      #expect(run.status == 0, "\(run.errors)")
      let same = try text(folder + "/capex.svg") == text(Tool.root + "/docs/capex.svg")
      #expect(same, "make docs/capex.svg again as docs/report.md says")
    }
  }

  @Test(arguments: [
    ("/nowhere/at/all.html", "no such folder"), ("/dev/full", "it is not a plain file"),
    ("/proc/report.html", "cannot create a file beside"),
  ])
  func whatCannotBeWrittenIsAnError(path: String, reason: String) throws {
    let run = try Tool.run(["report", "--trials", "600", "--output", path])
    #expect(run.status == 74 && run.output == "", "\(run.status): \(run.errors)")
    #expect(run.errors.contains(reason), "\(run.errors)")
  }

  /// A disk that fills up leaves the old page as it was, and nothing beside it.
  @Test func aFullDiskLeavesTheOldPage() throws {
    try inFolder { folder in
      try Data("old".utf8).write(to: URL(filePath: folder + "/report.html"))
      let run = try Tool.shell(
        "cd '\(folder)' && ulimit -f 16 && \"$CAPEXSIM\" report --trials 600")
      #expect(run.status == 74, "\(run.status): \(run.errors)")
      #expect(run.errors.contains("the file is larger than allowed"), "\(run.errors)")
      #expect(try text(folder + "/report.html") == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["report.html"])
    }
  }

  @Test func aPrecisionThatIsNotReachedIsSaid() throws {
    try inFolder { folder in
      let path = folder + "/x.html"
      let run = try Tool.run([
        "report", "--until", "mean npv within 0.0001bn CNY", "--max-trials", "40k", "--output",
        path,
      ])
      #expect(run.status == 3, "\(run.errors)")
      #expect(try text(path).contains("not reached: needs about"))
    }
  }
}
