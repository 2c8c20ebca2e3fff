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
  @Test(arguments: ["gbm", "meanReverting", "jumpDiffusion"])
  func linesCanBePasted(process: String) throws {
    let run = try Tool.run(Self.shipped + ["--process", process])
    #expect(run.status == 0, "\(run.errors)")
    let lines = try #require(
      run.output.split(separator: "To paste into a scenario\n").last, "\(run.output)")
    // Keys of another process must not remain from the base.
    let own = "extends: alibaba-380b\n" + lines
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).yaml")
    try Data(own.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let check = try Tool.run(["check", file.path])
    #expect(check.status == 0, "\(check.errors)\n\(own)")
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
    // The others stand beside it.
    let other = try Tool.run(["calibrate", "usdcny", file.path, "--process", "gbm"])
    #expect(other.status == 0 && other.output.contains("not converged"), "\(other.output)")
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
