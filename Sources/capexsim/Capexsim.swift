import CapexModel
import MonteCarlo
import Numerics
import PathAlgebra
import Foundation

@main
struct Main {
  static func main() async throws {
    func n(_ x: Double) -> Assumption { Assumption(.number(x)) }
    let k = 0.42144206263130512, g = 0.89257420525683902
    let a = Assumptions([
      "name": Assumption(.text("ref")), "start": Assumption(.quarter(Quarter(year: 2025, number: 2))),
      "quarters": Assumption(.integer(12)), "plan.quarters": Assumption(.integer(12)), "plan.total": n(380.004),
      "plan.mode": Assumption(.choice("pace")), "plan.execution.volatility": n(0.15),
      "imports.share": n(0.4), "imports.rule": Assumption(.choice("volume")),
      "fx.usdcny.spot": n(7.25), "fx.usdcny.process": Assumption(.choice("meanReverting")), "fx.usdcny.level": n(7.2), "fx.usdcny.speed": n(k), "fx.usdcny.volatility": n(0.02 * (2 * k / (1 - 0.81)).squareRoot()),
      "cloud.revenue": n(31.7), "cloud.growth.path": n(0.17351087099181024), "cloud.growth.start": n(0.19721736312181015), "cloud.growth.speed": n(g), "cloud.growth.volatility": n(0.08 * (2 * g / (1 - 0.64)).squareRoot()),
      "dependence.pairs": Assumption(.dependence([DependentPair(first: "fx.usdcny", second: "cloud.growth", correlation: -0.3)])),
      "outputs": Assumption(.names(["fx.usdcny", "cloudRevenue", "capex", "totalCapex"])),
    ])
    let t0 = ContinuousClock.now
    let model = try CapexModel(a)
    let program = try model.compile()
    let t1 = ContinuousClock.now
    print(program.workload, program.registerCount, program.instructions.count, t1 - t0)
    let trials = Int(CommandLine.arguments[1])!
    let r = await Simulation(program, trials: trials, seed: 1, workers: Int(CommandLine.arguments[2])!).run()
    let t2 = ContinuousClock.now
    print(t2 - t1)
    for q in r.quantities { for (i, s) in q.summaries.enumerated() where [0, 3, 11].contains(i) { print(q.quantity.name, i + 1, s.quantile(0.05), s.quantile(0.5), s.quantile(0.95), s.mean, s.meanStandardError) } }
  }
}
