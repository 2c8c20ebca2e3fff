import Foundation
import Testing

@Suite struct CalibrateCommandTests {
  private static let shipped = [
    "calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--from", "2015-08", "--to", "2025-02",
  ]

  /// The figures of seeds/estimates.csv, which Scripts/derive-estimates computes on its own.
  @Test func shippedRates() throws {
    let run = try Tool.run(Self.shipped + ["--process", "meanReverting", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let parameters = object["parameters"] as? [[String: Any]] ?? []
    func estimate(_ key: String) -> Double {
      parameters.first { $0["key"] as? String == key }?["estimate"] as? Double ?? .nan
    }
    let reversion = object["reversion"] as? [String: Double] ?? [:]
    for (name, got, expected, tolerance) in [
      ("speed", estimate("speed"), 0.465, 0.0005), ("level", estimate("level"), 7.006, 0.0005),
      ("residuals", reversion["residualVolatility"] ?? .nan, 0.0413, 0.00005),
      ("volatility", estimate("volatility"), 0.0422, 0.00006),
    ] {
      #expect(abs(got - expected) < tolerance, "\(name): expected \(expected), got \(got)")
    }
  }

  /// What is printed to be pasted is a scenario.
  @Test(arguments: ["gbm", "meanReverting", "jumpDiffusion", "managed"])
  func linesCanBePasted(process: String) throws {
    try paste(Self.shipped + ["--process", process])
  }

  @Test func linesOfGrowthCanBePasted() throws {
    try paste([
      "calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--process", "announcedGrowth",
      "--speed", "0.8", "--to", "2024Q4",
    ])
  }

  private func paste(_ command: [String]) throws {
    let run = try Tool.run(command)
    #expect(run.status == 0, "\(run.errors)")
    let lines = try #require(
      run.output.split(separator: "To paste into a scenario\n").last, "\(run.output)")
    // Keys of another process must not remain from the base.
    let own = "extends: alibaba-380b\n" + lines
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(own.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Tool.run(["run", file.path, "--trials", "256"])
    #expect(check.status == 0, "\(check.errors)\n\(own)")
  }

  /// python3 with numpy, least squares of a month's logarithm on time and the one before:
  /// n = len(x) - 1; X = np.column_stack([np.ones(n), np.arange(n), x[:-1]]);
  /// b = np.linalg.lstsq(X, x[1:], rcond=None)[0]; speed -12 ln b[2], drift 12 b[1] / (1 - b[2]),
  /// residuals with n - 3. Neither resets nor floating gain enough here.
  @Test func managedShippedRates() throws {
    let run = try Tool.run(Self.shipped + ["--process", "managed", "--format", "json"])
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let parameters = object["parameters"] as? [[String: Any]] ?? []
    #expect(parameters.map { $0["key"] as? String } == ["drift", "speed", "volatility"])
    for (place, expected) in [0.00842439, 0.65536785, 0.04250821].enumerated() {
      let got = parameters[place]["estimate"] as? Double ?? .nan
      #expect(abs(got - expected) < 1e-6, "expected \(expected), got \(got)")
    }
    let processes = object["processes"] as? [[String: Any]] ?? []
    let own = processes.first { $0["process"] as? String == "managed" }
    let akaike = own?["akaike"] as? Double ?? .nan
    #expect(abs(akaike + 681.00814) < 1e-4, "expected -681.00814, got \(akaike)")
    let managed = object["managed"] as? [String: Any] ?? [:]
    let untold = managed["untold"] as? [[String: Any]] ?? []
    #expect(
      untold.map { $0["key"] as? String } == [
        "reset.probability", "reset.mean", "reset.deviation", "leave", "floatingVolatility",
      ])
    // 1 - 0.05^(1/38)
    let most = untold.first?["high"] as? Double ?? .nan
    #expect(abs(most - 0.07580765) < 1e-8, "got \(most)")
    let block = object["scenario"] as? String ?? ""
    #expect(
      block.contains(
        "    # leave: yours to judge; none in 38 quarters, so at most 7.6 % a quarter with 95 %\n"),
      "\(block)")
  }

