internal import CapexModel
internal import RiskAnalysis

/// What reports say of figures that have happened.
enum ActualsWording {
  /// What became of a row.
  static func use(_ use: RowUse) -> String {
    switch use {
    case .clamped(let quantity): "taken as \(quantity)"
    case .startsFrom: "taken as revenue before the start"
    case .setsPace: "taken into the pace that is held"
    case .ignored(.same(let path)): "ignored: the same as \(path)"
    case .ignored(.beforeStart): "ignored: before the start"
    case .ignored(.afterUntil): "ignored: after actuals.until"
    case .ignored(.afterPlan): "ignored: after the plan's last quarter"
    case .ignored(.notTaken): "ignored: no figure of the model"
    case .ignored(.notLastOfQuarter): "ignored: not the last of its quarter"
    case .ignored(.noSection(let section)): "ignored: no section \(section)"
    }
  }

  static func gap(_ gap: KnownHistory.Gap) -> String {
    let quarters = gap.quarters.map(\.description).joined(separator: ", ")
    return "There is no \(gap.figure) for \(quarters): \(gap.remedy.rawValue)."
  }

  /// What a rule does with the rest of a plan.
  static func rule(_ rule: PhasingRule) -> String {
    switch rule {
    case .carryOver: "the difference goes into the next quarter"
    case .proRata: "in proportion to the schedule"
    case .catchUp: "the difference is made good in equal parts"
    case .holdRunRate: "at the mean of the last quarters"
    case .sCurve: "along the rest of an S curve"
    }
  }

  /// Whether the total is kept.
  static func total(_ answer: ActualsAnswer, mode: Scenario.Mode) -> String {
    if answer.totalIsOutcome {
      return mode == .revised
        ? "The total is an outcome, but where it is revised." : "The total is an outcome."
    }
    return mode == .revised
      ? "Each trial plans to spend its own total, revised or not, and no less than is spent already."
      : isOverspent(answer)
        ? "More is spent already than the total, which is an outcome."
        : "Each trial plans to spend the total."
  }

  private static func isOverspent(_ answer: ActualsAnswer) -> Bool {
    answer.known.phasing.map { $0.remaining == 0 && $0.planned.allSatisfy { $0 == 0 } } ?? false
  }

  static func name(_ cause: ChangeCause) -> String {
    cause == .timing ? "timing (slip)" : cause.name
  }
}
