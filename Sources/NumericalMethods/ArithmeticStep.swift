internal import CColumnKernels

/// One pass over columns: an operation of arithmetic, comparison or choice, or two of which only the
/// last one's result is kept. Held by `KernelLevelTests`.
package struct ArithmeticStep: Hashable, Sendable {
  package let work: Work
  package let out: Int32
  /// Registers, or where they are negative complements of the indices of numbers; zeros after those
  /// that the work has.
  package let operands: SIMD4<Int32>

  package enum Work: Hashable, Sendable {
    /// Of one value, of two or three.
    case one(ColumnOperation)
    /// The result of the first is an operand of the second: its operand 0 or 1. Operands are those of
    /// the first, then the other one of the second.
    case two(ColumnOperation, then: ColumnOperation, place: Int)
    /// The first two operands are compared, and choose among the others.
    case chooseWhere(ColumnOperation)
    /// What was found before; a condition; the quarter that is found where it holds.
    case earliest
    /// What was found before; two that are compared; the quarter.
    case earliestWhere(ColumnOperation)
  }

  /// Nil for what has no kernel, or too few operands.
  package init?(_ work: Work, into out: Int32, _ operands: [Int32]) {
    guard work.kernel != nil, operands.count == work.operandCount else { return nil }
    self.work = work
    self.out = out
    var all = SIMD4<Int32>()
    for (place, operand) in operands.enumerated() { all[place] = operand }
    self.operands = all
  }

  /// For kernels, with every register and number checked.
  func kernelStep(registers: Int, numbers: Int) -> column_step {
    guard let operation = work.kernel else { preconditionFailure("no kernel for \(work)") }
    precondition(out >= 0 && out < registers, "no such register")
    for place in 0..<4 {
      let operand = Int(operands[place])
      precondition(operand < 0 ? ~operand < numbers : operand < registers, "no such operand")
    }
    return column_step(
      operation: operation, out: out,
      operands: (operands[0], operands[1], operands[2], operands[3]))
  }
}

extension ArithmeticStep.Work {
  /// What can come before another operation in the same pass, and after one.
  package static let paired: [ColumnOperation] = [.add, .subtract, .multiply, .divide]
  /// What can be compared where it decides.
  package static let orders: [ColumnOperation] = [.less, .lessOrEqual]

  package var hasKernel: Bool { kernel != nil }

  package var operandCount: Int {
    switch self {
    case .one(let operation): operation.operandCount
    case .two, .earliest: 3
    case .chooseWhere, .earliestWhere: 4
    }
  }

  fileprivate var kernel: UInt32? {
    switch self {
    case .one(let operation): return operation.kernel?.rawValue
    case .two(let first, let second, let place):
      guard let first = ArithmeticStep.Work.paired.firstIndex(of: first),
        let second = Self.secondKernel(second, place: place)
      else { return nil }
      return COLUMN_PAIRS.rawValue + 4 * second.rawValue + UInt32(first)
    case .chooseWhere(.less): return COLUMN_CHOOSE_WHERE_LESS.rawValue
    case .chooseWhere(.lessOrEqual): return COLUMN_CHOOSE_WHERE_NOT_GREATER.rawValue
    case .earliest: return COLUMN_EARLIEST.rawValue
    case .earliestWhere(.less): return COLUMN_EARLIEST_WHERE_LESS.rawValue
    case .earliestWhere(.lessOrEqual): return COLUMN_EARLIEST_WHERE_NOT_GREATER.rawValue
    case .chooseWhere, .earliestWhere: return nil
    }
  }

  private static func secondKernel(
    _ operation: ColumnOperation, place: Int
  ) -> column_second_operation? {
    switch (operation, place) {
    case (.add, 0...1): COLUMN_THEN_ADD
    case (.subtract, 0): COLUMN_THEN_SUBTRACT
    case (.subtract, 1): COLUMN_THEN_SUBTRACT_FROM
    case (.multiply, 0...1): COLUMN_THEN_MULTIPLY
    case (.divide, 0): COLUMN_THEN_DIVIDE
    case (.divide, 1): COLUMN_THEN_DIVIDE_INTO
    default: nil
    }
  }
}

extension ColumnOperation {
  /// Nil for those that are no arithmetic.
  fileprivate var kernel: column_operation? {
    switch self {
    case .add: COLUMN_ADD
    case .subtract: COLUMN_SUBTRACT
    case .multiply: COLUMN_MULTIPLY
    case .divide: COLUMN_DIVIDE
    case .minimum: COLUMN_MINIMUM
    case .maximum: COLUMN_MAXIMUM
    case .less: COLUMN_LESS
    case .lessOrEqual: COLUMN_LESS_OR_EQUAL
    case .equal: COLUMN_EQUAL
    case .negate: COLUMN_NEGATE
    case .absolute: COLUMN_ABSOLUTE
    case .squareRoot: COLUMN_SQUARE_ROOT
    case .floor: COLUMN_FLOOR
    case .choose: COLUMN_CHOOSE
    case .exp, .log, .normalQuantile, .normalCDF, .poisson: nil
    }
  }
}
