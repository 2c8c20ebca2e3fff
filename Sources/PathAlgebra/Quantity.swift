/// What a model reports: a named number for each trial, or for each trial and quarter.
public struct Quantity: Sendable {
  public let name: String
  /// One sentence for people.
  public let meaning: String
  public let unit: Unit
  public let style: ValueStyle
  public let isByQuarter: Bool
  /// The first quarter, counted from 1, in which it is defined.
  public let firstQuarter: Int
  public let role: Role

  /// Who defines it, and where it is reported.
  public enum Role: Sendable {
    /// One of the built-in model.
    case model
    /// The scenario's own, for the page and the files.
    case metric
    /// The scenario's own, for the files alone.
    case helper
  }

  public init(
    name: String, meaning: String, unit: Unit, style: ValueStyle, isByQuarter: Bool,
    firstQuarter: Int = 1, role: Role = .model
  ) {
    self.name = name
    self.meaning = meaning
    self.unit = unit
    self.style = style
    self.isByQuarter = isByQuarter
    self.firstQuarter = firstQuarter
    self.role = role
  }
}

/// How the values of a quantity are to be read and printed.
public enum ValueStyle: String, Sendable {
  case amount
  /// A plain ratio, such as 1.03.
  case ratio
  /// A fraction that people read as a percentage.
  case percentage
  case exchangeRate
  /// A whole number.
  case count
  /// A quarter, counted from 1 at the start; infinity when it never comes within the horizon.
  case quarter
  /// 1 where it holds, 0 where not: its mean is a probability.
  case condition

  /// Values are whole numbers (or infinity), so quantiles are not interpolated.
  public var isWhole: Bool {
    switch self {
    case .count, .quarter, .condition: true
    case .amount, .ratio, .percentage, .exchangeRate: false
    }
  }
}
