import CapexModel
import PathAlgebra
import Testing

@testable import ScenarioFiles

/// `--until`, word for word.
@Suite struct PrecisionReaderTests {
  /// What a run of the small scenario could have; eight quarters from 2025Q2.
  private static let quantities: [Quantity] = [
    quantity("totalCapex", .currency("CNY"), .amount),
    quantity("totalCapexUSD", .currency("USD"), .amount),
    quantity("capex", .currency("CNY"), .amount, isByQuarter: true),
    quantity("capex.FY2026", .currency("CNY"), .amount),
    quantity("cloudGrowth", .none, .percentage, isByQuarter: true, firstQuarter: 4),
    quantity("peak", .none, .ratio),
    quantity("fx.usdcny", .rate("CNY", per: "USD"), .exchangeRate, isByQuarter: true),
    quantity("payback", .none, .quarter), quantity("slip", .none, .count),
    quantity("paidBack", .none, .condition),
    quantity("users", .scaled("million", "users"), .amount),
  ]

  private static func quantity(
    _ name: String, _ unit: PathAlgebra.Unit, _ style: ValueStyle, isByQuarter: Bool = false,
    firstQuarter: Int = 1
  ) -> Quantity {
    Quantity(
      name: name, meaning: "", unit: unit, style: style, isByQuarter: isByQuarter,
      firstQuarter: firstQuarter)
  }

  private func read(
    _ flags: [String], named name: String = "small", among names: [String] = ["small"]
  ) throws -> Result<[PrecisionTarget], ScenarioFailure> {
    let scenario = try SmallScenario.read().get().model.scenario
    return PrecisionReader.read(
      flags, quantities: Self.quantities, of: scenario, named: name, among: names)
  }

  private typealias Target = PrecisionTarget

  static let accepted: [(String, PrecisionTarget.Statistic, Int, Int, PrecisionTarget.Tolerance)] =
    [
      ("P90 totalCapex within 1bn CNY", .quantile(0.9), 0, 0, .absolute(1)),
      ("P0.1 totalCapex within 500mn CNY", .quantile(0.001), 0, 0, .absolute(0.5)),
      ("P99.9 totalCapex within 5亿元", .quantile(0.999), 0, 0, .absolute(0.5)),
      ("mean totalCapexUSD within 20mn USD", .mean, 1, 0, .absolute(0.02)),
      ("P95 capex 2025Q4 within 1%", .quantile(0.95), 2, 2, .relative(0.01)),
      ("P95 capex FY2026Q1 within 1%", .quantile(0.95), 2, 0, .relative(0.01)),
      ("P50 capex FY2026 within 1%", .quantile(0.5), 3, 0, .relative(0.01)),
      ("mean cloudGrowth 2026Q1 within 0.5pp", .mean, 4, 0, .absolute(0.005)),
      ("mean cloudGrowth 2026Q2 within 25bp", .mean, 4, 1, .absolute(0.0025)),
      ("P5 peak within 0.02", .quantile(0.05), 5, 0, .absolute(0.02)),
      ("P5 peak within 2% of the estimate", .quantile(0.05), 5, 0, .relative(0.02)),
      ("P5 peak within 2% of estimate", .quantile(0.05), 5, 0, .relative(0.02)),
      ("P50 fx.usdcny 2027Q1 within 0.01", .quantile(0.5), 6, 7, .absolute(0.01)),
      ("P50 fx.usdcny 2027Q1 within 0.01 CNY/USD", .quantile(0.5), 6, 7, .absolute(0.01)),
      ("P90 totalCapex within 2 CNY bn", .quantile(0.9), 0, 0, .absolute(2)),
      ("P50 payback within 1 quarter", .quantile(0.5), 7, 0, .absolute(1)),
      ("mean slip within 0.1", .mean, 8, 0, .absolute(0.1)),
      ("probability paidBack within 1pp", .probability, 9, 0, .absolute(0.01)),
      ("  mean   users  within   2m ", .mean, 10, 0, .absolute(2)),
    ]

  @Test(arguments: accepted.indices)
  func reads(index: Int) throws {
    let (flag, statistic, quantity, period, tolerance) = Self.accepted[index]
    let got = try read([flag]).get()
    let target = try #require(got.first)
    #expect(got.count == 1 && target.statistic == statistic, "\(flag): got \(target)")
    #expect(target.quantity == quantity && target.period == period, "\(flag): got \(target)")
    #expect(target.tolerance == tolerance, "\(flag): got \(target.tolerance)")
    let words = flag.split(separator: " ").joined(separator: " ")
    #expect(target.text == words, "got \(target.text)")
  }

  @Test func severalInOneFlagAndInSeveral() throws {
    let got = try read(["P90 totalCapex within 1bn CNY, mean slip within 1", "P5 peak within 1"])
      .get()
    #expect(got.map(\.subject) == ["P90 totalCapex", "mean slip", "P5 peak"])
  }

  @Test func oneScenarioOfSeveral() throws {
    let flags = ["a: P90 totalCapex within 1bn CNY, b: mean slip within 1, P5 peak within 1"]
    let a = try read(flags, named: "a", among: ["a", "b"]).get()
    let b = try read(flags, named: "b", among: ["a", "b"]).get()
    #expect(a.map(\.subject) == ["P90 totalCapex", "P5 peak"])
    #expect(b.map(\.subject) == ["mean slip", "P5 peak"])
  }

  @Test func charactersThatCannotBeSeen() throws {
    guard case .failure(let failure) = try read(["P5 pe\u{202E}ak within 1"]) else {
      Issue.record("accepted")
      return
    }
    #expect(
      failure.rendered == """
        --until P5 pe\\u{202E}ak within 1: error: the character \\u{202E} cannot be seen
           | --until P5 pe\\u{202E}ak within 1
           |              ^^^^^^^^
           help: remove it; retype the word if it was copied from elsewhere

        """)
  }

  /// Everything that is wrong comes at once.
  @Test func everyMistakeOfEveryFlag() throws {
    let got = try read(["P90 foo within 1%, mean payback within 1", "P5 peak"])
    guard case .failure(let failure) = got else {
      Issue.record("accepted")
      return
    }
    #expect(failure.diagnostics.count == 3 && failure.exitCode == .invalid)
  }

  @Test(arguments: PrecisionMistakes.all.indices)
  func explains(index: Int) throws {
    let (flag, caret, message, help) = PrecisionMistakes.all[index]
    let start = flag.range(of: caret).map {
      flag.distance(from: flag.startIndex, to: $0.lowerBound)
    }
    let place = String(repeating: " ", count: 8 + (start ?? 0))
    let expected = """
      --until \(flag): error: \(message)
         | --until \(flag)
         | \(place)\(String(repeating: "^", count: max(1, caret.count)))
         help: \(help)

      """
    switch try read([flag], among: ["small", "other"]) {
    case .success(let targets): Issue.record("\(flag): accepted as \(targets)")
    case .failure(let failure):
      #expect(
        failure.rendered == expected, "expected\n\(expected)\ngot\n\(failure.rendered)")
    }
  }
}
