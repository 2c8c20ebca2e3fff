/// A row of a table of figures that have happened, with what became of it.
public struct KnownRow: Sendable {
  /// Of the file, from 1.
  public let line: Int
  /// As written.
  public let period: String
  /// The one that the period is, or lies in.
  public let quarter: Quarter
  /// What the figure is, in the file's words; of a rate the quantity.
  public let figure: String
  /// Money that the model takes in billions; the rest as written.
  public let value: Double
  public let use: RowUse
}

/// What became of a row of actuals.
public enum RowUse: Hashable, Sendable {
  /// The quarter's value of a quantity, in every trial.
  case clamped(quantity: String)
  /// Revenue before the start, from which the simulation starts.
  case startsFrom
  /// Spending before the start, part of the pace that is held.
  case setsPace
  case ignored(Reason)

  public enum Reason: Hashable, Sendable {
    /// The scenario has the same value itself, at this path.
    case same(path: String)
    case beforeStart
    case afterUntil
    case afterPlan
    /// A rate within a quarter, where its last one counts.
    case notLastOfQuarter
    /// The model has no such figure, or has it under another definition.
    case notTaken
    /// The scenario does not have the section that the figure belongs to.
    case noSection(String)
  }

  public var isIgnored: Bool {
    if case .ignored = self { return true }
    return false
  }
}
