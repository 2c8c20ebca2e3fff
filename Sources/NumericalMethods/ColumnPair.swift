internal import CColumnKernels

/// Two operations of arithmetic in one pass over columns, each rounded: the column between them is
/// never written. Held by `KernelLevelTests`.
package struct ColumnPair: Hashable, Sendable {
  package let first: ColumnOperation
  package let second: ColumnOperation
  /// Where the second takes the result of the first: as its operand 0 or 1.
  package let place: Int8

  /// Nil for what has no kernel.
  package init?(_ first: ColumnOperation, _ second: ColumnOperation, place: Int) {
    guard ColumnPair.operations.contains(first), ColumnPair.operations.contains(second),
      place == 0 || place == 1
    else { return nil }
    self.first = first
    self.second = second
    self.place = Int8(place)
  }

  package static let operations: [ColumnOperation] = [.add, .subtract, .multiply, .divide]

  /// (a first b) second c, or c second (a first b).
  package func value(_ a: Double, _ b: Double, _ c: Double) -> Double {
    let result = first.value(a, b)
    return place == 0 ? second.value(result, c) : second.value(c, result)
  }

  var secondKernel: column_second_operation {
    switch (second, place) {
    case (.add, _): COLUMN_THEN_ADD
    case (.subtract, 0): COLUMN_THEN_SUBTRACT
    case (.subtract, _): COLUMN_THEN_SUBTRACT_FROM
    case (.multiply, _): COLUMN_THEN_MULTIPLY
    case (.divide, 0): COLUMN_THEN_DIVIDE
    default: COLUMN_THEN_DIVIDE_INTO
    }
  }
}

extension ColumnOperation {
  /// Of two values, for which there are kernels of all kinds of operands.
  var kernel: column_operation {
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
    default: preconditionFailure("\(self) has a kernel of its own")
    }
  }
}
