internal import PathAlgebra
internal import RiskAnalysis

/// What a row of a report is called: the built-in quantities in a few words, any other by the
/// meaning its author gave it.
struct QuantityLabel {
  let context: ReportContext

  /// With the unit, since rows of one table differ in it.
  func row(_ quantity: Quantity) -> String {
    let unit = unit(quantity)
    return unit.isEmpty ? name(quantity) : "\(name(quantity)), \(unit.unbroken)"
  }

  func name(_ quantity: Quantity) -> String {
    if quantity.role == .model, let name = builtIn(quantity.name) { return name }
    let meaning = EscapedText.of(quantity.meaning)
    let text = meaning.isEmpty ? EscapedText.of(quantity.name) : meaning
    return text.last == "." ? String(text.dropLast()) : text
  }

  func unit(_ quantity: Quantity) -> String {
    switch quantity.style {
    case .amount, .exchangeRate: EscapedText.of(quantity.unit.description)
    case .percentage: "%"
    case .ratio, .count, .quarter, .condition: ""
    }
  }

  private func builtIn(_ name: String) -> String? {
    let mode = context.totalMode
    switch name {
    case "totalCapex": return "total capex (\(mode))"
    case "totalCapexUSD", "totalCapexCNY": return "total capex (\(mode))"
    case "crossing": return "\(planTotal) crossed in"
    case "quartersAboveRevenue": return "quarters with capex above cloud revenue"
    case "peakCapexToRevenue": return "peak of capex ÷ cloud revenue"
    case "quarkReachedIn": return "Quark reaches its target of users in"
    case "aiDoublingEnds": return "AI revenue no longer doubles in"
    case "payback": return "payback in"
    case "npv":
      let value = "net present value to \(context.horizonEnd)"
      guard let rate = context.discountRate else { return value }
      return "\(value) at \("\(NumberText.short(rate * 100, most: 2)) %".unbroken)"
    case "slip": return "quarters of slip"
    case "capexAboveRevenueEver": return "capex above cloud revenue in some quarter"
    case "planCompleteOnTime":
      // A revised plan is complete at the total of the trial, not at the announced one.
      return context.plan.mode == .revised
        ? "the trial's total spent by \(context.planEnd)" : "plan complete by \(context.planEnd)"
    case "paidBackWithinHorizon": return "paid back by \(context.horizonEnd)"
    case "capexAboveRevenue": return "capex above cloud revenue"
    case "aiDoubling": return "AI revenue at least doubles, year on year"
    case "quarkReached": return "Quark at its target of users"
    case "growthSteppedUp": return "cloud growth stepped up"
    case "restricted": return "imports restricted"
    default: break
    }
    return fiscalYear(name, of: "cloudRevenue").map { "cloud revenue of \($0)" }
      ?? fiscalYear(name, of: "capex").map { "capex of \($0)" }
  }

  /// The order of the page: what is spent, what it is set against, what comes of it; then the
  /// rest, each in the model's order.
  static func ordered(_ quantities: [QuantityStatistics]) -> [QuantityStatistics] {
    ordered(quantities, name: \.name)
  }

  static func ordered<Item>(_ items: [Item], name: (Item) -> String) -> [Item] {
    let known = order.compactMap { wanted in items.first { name($0) == wanted } }
    return known + items.filter { !order.contains(name($0)) }
  }

  private static let order = [
    "totalCapex", "totalCapexUSD", "totalCapexCNY", "crossing", "slip", "planCompleteOnTime",
    "capexAboveRevenueEver", "capexAboveRevenue", "quartersAboveRevenue", "peakCapexToRevenue",
    "payback", "paidBackWithinHorizon", "npv",
  ]

  /// `380bn CNY`.
  var planTotal: String { "\(NumberText.short(context.plan.total, most: 3))bn \(currency)" }
  var currency: String { EscapedText.of(context.currency) }

  /// `FY2026` of `cloudRevenue.FY2026`.
  func fiscalYear(_ name: String, of base: String) -> String? {
    let start = base + ".FY"
    guard name.hasPrefix(start), Int(name.dropFirst(start.count)) != nil else { return nil }
    return String(name.dropFirst(base.count + 1))
  }
}
