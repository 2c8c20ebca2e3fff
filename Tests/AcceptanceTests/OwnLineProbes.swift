/// Probes of the keys under `drivers`, `quantities` and `metrics`: a driver `z` and a metric `m`.
enum OwnLineProbes {
  static let all: [KeyProbe] = drawn + processes + formulas

  private static let metric = "metrics.m=previous(z, 0)"

  private static let drawn = [
    probe("drivers.*.value", "drivers.z.value", "0.4", "pert(1, 2, 3)", given: ["metrics.m=z"]),
    probe(
      "drivers.*.unit", "drivers.z.unit", "kWh", "CNY/kWh",
      given: ["drivers.z.value=0.4", "metrics.m=z"]),
    probe(
      "drivers.*.by", "drivers.z.by", "trial", "quarter",
      given: ["drivers.z.value=uniform(0, 1)", metric]),
    probe(
      "drivers.*.process", "drivers.z.process", "gbm", "meanReverting",
      given: ["drivers.z.start=2", "drivers.z.volatility=9%", metric],
      also: ["drivers.z.level=3", "drivers.z.speed=1"]),
  ]

  private static let processes =
    key("start", "2", "3", of: "gbm", ["volatility=9%"])
    + key("drift", "0", "9%", of: "gbm", ["start=2", "volatility=9%"])
    + key("volatility", "9%", "30%", of: "gbm", ["start=2"])
    + key("deviation", "1", "2", of: "vasicek", ["start=2", "level=3", "speed=1"])
    + key("level", "3", "9", of: "vasicek", ["start=2", "speed=1", "deviation=1"])
    + key("speed", "1", "3", of: "vasicek", ["start=2", "level=3", "deviation=1"])
    + key("jumps.rate", "1", "20", of: "jumpDiffusion", jumps + ["jumps.mean=1%"])
    + key("jumps.mean", "1%", "40%", of: "jumpDiffusion", jumps + ["jumps.rate=1"])
    + key(
      "jumps.deviation", "5%", "90%", of: "jumpDiffusion",
      ["start=2", "volatility=9%", "jumps.rate=1", "jumps.mean=1%"])
    + key(
      "history", "../seeds/usdcny-monthly.csv", "../seeds/usdcny-monthly-later.csv",
      of: "bootstrap", ["start=2"])
    + key("block", "4", "1", of: "bootstrap", history)
    + key("recentre", "no", "yes", of: "bootstrap", history)

  private static let jumps = ["start=2", "volatility=9%", "jumps.deviation=5%"]
  private static let history = ["start=2", "history=../seeds/usdcny-monthly.csv"]

  private static let formulas = ["quantities", "metrics"].flatMap { section in
    [
      probe("\(section).*.formula", "\(section).m", "capex", "2 * capex", given: []),
      probe(
        "\(section).*.unit", "\(section).m.unit", "1", "%",
        given: ["\(section).m.formula=capex / cloudRevenue"]),
      probe(
        "\(section).*.label", "\(section).m.label", "one", "another",
        given: ["\(section).m.formula=capex"]),
    ]
  }

  private static func key(
    _ key: String, _ first: String, _ second: String, of process: String, _ others: [String]
  ) -> [KeyProbe] {
    [
      probe(
        "drivers.*.\(key)", "drivers.z.\(key)", first, second,
        given: ["drivers.z.process=\(process)", metric] + others.map { "drivers.z.\($0)" })
    ]
  }

  private static func probe(
    _ pattern: String, _ path: String, _ first: String, _ second: String, given: [String],
    also: [String] = []
  ) -> KeyProbe {
    KeyProbe(
      pattern, without: given + ["\(path)=\(first)"], with: given + ["\(path)=\(second)"] + also)
  }
}

extension KeyProbe {
  fileprivate init(_ path: String, without: [String], with: [String]) {
    self.path = path
    scenario = "alibaba-380b"
    self.without = without
    self.with = with
  }
}
