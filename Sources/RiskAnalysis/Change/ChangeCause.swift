internal import CapexModel

/// Why a later view of a plan says something else than an earlier one.
public enum ChangeCause: Int, Sendable, CaseIterable {
  /// Slip: what was spent when, and how what remains is phased.
  case timing
  /// The total, its mode, its revision.
  case scope
  /// Rates of exchange: those that have happened, and the process.
  case exchangeRate
  /// Everything else: revenue that has happened, supply, imports, noise, profit.
  case model

  /// The cause that an assumption belongs to; each belongs to one.
  static func of(_ path: String) -> ChangeCause {
    if path.hasPrefix("fx.") { return .exchangeRate }
    let section = path.prefix { $0 != "." }
    if section == "actuals" { return .timing }
    guard section == "plan" else { return .model }
    switch path.split(separator: ".")[1] {
    case "total", "mode", "revision", "drift": return .scope
    case "execution": return .model
    default: return .timing
    }
  }

  /// The figures that have happened, by the cause that they belong to.
  private var items: Set<ActualsTable.Item> {
    switch self {
    case .timing: [.capex]
    case .model: [.cloudRevenue, .groupRevenue]
    case .scope, .exchangeRate: []
    }
  }

  /// Formulas of the scenario's own move nothing, and may name what only one view has.
  private static func isOwnFormula(_ path: String) -> Bool {
    path.hasPrefix("metrics.") || path.hasPrefix("quantities.") || path == "outputs"
  }

  /// The assumptions of the earlier view, but of the later one where a cause is among `causes`.
  static func mixed(
    _ earlier: Assumptions, _ later: Assumptions, causes: Set<ChangeCause>
  ) -> Assumptions {
    var mixed = Assumptions()
    for (view, isLater) in [(earlier, false), (later, true)] {
      for path in view.paths where causes.contains(of(path)) == isLater && !isOwnFormula(path) {
        mixed[path] = view[path]
      }
    }
    return takingActuals(mixed, of: later, causes: causes)
  }

  /// Figures come from one file and until one quarter, whichever causes they belong to.
  private static func takingActuals(
    _ assumptions: Assumptions, of later: Assumptions, causes: Set<ChangeCause>
  ) -> Assumptions {
    var mixed = assumptions
    mixed["actuals.file"] = nil
    mixed["actuals.until"] = nil
    let items = causes.reduce(into: Set()) { $0.formUnion($1.items) }
    if case .actuals(var table)? = later["actuals.file"]?.content, !items.isEmpty {
      table.taken = items
      mixed["actuals.file"] = Assumption(.actuals(table))
    }
    let hasRates = mixed.names(in: "fx").contains { mixed["fx.\($0).actuals"] != nil }
    if mixed["actuals.file"] != nil || hasRates { mixed["actuals.until"] = later["actuals.until"] }
    return mixed
  }
}
