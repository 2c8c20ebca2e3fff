internal import CapexModel

/// What has happened to a quantity, quarter by quarter, as far as the scenario's tables hold it.
///
/// Held by `ActualSeriesTests`.
public struct ActualSeries: Sendable, Equatable {
  /// The model's name of it, such as `capex`.
  public let quantity: String
  /// In order of t; quarters without a figure are not there.
  public let points: [Point]

  public struct Point: Sendable, Equatable {
    /// The quarter's index: 1 is the first that is simulated, and those before lie before the start.
    public let t: Int
    /// As results of the quantity are: billions, or a rate.
    public let value: Double

    public init(t: Int, value: Double) {
      self.t = t
      self.value = value
    }
  }

  /// Those that the simulation takes as given.
  public var sinceStart: [Point] { points.filter { $0.t > 0 } }

  subscript(_ t: Int) -> Double? { points.first { $0.t == t }?.value }

  /// The figures of the tables, and what follows from spending and revenue since the start:
  /// `cumulativeCapex` to the first quarter that has no figure, and `capexToRevenue`.
  static func all(_ known: KnownHistory, start: Quarter) -> [ActualSeries] {
    var values: [(quantity: String, points: [Point])] = []
    for row in known.tables.flatMap(\.rows) {
      guard let quantity = quantity(of: row) else { continue }
      let point = Point(t: start.distance(to: row.quarter) + 1, value: row.value)
      if let place = values.firstIndex(where: { $0.quantity == quantity }) {
        values[place].points.append(point)
      } else {
        values.append((quantity, [point]))
      }
    }
    let given = values.map {
      ActualSeries(quantity: $0.quantity, points: $0.points.sorted { $0.t < $1.t })
    }
    return (given + derived(from: given)).filter { !$0.points.isEmpty }
  }

  /// Of figures before the start the quantity that they would be; nil for what the model lacks.
  private static func quantity(of row: KnownRow) -> String? {
    switch row.use {
    case .clamped(let quantity): quantity
    case .startsFrom, .setsPace, .ignored(.same), .ignored(.beforeStart):
      ActualsTable.Item(rawValue: row.figure)?.quantity
    case .ignored: nil
    }
  }

  private static func derived(from given: [ActualSeries]) -> [ActualSeries] {
    guard let capex = given.first(where: { $0.quantity == ActualsTable.Item.capex.quantity }) else {
      return []
    }
    var spent = 0.0
    var cumulative: [Point] = []
    for (t, point) in zip(1..., capex.sinceStart) {
      guard point.t == t else { break }
      spent += point.value
      cumulative.append(Point(t: t, value: spent))
    }
    let revenue = given.first { $0.quantity == ActualsTable.Item.cloudRevenue.quantity }
    let ratios = capex.sinceStart.compactMap { point in
      revenue?[point.t].flatMap { $0 > 0 ? Point(t: point.t, value: point.value / $0) : nil }
    }
    return [
      ActualSeries(quantity: "cumulativeCapex", points: cumulative),
      ActualSeries(quantity: "capexToRevenue", points: ratios),
    ]
  }
}

extension ActualsAnswer {
  /// What has happened to a quantity; nil where no table has it.
  public func series(_ quantity: String) -> ActualSeries? {
    series.first { $0.quantity == quantity }
  }
}
