internal import NumericalMethods
public import PathAlgebra

/// The path on which nothing surprises: every draw is at its median.
///
/// No expectation and no trial; a reference without randomness, for schedules.
public struct CentralPath: Sendable {
  private let quantities: [Quantity]
  private let values: [[Double]]

  public init(_ program: ColumnProgram) {
    quantities = program.quantities
    var engine = ScalarEngine(program, mathematics: .own)
    // Neither the draws nor our own functions can fail.
    try? engine.run { _, _, _ in 0.5 }
    values = program.outputs.indices.map { engine.outputs($0) }
  }

  /// The values of a quantity, in each of its quarters or once; nil for an unknown name.
  public func values(of name: String) -> [Double]? {
    quantities.firstIndex { $0.name == name }.map { values[$0] }
  }
}
