internal import RiskAnalysis

/// An axis of numbers that begins and ends at a tick; ticks are multiples of a round step.
struct NumberAxis: Equatable {
  let step: Double
  private let first: Int
  private let last: Int

  /// Nil where there is nothing to cover, or where it has no round step.
  ///
  /// - Parameters:
  ///   - values: what must lie between the ends; those that are not finite are left out.
  ///   - ticks: about as many.
  ///   - includesZero: an amount's axis begins at zero, an exchange rate's need not.
  init?(covering values: [Double], ticks: Int = 5, includesZero: Bool = true) {
    let finite = values.filter(\.isFinite) + (includesZero ? [0] : [])
    guard var low = finite.min(), var high = finite.max() else { return nil }
    if low == high {
      // One number stands in the middle.
      let margin = low == 0 ? 1 : low.magnitude / 10
      (low, high) = (includesZero && low == 0 ? 0 : low - margin, high + margin)
    }
    guard let step = RoundStep.atLeast((high - low) / Double(ticks)),
      low.magnitude / step < 1e6, high.magnitude / step < 1e6
    else { return nil }
    self.step = step
    // A hair beyond a tick is not worth another step.
    first = Int((low / step + 1e-9).rounded(.down))
    last = max(first + 1, Int((high / step - 1e-9).rounded(.up)))
  }

  var low: Double { tick(first) }
  var high: Double { tick(last) }
  var ticks: [Double] { (first...last).map(tick) }

  /// Steps below one are divided, since a tenth is not exact.
  private func tick(_ i: Int) -> Double {
    step < 1 ? Double(i) / (1 / step).rounded() : Double(i) * step
  }

  func label(_ x: Double) -> String {
    let text = NumberText.fixed(x, decimals: NumberText.places(step, most: 9))
    return text.hasPrefix("-") ? "\u{2212}" + text.dropFirst() : text
  }
}
