import Foundation
import Testing

@testable import RiskAnalysis

/// `run --record FILE`, as people call it.
@Suite struct RecordCommandTests {
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  private func read(_ path: String) throws -> ForecastRecord {
    try ForecastRecordReader.read([UInt8](Data(contentsOf: URL(filePath: path))))
  }

  /// The record has the percentiles of the CSV, and the report is the same as without it.
  @Test func keepsWhatTheRunFound() throws {
    try inFolder { folder in
      let path = folder + "/forecast.json"
      let arguments = [
        "run", "--trials", "5000", "--set", "quarters=16", "--seed", "7", "--metric",
        "intensity = capex / cloudRevenue", "--format", "csv",
      ]
      let run = try Tool.run(arguments + ["--record", path])
      #expect(run.status == 0 && run.errors == "", "\(run.errors)")
      #expect(run.output == (try Tool.run(arguments).output))
      let record = try read(path)
      #expect(record.certificate.seed == 7 && record.certificate.trials == 5000)
      #expect(record.certificate.origin == .builtIn("alibaba-380b"))
      #expect(record.certificate.overrides.contains { $0.path == "quarters" && $0.value == "16" })
      #expect(
        record.quantities.map(\.name).sorted()
          == ["capex", "cloudRevenue", "fx.usdcny", "groupRevenue", "intensity"])
      var compared = 0
      for line in run.output.split(separator: "\n") {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count > 5, let quantity = record.quantity(cells[0]), cells[4].hasPrefix("P"),
          let level = Double(cells[4].dropFirst()), let expected = Double(cells[5])
        else { continue }
        let place = try #require(quarters(from: quantity.first.description, to: cells[2]))
        guard quantity.forecasts.indices.contains(place) else { continue }
        let got = try quantity.forecasts[place].quantile(level / 100)
        #expect(abs(got - expected) <= 6e-6 * abs(expected), "\(line): got \(got)")
        compared += 1
      }
      #expect(compared == 5 * 12 * 5, "compared \(compared)")
    }
  }

  private func quarters(from first: String, to other: String) -> Int? {
    func index(_ text: String) -> Int? {
      let parts = text.split(separator: "Q").compactMap { Int($0) }
      return parts.count == 2 ? 4 * parts[0] + parts[1] : nil
    }
    guard let first = index(first), let other = index(other) else { return nil }
    return other - first
  }

  @Test func sameBytesOnAnyNumberOfThreads() throws {
    try inFolder { folder in
      let files = try ["1", "3"].map { threads in
        let path = folder + "/\(threads).json"
        let run = try Tool.run([
          "run", "--trials", "20000", "--threads", threads, "--record", path, "--output",
          folder + "/report",
        ])
        #expect(run.status == 0 && run.output == "", "\(run.errors)")
        return try Data(contentsOf: URL(filePath: path))
      }
      #expect(files[0] == files[1])
      #expect(files[0].count < 15_000, "\(files[0].count) bytes")
    }
  }

  @Test func refusals() throws {
    let several = try Tool.run(["run", "peers/meta", "peers/amazon", "--record", "x.json"])
    #expect(several.status == 64 && several.errors.contains("--record keeps one forecast"))
    let nothing = try Tool.run(["run", "--set", "outputs=[npv]", "--record", "x.json"])
    #expect(nothing.status == 64 && nothing.errors.contains("--record has nothing to keep"))
    let folder = try Tool.run(["run", "--trials", "100", "--record", "no-such-folder/x.json"])
    #expect(folder.status == 74 && folder.output == "", "\(folder.errors)")
    #expect(folder.errors.contains("no such folder"), "\(folder.errors)")
  }
}
