internal import PathAlgebra
internal import RiskAnalysis

/// What a comparison found, in sentences.
struct VerdictText {
  private let comparison: Comparison
  private let label: QuantityLabel
  private let differences: [PairedDifference]

  init(_ comparison: Comparison) {
    self.comparison = comparison
    label = QuantityLabel(context: comparison.runs[0].context)
    differences = comparison.rows.flatMap { $0.statistics.flatMap(\.differences) }
      .compactMap { $0 }
  }

  private var isPair: Bool { comparison.runs.count == 2 }
  private var names: [String] { comparison.runs.map { EscapedText.of($0.name) } }

  private func count(_ verdict: PairedDifference.Verdict) -> Int {
    differences.filter { $0.verdict == verdict }.count
  }

  /// How much of it is real, and the differences that matter most; to be pasted.
  var summary: String {
    let judged = differences.count - count(.same)
    guard judged > 0 else {
      return "No trial tells \(names.joined(separator: ", ")) apart in what is compared."
    }
    let against = isPair ? "\(names[1]) against \(names[0])" : "Each against \(names[0])"
    let noise = count(.noise)
    let all = "\(NumberText.whole(judged)) \(judged == 1 ? "difference" : "differences")"
    let found =
      noise == 0
      ? "all of \(all) are real"
      : noise == judged
        ? "none of \(all) is more than simulation noise"
        : "of \(all) \(NumberText.whole(count(.real))) are real, and \(NumberText.whole(noise)) "
          + "are within simulation noise"
    return ["\(against): \(found).", isPair ? greatest : places].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// What stands first on the page and differs, of two runs.
  private var greatest: String {
    let rows = DifferenceRows(comparison).all.filter { !$0.row.isSame }
    let parts = rows.compactMap { item -> String? in
      guard let statistic = item.row.statistics.first(where: { $0.statistic != .never }),
        let difference = statistic.differences[0], difference.verdict != .same
      else { return nil }
      let isShare = statistic.statistic == .probability
      let name = isShare ? label.name(item.row.quantity) : "mean \(label.row(item.row.quantity))"
      let cell = DifferenceText.cell(difference, scale: isShare ? 100 : item.scale)
      return "\(name) \("\(cell)\(isShare ? " points" : "")".unbroken)"
    }
    return parts.isEmpty ? "" : "Second less first: \(parts.prefix(5).joined(separator: "; "))."
  }

  /// Whose amounts are the largest, of three runs or more; ties have no largest.
  private var places: String {
    DifferenceRows(comparison).ranked.compactMap { row -> String? in
      guard let ranks = row.ranks, row.quantity.style == .amount else { return nil }
      let first = ranks.probabilities.map { $0[0] }
      guard let best = first.indices.max(by: { first[$0] < first[$1] }),
        first.filter({ $0 == first[best] }).count == 1
      else { return nil }
      let share = Estimate.share(
        Int((first[best] * Double(ranks.trials)).rounded()), of: ranks.trials)
      return "\(names[best]) has the largest \(label.name(row.quantity)) in "
        + "\("\(ProbabilitySection.cell(share, most: 1)) %".unbroken) of the trials."
    }.prefix(2).joined(separator: " ")
  }

  /// What no trial tells apart, of two runs; empty for nothing.
  var same: String {
    let rows = isPair ? comparison.rows.filter(\.isSame) : []
    guard !rows.isEmpty else { return "" }
    let names = rows.map { label.name($0.quantity).unbroken }.joined(separator: "; ")
    return "The same in every trial: \(names)."
  }

  var reading: String {
    let judged = differences.count - count(.same)
    let text =
      "Differences are those of pairs of trials, with the 95 % interval. A number with a sign is "
      + "real: its interval leaves out zero. Noise is what the interval cannot tell from zero."
    guard judged >= 20 else { return text }
    return text + " Of \(judged) verdicts without any difference behind them about "
      + "\(Int((Double(judged) * 0.05).rounded())) would say real by chance."
  }

  var omissions: String {
    guard !comparison.omitted.isEmpty else { return "" }
    let names = comparison.omitted.map { EscapedText.of($0) }.joined(separator: ", ")
    return "Not compared, since not all have it in one unit: \(names)."
  }
}
