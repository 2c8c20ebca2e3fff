/// Figures of quarters, as a file gives them: one figure a row.
public struct ActualsTable: Hashable, Sendable {
  /// As the scenario names it.
  public let file: String
  /// In the order of the file.
  public let rows: [Row]
  /// The largest figure of a quarter, in billions: that of a plan, so that sums to the unit stay
  /// exact.
  public static let mostBillions = 1e6
  /// The figures that are taken as known; the others are simulated, whatever the rows say.
  public var taken = Set(Item.allCases)

  public init(file: String, rows: [Row]) {
    self.file = file
    self.rows = rows
  }

  public struct Row: Hashable, Sendable {
    /// Of the file, from 1.
    public let line: Int
    /// The cell `id`, where there is one.
    public let identifier: String?
    public let quarter: Quarter
    /// What the figure is, in the file's words; `Item` has those that the model takes.
    public let item: String
    /// Of an `Item` in billions of the scenario's currency; otherwise as written.
    public let value: Double

    public init(line: Int, identifier: String?, quarter: Quarter, item: String, value: Double) {
      self.line = line
      self.identifier = identifier
      self.quarter = quarter
      self.item = item
      self.value = value
    }
  }

  /// The figures that the model takes, by the words of the column `item`.
  public enum Item: String, CaseIterable, Sendable {
    case capex = "capital expenditure"
    case cloudRevenue = "cloud revenue"
    case groupRevenue = "group revenue"

    /// The quantity of the model that it is.
    public var quantity: String {
      switch self {
      case .capex: "capex"
      case .cloudRevenue: "cloudRevenue"
      case .groupRevenue: "groupRevenue"
      }
    }

    /// The section of the scenario without which it means nothing.
    public var section: String {
      switch self {
      case .capex: "plan"
      case .cloudRevenue: "cloud"
      case .groupRevenue: "group"
      }
    }
  }
}
