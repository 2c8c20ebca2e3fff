internal import RiskAnalysis

/// The bins of a total's histogram with their labels and shares as text, tails included.
struct HistogramBins {
  let all: [Bin]

  struct Bin {
    /// As `TotalHistogram.bin(of:)` counts.
    let place: Int
    let label: String
    let share: Double
    /// In percent, with the digits that the trials support.
    let text: String
    let isTail: Bool
  }

  /// - Parameter total: the name of the quantity.
  init(_ histogram: TotalHistogram, total: String, answers: Answers) {
    let whole = answers.quantity(total)?.whole
    let ranked = whole.map { $0.trials - $0.undefined } ?? 0
    let last = histogram.shares.count
    let decimals = max(NumberText.places(histogram.low), NumberText.places(histogram.width))
    let edge = { (i: Int) in NumberText.fixed(histogram.edge(i), decimals: decimals) }
    all = (-1...last).map { place in
      let share =
        place < 0
        ? histogram.below : place == last ? histogram.above : histogram.shares[place]
      let hits = Int((share * Double(ranked)).rounded())
      return Bin(
        place: place,
        label: place < 0
          ? "below \(edge(0))"
          : place == last ? "\(edge(last)) and above" : "\(edge(place)) – \(edge(place + 1))",
        share: share, text: ProbabilitySection.cell(Estimate.share(hits, of: ranked), most: 1),
        isTail: place < 0 || place == last)
    }
  }

  var tails: [Bin] { all.filter(\.isTail) }
  var fullest: Bin? { all.max { $0.share < $1.share } }
}
