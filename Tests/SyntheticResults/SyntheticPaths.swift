import MonteCarlo
import NumericalMethods
import PathAlgebra

/// The trials of a synthetic run, quantity by quantity.
struct SyntheticPaths {
  let run: SyntheticRun
  /// By quarter, then by trial.
  private let capex: [[Double]]
  private let revenue: [[Double]]
  private let rate: [[Double]]

  init(_ run: SyntheticRun) {
    self.run = run
    func scores(_ name: String, _ t: Int) -> [Double] {
      let stream = Stream(seed: run.seed, name: name)
      return (0..<run.trials).map {
        Elementary.normalQuantile(stream.uniform(trial: UInt64($0), quarter: t))
      }
    }
    let total = scores("total", 0).map { $0 > 0.3 ? 1 + 0.15 * $0 : 1 }
    capex = (0..<run.quarters).map { t in
      guard t < run.planQuarters else { return scores("after", t).map { max(0, $0 - 2) } }
      return zip(scores("capex", t), total).map {
        run.schedule[t] * $1 * Elementary.exp(0.25 * $0 - 0.03125)
      }
    }
    var level = [Double](repeating: 31.742, count: run.trials)
    revenue = (0..<run.quarters).map { t in
      level = zip(level, scores("revenue", t)).map {
        $0 * Elementary.exp(max(0.015, 0.055 - 0.001 * Double(t)) + 0.05 * $1)
      }
      return level
    }
    var logRate = [Double](repeating: Elementary.log(7.2476), count: run.trials)
    rate = (0..<run.quarters).map { t in
      logRate = zip(logRate, scores("rate", t)).map { $0 + 0.02 * $1 }
      return logRate.map { Elementary.exp($0) }
    }
  }

  private func byTrial(_ body: (Int) -> Double) -> [Double] { (0..<run.trials).map(body) }

  /// Revenue of the last quarter.
  private var last: [Double] { revenue.last ?? [] }

  private func sum(_ series: [[Double]], _ range: Range<Int>, _ trial: Int) -> Double {
    range.reduce(0) { $0 + series[$1][trial] }
  }

  private func crossing(_ trial: Int) -> Double {
    var spent = 0.0
    for t in 0..<run.quarters {
      spent += capex[t][trial]
      if spent >= 380 { return Double(t + 1) }
    }
    return .infinity
  }

  var quantities: [SimulatedQuantity] { quarterly + totals + years + conditions }

  /// The run starts with a fiscal year, FY2026.
  private var years: [SimulatedQuantity] {
    let unit = "\(run.currency) bn"
    return (0..<(run.quarters / 4)).flatMap { year in
      let range = (year * 4)..<(year * 4 + 4)
      return [
        whole("capex.FY\(2026 + year)", unit, .amount, byTrial { sum(capex, range, $0) }),
        whole("cloudRevenue.FY\(2026 + year)", unit, .amount, byTrial { sum(revenue, range, $0) }),
      ]
    }
  }

  private var quarterly: [SimulatedQuantity] {
    let unit = "\(run.currency) bn"
    let ratio = zip(capex, revenue).map { zip($0, $1).map { $0 / $1 } }
    let above = ratio.map { $0.map { $0 > 1 ? 1.0 : 0 } }
    func series(_ name: String, _ unit: String, _ style: ValueStyle, _ values: [[Double]])
      -> SimulatedQuantity
    {
      SyntheticSummary.quantity(name, unit, style, quarters: values, isByQuarter: true)
    }
    return [
      series("capex", unit, .amount, capex), series("fx.usdcny", "CNY/USD", .exchangeRate, rate),
      series("cloudRevenue", unit, .amount, revenue), series("capexToRevenue", "", .ratio, ratio),
      series("capexAboveRevenue", "", .condition, above),
      series("growthSteppedUp", "", .condition, revenue.map { $0.map { $0 > 40 ? 1 : 0 } }),
    ]
  }

  private func whole(_ name: String, _ unit: String, _ style: ValueStyle, _ values: [Double])
    -> SimulatedQuantity
  {
    SyntheticSummary.quantity(name, unit, style, quarters: [values], isByQuarter: false)
  }

  private var totals: [SimulatedQuantity] {
    let unit = "\(run.currency) bn"
    let plan = 0..<run.planQuarters
    let ratios = { (i: Int) in plan.map { capex[$0][i] / revenue[$0][i] } }
    return [
      whole("totalCapex", unit, .amount, byTrial { sum(capex, plan, $0) }),
      whole(
        "totalCapexUSD", "USD bn", .amount,
        byTrial { i in plan.reduce(0) { $0 + capex[$1][i] / rate[$1][i] } }),
      whole("crossing", "", .quarter, byTrial(crossing)),
      whole(
        "quartersAboveRevenue", "", .count, byTrial { Double(ratios($0).filter { $0 > 1 }.count) }),
      whole("peakCapexToRevenue", "", .ratio, byTrial { ratios($0).max() ?? 0 }),
      whole(
        "payback", "", .quarter,
        byTrial { last[$0] < 90 ? .infinity : Double(run.quarters) - (last[$0] / 30).rounded() }),
      whole(
        "npv", unit, .amount, byTrial { 3 * last[$0] - sum(capex, plan, $0) }
      ),
      whole("slip", "", .count, byTrial { crossing($0) > 12 ? 1 : 0 }),
    ]
  }

  private var conditions: [SimulatedQuantity] {
    [
      whole(
        "capexAboveRevenueEver", "", .condition,
        byTrial { i in (0..<run.planQuarters).contains { capex[$0][i] > revenue[$0][i] } ? 1 : 0 }),
      whole("planCompleteOnTime", "", .condition, byTrial { crossing($0) <= 12 ? 1 : 0 }),
      whole(
        "paidBackWithinHorizon", "", .condition,
        byTrial { last[$0] < 90 ? 0 : 1 }),
    ]
  }
}
