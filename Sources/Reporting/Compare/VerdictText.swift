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
  private var names: [String] { comparison.names }

  private func count(_ verdict: PairedDifference.Verdict) -> Int {
    differences.filter { $0.verdict == verdict }.count
  }

  /// How much of it is real, and the differences that matter most; to be pasted.
  var summary: String {
    let judged = differences.count - count(.same)
    guard !differences.isEmpty else {
      return comparison.rows.isEmpty
        ? ""
        : "\(NumberText.trials(comparison.trials)): too few to tell a difference from noise."
    }
    guard judged > 0 else {
      return "No trial tells \(names.joined(separator: ", ")) apart in what is compared."
    }
    let against = isPair ? "\(names[1]) against \(names[0])" : "Each against \(names[0])"
    return (["\(against): \(found(of: judged))."] + [spans, isPair ? greatest : places])
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func found(of judged: Int) -> String {
    let (real, noise) = (count(.real), count(.noise))
    func are(_ n: Int) -> String { n == 1 ? "is" : "are" }
    if judged == 1 { return "the one difference is \(real == 1 ? "real" : "simulation noise")" }
    let all = "\(NumberText.whole(judged)) differences"
    if noise == 0 { return "all \(all) are real" }
    if real == 0 { return "none of \(all) is more than simulation noise" }
    let chance = byChance(of: judged).map { " (some \($0) would be by chance)" } ?? ""
    return "of \(all) \(NumberText.whole(real)) \(are(real)) real\(chance), and "
      + "\(NumberText.whole(noise)) \(are(noise)) within simulation noise"
  }

  /// That numbers over other quarters stand side by side.
  private var spans: String {
    let spans = comparison.runs.map(\.span)
    guard spans.contains(where: { $0 != spans[0] }) else { return "" }
    return "They are not over the same quarters: "
      + comparison.namesWithSpans.joined(separator: "; ") + "."
  }

  /// What stands first on the page and differs, of two runs.
  private var greatest: String {
    let parts = DifferenceRows(comparison).all.compactMap { item -> String? in
      guard let statistic = item.row.statistics.first(where: { $0.statistic != .never }),
        let difference = statistic.differences[0], difference.verdict == .real
      else { return nil }
      return DifferencePhrase(
        quantity: item.row.quantity, name: name(item.row), difference: difference,
        scale: statistic.statistic == .probability ? 100 : item.scale
      ).text
    }
    return parts.isEmpty ? "" : "In \(names[1]) \(parts.prefix(5).joined(separator: "; "))."
  }

  /// With its currency, where a quantity of the same name has another.
  private func name(_ row: Comparison.Row) -> String {
    let name = label.name(row.quantity)
    let isShared = comparison.rows.filter { label.name($0.quantity) == name }.count > 1
    let currency = label.unit(row.quantity).prefix { $0 != " " }
    return isShared && !currency.isEmpty ? "\(name) in \(currency)" : name
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
      return "\(names[best]) has the largest \(name(row)) in "
        + "\("\(ProbabilitySection.cell(share, most: 1)) %".unbroken) of the trials."
    }.prefix(2).joined(separator: " ")
  }

  /// What no trial tells apart, of two runs; empty for nothing.
  var same: String {
    let rows = isPair ? comparison.rows.filter(\.isSame) : []
    guard !rows.isEmpty else { return "" }
    return "The same in every trial: \(rows.map { name($0).unbroken }.joined(separator: "; "))."
  }

  var reading: String {
    let judged = differences.count - count(.same)
    let text =
      "Differences are those of pairs of trials, with the 95 % interval. A number with a sign is "
      + "real: its interval leaves out zero. Noise is what the interval cannot tell from zero."
    guard let chance = byChance(of: judged) else { return text }
    return text + " Of \(judged) verdicts without any difference behind them about \(chance) would "
      + "say real by chance."
  }

  private func byChance(of judged: Int) -> Int? {
    judged >= 20 ? Int((Double(judged) * 0.05).rounded()) : nil
  }

  var omissions: String {
    guard !comparison.omitted.isEmpty else { return "" }
    let names = comparison.omitted.map { EscapedText.of($0) }.joined(separator: ", ")
    return "Not compared, since not all have it in one unit: \(names)."
  }
}