  /// In March 2014 the band within which the rate may move in a day was doubled.
  @Test func leavingToFloatIsSeen() throws {
    let run = try Tool.run([
      "calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--process", "managed", "--from",
      "2010-06", "--to", "2025-02", "--format", "json",
    ])
    #expect(run.status == 0, "\(run.errors)")
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
    let managed = object["managed"] as? [String: Any] ?? [:]
    #expect(managed["floatsFrom"] as? String == "2014-03", "\(managed)")
    let keys = (object["parameters"] as? [[String: Any]] ?? []).map { $0["key"] as? String ?? "" }
    #expect(keys == ["drift", "speed", "volatility", "floatingVolatility"])
    let block = object["scenario"] as? String ?? ""
    #expect(block.contains("    # leave: yours to judge; left once, in quarter 15"), "\(block)")
  }

  /// Least squares with numpy: x = np.log(v); b = np.polyfit(x[:-1], x[1:], 1); residuals with n - 2;
  /// the level by scipy.optimize.minimize of the Kalman filter's likelihood.
  @Test func spending() throws {
    func estimates(_ process: String) throws -> (keys: [String: Double], object: [String: Any]) {
      let run = try Tool.run([
        "calibrate", "capex.execution", "seeds/alibaba-quarterly.csv", "--to", "2024Q4",
        "--process", process, "--format", "json",
      ])
      #expect(run.status == 0, "\(run.errors)")
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
      let parameters = object["parameters"] as? [[String: Any]] ?? []
      return (
        Dictionary(
          uniqueKeysWithValues: parameters.map {
            ($0["key"] as? String ?? "", $0["estimate"] as? Double ?? .nan)
          }), object
      )
    }
    let plain = try estimates("autoregression").keys
    #expect(abs((plain["volatility"] ?? 0) - 0.460_1) < 5e-5, "\(plain)")
    #expect(abs((plain["autocorrelation"] ?? 0) - 0.467_0) < 5e-5, "\(plain)")
    let (level, object) = try estimates("localLevel")
    #expect(abs((level["volatility"] ?? 0) - 1.047) < 5e-4, "\(level)")
    #expect(abs((level["autocorrelation"] ?? 0) - 0.793) < 5e-4, "\(level)")
    let found = object["level"] as? [String: Double] ?? [:]
    for (key, expected, tolerance) in [
      ("level", 29_004.95, 0.5), ("wander", 0.416, 5e-4), ("noise", 0.181, 5e-4),
    ] {
      let got = found[key] ?? .nan
      #expect(abs(got - expected) < tolerance, "\(key): expected \(expected), got \(got)")
    }
  }

  @Test func spendingCanBePasted() throws {
    let run = try Tool.run([
      "calibrate", "capex.execution", "seeds/alibaba-quarterly.csv", "--to", "2024Q4",
    ])
    let lines = try #require(
      run.output.split(separator: "To paste into a scenario\n").last, "\(run.output)")
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(("extends: alibaba-380b\n" + lines).utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Tool.run(["check", file.path])
    #expect(check.status == 0, "\(check.errors)\n\(lines)")
  }

  @Test func averagesAreWarnedAbout() throws {
    let monthly = try Tool.run(Self.shipped + ["--process", "gbm"])
    #expect(monthly.output.contains("Warning: the values are averages"), "\(monthly.output)")
    let daily = try Tool.run(["calibrate", "usdcny", "seeds/usdcny-daily.csv", "--process", "gbm"])
    #expect(daily.status == 0 && !daily.output.contains("averages"), "\(daily.errors)")
  }

  @Test func theBestProcessIsTaken() throws {
    let run = try Tool.run(Self.shipped)
    #expect(run.output.contains("the process with the smallest AIC"), "\(run.errors)")
  }

