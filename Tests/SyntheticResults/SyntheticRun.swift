public import CapexModel
public import MonteCarlo
import NumericalMethods
public import PathAlgebra
public import RiskAnalysis

/// A small made-up run with every kind of quantity: 380 over 12 quarters in lognormal noise
/// against growing cloud revenue. Not the model: only its shapes.
public struct SyntheticRun: Sendable {
  public var trials = 2000
  public var quarters = 24
  public var planQuarters = 12
  public var seed: UInt64 = 20_250_224
  public var mode = Scenario.Mode.revised
  /// The quantities to leave in; all where nil.
  public var kept: Set<String>?
  public var currency = "CNY"
  public var extra: [SimulatedQuantity] = []

  public init() {}

  /// Whole millions that sum to the total.
  public var schedule: [Double] {
    let each = 380_000 / planQuarters
    let more = 380_000 % planQuarters
    return (0..<planQuarters).map { Double(each + ($0 < more ? 1 : 0)) / 1000 }
  }

  public var context: ReportContext {
    ReportContext(
      scenario: "Alibaba's 380 billion, as of 24 February 2025",
      origin: .builtIn("alibaba-380b"), asOf: "2025-02-24", currency: currency,
      start: Quarter(year: 2025, number: 2), quarters: quarters, fiscalYearEnd: 1,
      plan: .init(total: 380, mode: mode, schedule: schedule), discountRate: 0.1, overrides: [],
      programVersion: "0.1.0", streamVersion: 1, elapsedSeconds: nil)
  }

  /// The run as it is, made once.
  public static let standard = SyntheticRun().answers

  public var answers: Answers { Answers(result, context: context) }

  public var result: SimulationResult {
    let paths = SyntheticPaths(self)
    let all = paths.quantities + extra
    let chosen = all.filter { kept?.contains($0.quantity.name) ?? true }
    return SyntheticSummary.result(trials: trials, seed: seed, chosen)
  }

  /// The same quantity by trial with other values.
  public static func like(_ simulated: SimulatedQuantity, values: [Double]) -> SimulatedQuantity {
    SimulatedQuantity(
      quantity: simulated.quantity,
      summaries: [SyntheticSummary.of(values, simulated.quantity.style)], retained: values)
  }

  /// A quantity by quarter.
  public static func quantity(_ name: String, quarters: [[Double]]) -> SimulatedQuantity {
    SyntheticSummary.quantity(name, "", .ratio, quarters: quarters, isByQuarter: true)
  }

  public static func quantity(
    _ name: String, values: [Double], meaning: String = "", style: ValueStyle = .ratio
  ) -> SimulatedQuantity {
    SyntheticSummary.quantity(
      name, "", style, meaning: meaning, quarters: [values], isByQuarter: false)
  }

  /// A metric of the scenario's own, by quarter.
  public static func ownMetric(
    _ name: String, label: String, quarters: Int, trials: Int, style: ValueStyle = .ratio
  ) -> SimulatedQuantity {
    let values = (0..<quarters).map { t in
      (0..<trials).map { style == .condition ? Double(($0 + t) % 2) : Double($0 + t) }
    }
    return SyntheticSummary.quantity(
      name, "", style, meaning: label, quarters: values, isByQuarter: true, role: .metric)
  }
}
