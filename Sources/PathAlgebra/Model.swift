public import NumericalMethods

/// A model: parameters, tables and definitions over a time axis.
///
/// Definitions are formulas over the names of the model; `explain` prints them and the column
/// program computes them, so that what is shown is what ran.
public struct Model: Sendable {
  public let axis: TimeAxis
  public private(set) var parameters: [Parameter] = []
  public private(set) var tables: [Table] = []
  public private(set) var definitions: [Definition] = []
  /// How normal scores of drivers depend on each other, if they do.
  public var dependence: Dependence?

  public init(axis: TimeAxis) { self.axis = axis }

  /// A named input.
  public struct Parameter: Sendable {
    public let name: String
    public let unit: Unit
    public let value: Value

    public enum Value: Sendable {
      case constant(Double)
      /// One value for each quarter of the axis.
      case series([Double])
      /// Drawn under the parameter's own name: once a trial as `name`, anew in each quarter as
      /// `each(name)`.
      case distribution(Distribution)
      /// Drawn anew in each quarter, under the parameter's own name.
      case quarterlyDistribution(Distribution)
    }
  }

  /// Constants that `lookup(name, index)` reads, counted from 0.
  public struct Table: Sendable {
    public let name: String
    public let unit: Unit
    public let values: [Double]
  }

  /// A named quantity and its formula.
  public struct Definition: Sendable {
    public let quantity: Quantity
    public let formula: String
    /// Whether it is an output, or only a step on the way.
    public let isReported: Bool
  }

  public mutating func add(parameter name: String, unit: Unit = .none, _ value: Parameter.Value) {
    if case .series(let values) = value {
      precondition(values.count == axis.count, "a series has a value for each quarter")
    }
    parameters.append(Parameter(name: name, unit: unit, value: value))
  }

  public mutating func add(table name: String, unit: Unit = .none, _ values: [Double]) {
    precondition(!values.isEmpty, "a table has at least one value")
    tables.append(Table(name: name, unit: unit, values: values))
  }

  public mutating func add(_ quantity: Quantity, formula: String, isReported: Bool) {
    definitions.append(
      Definition(quantity: quantity, formula: formula, isReported: isReported))
  }
}

/// Normal scores of named drivers that move together in the same quarter.
public struct Dependence: Sendable {
  public let names: [String]
  /// The lower triangular factor of their correlation matrix, row by row.
  public let factor: [Double]
  public let copula: Copula

  public enum Copula: Hashable, Sendable {
    case gaussian
    case studentT(degreesOfFreedom: Double)
  }

  public init(names: [String], factor: [Double], copula: Copula) {
    precondition(factor.count == names.count * names.count, "one row a name")
    self.names = names
    self.factor = factor
    self.copula = copula
  }
}