  /// Moves of one size have no jumps: the search ends at a border, and says where.
  @Test func searchesThatFailSaySo() throws {
    var csv = "period,value\n"
    for month in 0..<48 {
      let text = "\(2015 + month / 12)-\(month % 12 < 9 ? "0" : "")\(month % 12 + 1)"
      csv += "\(text),\([7.0, 7.1, 7.0, 6.9][month % 4])\n"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(csv.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Tool.run(["calibrate", "usdcny", file.path, "--process", "jumpDiffusion"])
    #expect(run.status == 3, "\(run.output) \(run.errors)")
    #expect(run.output == "")
    for part in ["did not converge", "last point: drift ", "jumps.rate ", "log-likelihood "] {
      #expect(run.errors.contains(part), "no \(part) in \(run.errors)")
    }
    // Nor has it a quiet state: its search ends in the same way.
    let managed = try Tool.run(["calibrate", "usdcny", file.path, "--process", "managed"])
    #expect(managed.status == 3 && managed.output == "", "\(managed.output) \(managed.errors)")
    #expect(managed.errors.contains("managed: "), "\(managed.errors)")
    // The others stand beside it.
    let other = try Tool.run(["calibrate", "usdcny", file.path, "--process", "gbm"])
    #expect(other.status == 0 && other.output.contains("not converged"), "\(other.output)")
  }

  /// Rates that follow from each other exactly have no volatility, though they move.
  @Test func exactRatesAreRefused() throws {
    var csv = "period,value\n"
    for month in 1...12 {
      csv += "2015-\(month < 10 ? "0" : "")\(month),\(month % 2 == 0 ? 7.0 : 7.1)\n"
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(csv.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let run = try Tool.run(["calibrate", "usdcny", file.path, "--process", "meanReverting"])
    #expect(run.status == 2 && run.output == "", "\(run.output)")
    #expect(run.errors.contains("each value follows from the one before exactly"), "\(run.errors)")
  }

  @Test(arguments: [
    (["calibrate", "usd", "seeds/usdcny-monthly.csv"], 64, "no pair of currencies"),
    (["calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--process", "levy"], 64, "levy"),
    (["calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--format", "csv"], 64, "text or json"),
    (
      ["calibrate", "capex.execution", "seeds/alibaba-quarterly.csv", "--process", "gbm"], 64,
      "--process gbm is not for capex.execution"
    ),
    (
      ["calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv"], 2,
      "seasonalReversion needs at least 20 observations, but there are 10"
    ),
    (
      ["calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--item", "clouds"], 2,
      "seeds/alibaba-quarterly.csv:1:1: error: no row has the item clouds"
    ),
    (
      ["calibrate", "eurcny", "seeds/usdcny-monthly.csv"], 2,
      "seeds/usdcny-monthly.csv:2:17: error: the row is USD/CNY, but EUR/CNY is wanted"
    ),
    (
      [
        "calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--process", "managed", "--from",
        "2024-01", "--to", "2024-12",
      ], 2, "seeds/usdcny-monthly.csv:235:1: error: 2024-01 to 2024-12: managed needs at least 36"
    ),
    (
      [
        "calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--process", "announcedGrowth",
      ], 64, "--process announcedGrowth needs --speed"
    ),
    (
      ["calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--speed", "0.8"], 64,
      "--speed is for --process announcedGrowth"
    ),
    (
      [
        "calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--process", "announcedGrowth",
        "--speed", "0",
      ], 64, "above 0 and at most 50"
    ),
    (
      [
        "calibrate", "cloud.growth", "seeds/alibaba-quarterly.csv", "--process", "announcedGrowth",
        "--speed", "0.8", "--item", "cloud revenue",
      ], 2, "growth is in mn CNY, but must be in %"
    ),
    (["calibrate", "usdcny", "seeds/usdcny-month.csv"], 66, "usdcny-monthly.csv"),
    (["calibrate", "usdcny", "seeds/articles.csv"], 2, "seeds/articles.csv:"),
    (
      ["calibrate", "usdcny", "seeds/usdcny-daily.csv", "--process", "jumpDiffusion"], 3,
      "jumps.rate comes out as 215.9, but a scenario takes 0 to 50"
    ),
    (
      [
        "calibrate", "usdcny", "seeds/usdcny-monthly.csv", "--process", "jumpDiffusion", "--from",
        "2024-06",
      ], 2, "jumpDiffusion needs at least 24 observations, but there are 9"
    ),
  ])
  func refusals(arguments: [String], status: Int, part: String) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == Int32(status), "\(run.errors)")
    #expect(run.errors.contains(part), "\(run.errors)")
    #expect(run.output == "")
  }
}
