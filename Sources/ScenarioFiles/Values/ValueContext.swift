internal import CapexModel

/// What the reading of one value may need of the rest of the scenario.
struct ValueContext {
  var currency = "CNY"
  /// The quarter number in which fiscal years end.
  var fiscalYearEnd = 1
  /// CNY per USD, where the scenario says so.
  var yuanPerDollar: Double?
  var planQuarters: Int?
  /// The most quarters that are simulated.
  var longestHorizon = Horizon.usual
  var files = FileReferences()

  /// The value of an amount in another currency, in the scenario's.
  func converted(_ amount: Double, from currency: String) -> Double? {
    guard let rate = yuanPerDollar else { return nil }
    switch (currency, self.currency) {
    case ("USD", "CNY"): return amount * rate
    case ("CNY", "USD"): return amount / rate
    default: return nil
    }
  }
}

/// A key with its own path: `fx.usdcny.spot` for `fx.*.spot`.
struct KeyedPath {
  let path: String
  let kind: AssumptionKey.Kind
  /// The key's sentence for people.
  let meaning: String

  init(path: String, key: AssumptionKey) {
    self.init(path: path, kind: key.kind, meaning: key.meaning)
  }

  init(path: String, kind: AssumptionKey.Kind, meaning: String) {
    self.path = path
    self.kind = kind
    self.meaning = meaning
  }

  /// The last part, which messages name.
  var name: String { path.split(separator: ".").last.map(String.init) ?? path }

  /// `usdcny` for `fx.usdcny.history`; nil outside `fx`.
  var pair: String? {
    let parts = path.split(separator: ".")
    return parts.count > 1 && parts[0] == "fx" ? String(parts[1]) : nil
  }
}
