import CapexModel
import NumericalMethods
import Testing

@testable import RiskAnalysis

/// What growth year on year says, in simulated histories of growth that reverts.
@Suite struct GrowthChangesTests {
  private static let histories = 4000
  private static let quarters = 12
  private static let (speed, volatility, level) = (0.8, 0.1, 0.2)
  private static let seed: UInt64 = 31

  /// Rates of growth, in logarithms, the last of them today's.
  private static func rates(_ history: Int) -> [Double] {
    let stream = Stream(seed: seed, name: "growth")
    let normals = (0...quarters + 3).map {
      Elementary.normalQuantile(stream.uniform(trial: UInt64(history), quarter: $0))
    }
    let kept = Elementary.exp(-speed / 4)
    let stationary = volatility / (2 * speed).squareRoot()
    var deviation = stationary * normals[0]
    return normals.dropFirst().map { normal in
      deviation = deviation * kept + stationary * (1 - kept * kept).squareRoot() * normal
      return level + deviation
    }
  }

  private static func yearOnYear(_ rates: [Double]) -> KnownValues {
    KnownValues(
      (3..<rates.count).map { place in
        let mean = rates[(place - 3)...place].reduce(0, +) / 4
        return (Quarter(index: 8000 + place), Elementary.exp(mean) - 1)
      })
  }

  private static func moments(_ values: [Double]) -> (mean: Double, variance: Double) {
    let mean = values.reduce(0, +) / Double(values.count)
    return (mean, values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1))
  }

  @Test func varianceIsUnbiasedAndAsUncertainAsStated() throws {
    var squares: [Double] = []
    var relative = 0.0
    for history in 0..<Self.histories {
      let changes = try #require(
        GrowthChanges(Self.yearOnYear(Self.rates(history)), speed: Self.speed))
      squares.append(changes.volatility * changes.volatility)
      relative = changes.volatilityError
    }
    let found = Self.moments(squares)
    let expected = Self.volatility * Self.volatility
    let error = (found.variance / Double(Self.histories)).squareRoot()
    #expect(
      abs(found.mean - expected) < 3 * error,
      "expected \(expected), got \(found.mean) ± \(error), seed \(Self.seed)")
    // The relative error of a variance is twice that of its root.
    let stated = expected * 2 * relative
    let got = found.variance.squareRoot()
    #expect(abs(got / stated - 1) < 0.08, "expected \(stated), got \(got), seed \(Self.seed)")
  }

  @Test func errorsOfPathAndStartAreTheirDeviations() throws {
    var (years, today): ([Double], [Double]) = ([], [])
    for history in 0..<Self.histories {
      let rates = Self.rates(history)
      years.append(rates.suffix(4).reduce(0, +) / 4 - Self.level)
      today.append((rates.last ?? .nan) - Self.level)
    }
    let changes = try #require(GrowthChanges(Self.yearOnYear(Self.rates(0)), speed: Self.speed))
    for (stated, values) in [(changes.pathError, years), (changes.startError, today)] {
      let expected = stated * Self.volatility
      let got = Self.moments(values).variance.squareRoot()
      let tolerance = 4 * expected / (2 * Double(Self.histories)).squareRoot()
      #expect(
        abs(got - expected) < tolerance,
        "expected \(expected), got \(got), tolerance \(tolerance), seed \(Self.seed)")
    }
  }

  @Test func fewChangesSayNothing() {
    let growth = KnownValues(
      [0.04, 0.05, 0.07].enumerated().map { (Quarter(index: 8000 + $0), $1) })
    #expect(GrowthChanges(growth, speed: 0.8) == nil)
  }
}
