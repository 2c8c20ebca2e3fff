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
  /// What the program hands out, in the order of its instructions. Not among them is what is the
  /// same in every trial.
  package let observations: [Observation]
  package let registerCount: Int
  /// For each list of quarters that something looks back on, their registers.
  package let histories: [[Register]]
  /// Registers that hold a constant for the whole run, for what takes registers alone.
  package let constants: [(register: Register, value: Double)]

  /// The steps of its arithmetic, which instructions name by their places here.
  package let steps: [ArithmeticStep]
  /// Operands of steps that are the same in all trials.
  package let numbers: [Double]

  package typealias Register = Int32

  package enum Instruction: Sendable {
    case uniform(into: Register, stream: Int32, quarter: Int32, draw: Int32)
    case function(ColumnOperation, into: Register, Register)
    /// So many steps, one after the other.
    case arithmetic(first: Int32, count: Int32)
    case poisson(into: Register, probability: Register, mean: Register)
    case table(index: Int32, into: Register, Register)
    case steps(index: Int32, into: Register, Register)
    case quantile(index: Int32, into: Register, Register)
    case lookup(index: Int32, into: Register, Register)
    case delayed(into: Register, history: Int32, back: Register, share: Register)
    /// The register is one of the program's observations, by their number.
    case observe(Register, Int32)
  }

  /// A quantity's value in one of its quarters, counted from 0.
  package struct Observation: Sendable {
    /// Its number among the observations.
    package let column: Int
    package let quantity: Int
    package let period: Int
  }

  /// How many columns a block of trials takes.
  public var registers: Int { registerCount }
}
