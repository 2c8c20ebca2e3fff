package import NumericalMethods

/// A model compiled for columns: instructions over registers, each a block of trials.
///
/// Straight-line: quarters are unrolled, so what does not change by quarter or trial is computed
/// once, and what no output needs is not there at all.
public struct ColumnProgram: Sendable {
  /// What the program reports, in the model's order.
  public let quantities: [Quantity]
  /// The values it computes, for engines that work trial by trial and for explanations.
  package let graph: ValueGraph
  /// For each quantity, its value in each quarter from `firstQuarter` on; one for those by trial.
  package let outputs: [[ValueGraph.Value]]
  package let instructions: [Instruction]
  package let registerCount: Int
  /// For each list of quarters that something looks back on, their registers.
  package let histories: [[Register]]
  /// Registers that hold a constant for the whole run.
  package let constants: [(register: Register, value: Double)]

  package typealias Register = Int32

  package enum Instruction: Sendable {
    case uniform(into: Register, stream: Int32, quarter: Int32, draw: Int32)
    case unary(ColumnOperation, into: Register, Register)
    case binary(ColumnOperation, into: Register, Register, Register)
    /// One operand is the same for all trials.
    case binaryConstantRight(ColumnOperation, into: Register, Register, Double)
    case binaryConstantLeft(ColumnOperation, into: Register, Double, Register)
    case choose(into: Register, Register, Register, Register)
    case earliest(into: Register, found: Register, condition: Register, quarter: Int32)
    case table(index: Int32, into: Register, Register)
    case steps(index: Int32, into: Register, Register)
    case quantile(index: Int32, into: Register, Register)
    case lookup(index: Int32, into: Register, Register)
    case delayed(into: Register, history: Int32, lag: Register)
    /// The register is a quantity's value in a quarter, counted from 0 within its own quarters.
    case observe(Register, quantity: Int32, period: Int32)
  }

  /// How many columns a block of trials takes.
  public var registers: Int { registerCount }
}
