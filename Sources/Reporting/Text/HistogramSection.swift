internal import PathAlgebra
internal import RiskAnalysis

/// How the total is distributed: a bar a bin, with the percentiles and the plan marked.
struct HistogramSection {
  let answers: Answers
  private var context: ReportContext { answers.context }

  func lines(width: Int, palette: Palette) -> [String] {
    guard let total = answers.quantity("totalCapex"), let whole = total.whole,
      // Fewer trials than any percentile needs have no shape to show.
      whole.quantiles.contains(where: { $0.interval != nil })
    else { return [] }
    let name = "Total capex (\(context.totalMode))"
    guard let histogram = answers.total("totalCapex")?.histogram else {
      return constant(whole, name: name)
    }
    let unit = EscapedText.of(total.quantity.unit.description)
    let title = "\(name), \(unit): share of trials, %"
    let marks = self.marks(whole, histogram)
    let rows = HistogramBins(histogram, total: "totalCapex", answers: answers).all.compactMap {
      bin -> Bar? in
      let mark = marks[bin.place] ?? []
      if bin.isTail, bin.share == 0, mark.isEmpty { return nil }
      return Bar(
        label: bin.label, share: bin.share, text: bin.text, mark: mark.joined(separator: ", "))
    }
    return Paragraph.lines(title, width: width, hanging: "  ").map { palette($0, .title) }
      + bars(rows, width: width, palette: palette)
  }

  private struct Bar {
    let label: String
    let share: Double
    let text: String
    let mark: String
  }

  private func bars(_ bins: [Bar], width: Int, palette: Palette) -> [String] {
    let labels = bins.map { DisplayWidth.of($0.label) }.max() ?? 0
    let texts = bins.map { DisplayWidth.of($0.text) }.max() ?? 0
    let marks = bins.map { $0.mark.isEmpty ? 0 : DisplayWidth.of($0.mark) + 3 }.max() ?? 0
    let room = max(8, width - labels - texts - marks - 7)
    let most = bins.map(\.share).max() ?? 0
    return bins.map { bin in
      let bar = HistogramSection.bar(most > 0 ? bin.share / most : 0, room: room)
      let start = "  \(bin.label.leftPadded(to: labels))  \(bin.text.leftPadded(to: texts))  "
      guard !bin.mark.isEmpty else { return trimmed(start + palette(bar, .capex)) }
      let gap = String(repeating: " ", count: max(1, room - DisplayWidth.of(bar) + 1))
      return start + palette(bar, .capex) + gap + "← \(bin.mark)".cut(to: max(1, marks))
    }
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  /// In eighths of a column; what is not zero shows at least one.
  static func bar(_ share: Double, room: Int) -> String {
    guard share > 0 else { return "" }
    let eighths = max(1, Int((share * Double(room) * 8).rounded()))
    let parts: [String] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
  }

  private func marks(
    _ whole: PeriodStatistics, _ histogram: TotalHistogram
  ) -> [Int: [String]] {
    let magnitude = ValueText.magnitude(of: whole.quantiles)
    let style = ValueText(style: .amount, magnitude: magnitude, context: context)
    var marks: [Int: [String]] = [:]
    for percentile in [Percentile.p5, .p50, .p95] {
      guard let estimate = whole[percentile], estimate.interval != nil, estimate.value.isFinite
      else { continue }
      let text = "\(percentile.name) \(style.quantile(estimate))"
      marks[histogram.bin(of: estimate.value), default: []].append(text)
    }
    let plan = "plan \(NumberText.short(context.plan.total, most: 3))"
    marks[histogram.bin(of: context.plan.total), default: []].append(plan)
    return marks
  }

  private func constant(_ whole: PeriodStatistics, name: String) -> [String] {
    guard let least = whole.minimum, least == whole.maximum else { return [] }
    let currency = QuantityLabel(context: context).currency
    return ["\(name) is \(NumberText.short(least, most: 3))bn \(currency) in every trial."]
  }
}
