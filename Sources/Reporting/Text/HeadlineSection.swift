internal import CapexModel
internal import RiskAnalysis

/// The answer in a short paragraph, from whatever the run has.
struct HeadlineSection {
  let answers: Answers
  private var headline: Headline { answers.headline }
  private var context: ReportContext { answers.context }

  func lines(width: Int) -> [String] { Paragraph.lines(text, width: width, indent: "  ") }

  /// One paragraph, to be pasted into a note; empty where the run has nothing of it.
  var text: String { sentences.joined(separator: " ") }

  var sentences: [String] {
    var sentences = [againstRevenue, aboveRevenue, spending, payback, threshold].compactMap { $0 }
    if sentences.contains(where: { $0.contains("(") }) {
      let addition =
        againstRevenue == nil || cost == nil
        ? "" : "; those of single quarters do not add up to that of the total"
      sentences.append("Numbers are medians, with \("P5 – P95".unbroken) in brackets\(addition).")
    }
    return sentences
  }

  private var againstRevenue: String? {
    let start = headline.first.index
    guard let first = quarter(headline.first, in: context.calendar(start), isFirst: true) else {
      return nil
    }
    let last =
      context.plan.quarters > start
      ? quarter(headline.last, in: context.planEnd, isFirst: false) : nil
    return [first, last].compactMap { $0 }.joined(separator: "; ") + "."
  }

  /// What is spent in one quarter, against what revenue.
  private func quarter(_ found: Headline.Quarter, in name: Quarter, isFirst: Bool) -> String? {
    guard let share = percent(found.ratio) else { return nil }
    let style = amount([found.capex, found.cloudRevenue])
    guard let capex = found.capex.flatMap(style), let revenue = found.cloudRevenue.flatMap(style)
    else {
      return isFirst
        ? "Capex takes \(share) of cloud revenue in \(name)" : "it takes \(share) in \(name)"
    }
    let currency = QuantityLabel(context: context).currency
    return isFirst
      ? "In \(name) capex of \("\(capex)bn \(currency)".unbroken) takes \(share) of cloud revenue, "
        + "which is \(revenue)bn"
      : "in \(name) \(capex)bn of capex take \(share) of \(revenue)bn"
  }

  private var aboveRevenue: String? {
    guard let quarters = headline.quartersAboveRevenue, let middle = count(quarters.middle) else {
      return nil
    }
    let many = spread(middle, range(quarters, count))
    return
      "Capex is above cloud revenue in \(many) of \("\(context.plan.quarters) quarters".unbroken)."
  }

  private var spending: String? {
    var parts: [String] = []
    if let crossing { parts.append(crossing) }
    if let cost = cost {
      parts.append(parts.isEmpty ? "The plan costs \(cost)" : "the plan costs \(cost)")
    }
    return parts.isEmpty ? nil : parts.joined(separator: "; ") + "."
  }

  private var crossing: String? {
    guard let crossing = headline.crossing, let middle = quarter(crossing.middle) else {
      return nil
    }
    let total = QuantityLabel(context: context).planTotal.unbroken
    guard crossing.middle.value == .infinity else {
      return "Spending reaches \(total) in " + spread(middle, range(crossing, quarter))
    }
    // Most trials end short of it: how many says more than a median that is never.
    guard let never = headline.crossingNever else { return nil }
    let share = "\(SupportedDigits.text(never, most: 1, scale: 100)) %".unbroken
    return "Spending does not reach \(total) by \(context.horizonEnd) in \(share) of the trials"
  }

  /// In the scenario's currency, and in dollars where that is another.
  private var cost: String? {
    let currency = QuantityLabel(context: context).currency
    var texts: [String] = []
    if let total = headline.total, case let text = amounts(of: total),
      let middle = text(total.middle)
    {
      texts.append(spread("\(middle)bn \(currency)", range(total, text)))
    }
    if let dollars = headline.totalUSD, currency != "USD" || texts.isEmpty {
      let text = amounts(of: dollars)
      if let middle = text(dollars.middle) {
        texts.append(spread("$\(middle)bn", range(dollars) { text($0).map { "$\($0)bn" } }))
      }
    }
    return texts.isEmpty ? nil : texts.joined(separator: ", or ")
  }

  private var payback: String? {
    guard let payback = headline.payback, context.plan.quarters > 0 else { return nil }
    let when = "by \(context.horizonEnd)"
    let trials = NumberText.whole(answers.trials)
    if answers.trials == 1 {
      let verb = payback.value == 0 ? "does not pay" : "pays"
      return "In the one trial incremental cash \(verb) it back \(when)."
    }
    if payback.value == 0 {
      return "In none of the \(trials) trials does incremental cash pay it back \(when)."
    }
    if payback.value == 1 {
      return "In every one of the \(trials) trials incremental cash pays it back \(when)."
    }
    let share = SupportedDigits.text(payback, most: 1, scale: 100)
    return "Incremental cash pays it back \(when) in \("\(share) %".unbroken) of the trials."
  }

  /// What would have to be true.
  private var threshold: String? {
    guard let threshold = headline.paybackThreshold else { return nil }
    let style = amount([threshold.revenue, threshold.expected])
    guard let revenue = style(threshold.revenue), let expected = style(threshold.expected),
      let above = percent(threshold.above), let below = percent(threshold.below)
    else { return nil }
    let currency = QuantityLabel(context: context).currency
    return "That takes about \("\(revenue)bn \(currency)".unbroken) of cloud revenue in "
      + "FY\(threshold.year), whose median is \(expected)bn: above it \(above) of the trials pay back, "
      + "below it \(below)."
  }

  private func spread(_ middle: String, _ range: String?) -> String {
    guard let range else { return middle.unbroken }
    return "\(middle.unbroken) (\(range.unbroken))"
  }

  private func range(_ spread: Headline.Spread, _ text: (Estimate) -> String?) -> String? {
    guard let low = text(spread.low), let high = text(spread.high) else { return nil }
    return low == high ? nil : "\(low) – \(high)"
  }

  private func percent(_ estimate: Estimate?) -> String? {
    let text = SupportedDigits.text(estimate, most: 0, scale: 100)
    return text == NumberText.none ? nil : "\(text) %".unbroken
  }

  private func count(_ estimate: Estimate) -> String? {
    estimate.interval == nil ? nil : NumberText.fixed(estimate.value, decimals: 0)
  }

  private func quarter(_ estimate: Estimate) -> String? {
    guard estimate.interval != nil else { return nil }
    return estimate.value == .infinity
      ? "not by \(context.horizonEnd)" : ValueText.quarter(estimate.value, context: context)
  }

  /// Amounts of a range, with the decimals that all of them support: 380 (353 – 461).
  private func amounts(of spread: Headline.Spread) -> (Estimate) -> String? {
    let all = [spread.low, spread.middle, spread.high]
    let style = ValueText(
      style: .amount, magnitude: ValueText.magnitude(of: all), context: context)
    let most = all.compactMap {
      $0.halfWidth.flatMap { SupportedDigits.decimals(halfWidth: $0, most: style.most) }
    }.min()
    return { estimate in
      let text = SupportedDigits.text(estimate, most: most ?? style.most)
      return text == NumberText.none ? nil : text
    }
  }

  /// Amounts that stand side by side, with the decimals that suit the largest.
  private func amount(_ estimates: [Estimate?]) -> (Estimate) -> String? {
    let magnitude = ValueText.magnitude(of: estimates)
    let style = ValueText(style: .amount, magnitude: magnitude, context: context)
    return { estimate in
      let text = style.quantile(estimate)
      return text == NumberText.none ? nil : text
    }
  }
}
