internal import CColumnKernels

/// The registers of a column program: each holds one number for every trial of a block.
///
/// Belongs to one worker. All kernels are reached through here, with every register index
/// checked.
package final class Columns {
  package let length: Int
  private let registerCount: Int
  /// From one register to the next: many at the same distance from a power of two would share the
  /// same few places in the processor's cache.
  private let stride: Int
  private let storage: UnsafeMutableBufferPointer<Double>
  private var histories: [[UnsafePointer<Double>?]] = []

  /// Registers for blocks of at most `length` trials, all zero; `histories` are the lists of
  /// registers that `delayed` looks back on, for the quarters from 1 on.
  package init(registers: Int, length: Int, histories lists: [[Int32]] = []) {
    registerCount = registers
    self.length = length
    // One more, that stays zero: what there was before the first quarter.
    stride = length + 264
    let count = (registers + 1) * stride
    // Aligned for the widest vectors.
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
    storage = bytes.bindMemory(to: Double.self)
    storage.initialize(repeating: 0)
    let zeros = UnsafePointer(storage.baseAddress.unsafelyUnwrapped + registers * stride)
    histories = lists.map { [zeros] + $0.map { UnsafePointer(pointer($0)) } }
  }

  deinit { UnsafeMutableRawBufferPointer(storage).deallocate() }

  /// The first `count` values of a register.
  package func values(_ register: Int32, count: Int) -> UnsafeBufferPointer<Double> {
    UnsafeBufferPointer(start: UnsafePointer(pointer(register)), count: count)
  }

  package func fill(_ register: Int32, with value: Double) {
    column_fill(pointer(register), value, length)
  }

  package func uniform(
    into out: Int32, _ stream: Stream, first: UInt64, quarter: Int32, draw: Int32, count: Int
  ) {
    stream.fill(
      UnsafeMutableBufferPointer(start: pointer(out), count: count), first: first,
      quarter: Int(quarter), draw: Int(draw))
  }

  package func unary(_ operation: ColumnOperation, into out: Int32, _ a: Int32, count: Int) {
    let (out, a) = (pointer(out), UnsafePointer(pointer(a)))
    switch operation {
    case .negate: column_negate(out, a, count)
    case .absolute: column_absolute(out, a, count)
    case .squareRoot: column_square_root(out, a, count)
    case .floor: column_floor(out, a, count)
    case .exp: column_exp(out, a, count)
    case .log: column_log(out, a, count)
    case .normalQuantile: column_normal_quantile(out, a, count)
    case .normalCDF: column_normal_cdf(out, a, count)
    default: preconditionFailure("\(operation) takes more than one operand")
    }
  }

  package func binary(
    _ operation: ColumnOperation, into out: Int32, _ a: Int32, _ b: Int32, count: Int
  ) {
    let (out, a, b) = (pointer(out), UnsafePointer(pointer(a)), UnsafePointer(pointer(b)))
    switch operation {
    case .add: column_add(out, a, b, count)
    case .subtract: column_subtract(out, a, b, count)
    case .multiply: column_multiply(out, a, b, count)
    case .divide: column_divide(out, a, b, count)
    case .minimum: column_minimum(out, a, b, count)
    case .maximum: column_maximum(out, a, b, count)
    case .less: column_less(out, a, b, count)
    case .lessOrEqual: column_less_or_equal(out, a, b, count)
    case .equal: column_equal(out, a, b, count)
    case .poisson: column_poisson_quantile(out, a, b, count)
    default: preconditionFailure("\(operation) does not take two operands")
    }
  }

  /// The second operand is the same for all trials.
  package func binary(
    _ operation: ColumnOperation, into out: Int32, _ a: Int32, constant b: Double, count: Int
  ) {
    let (out, a) = (pointer(out), UnsafePointer(pointer(a)))
    switch operation {
    case .add: column_add_constant(out, a, b, count)
    case .subtract: column_add_constant(out, a, -b, count)
    case .multiply: column_multiply_constant(out, a, b, count)
    case .divide: column_divide_by_constant(out, a, b, count)
    default: preconditionFailure("\(operation) takes no constant")
    }
  }

  /// The first operand is the same for all trials.
  package func binary(
    _ operation: ColumnOperation, into out: Int32, constant a: Double, _ b: Int32, count: Int
  ) {
    let (out, b) = (pointer(out), UnsafePointer(pointer(b)))
    switch operation {
    case .add: column_add_constant(out, b, a, count)
    case .subtract: column_subtract_from_constant(out, a, b, count)
    case .multiply: column_multiply_constant(out, b, a, count)
    case .divide: column_divide_constant_by(out, a, b, count)
    default: preconditionFailure("\(operation) takes no constant")
    }
  }

  package func choose(into out: Int32, _ a: Int32, _ b: Int32, _ c: Int32, count: Int) {
    column_choose(pointer(out), pointer(a), pointer(b), pointer(c), count)
  }

  /// What was found in earlier quarters, or this one where its condition holds.
  package func earliest(
    into out: Int32, _ found: Int32, _ condition: Int32, quarter: Double, count: Int
  ) {
    column_earliest(pointer(out), pointer(found), pointer(condition), quarter, count)
  }

  package func lookup(into out: Int32, _ index: Int32, in table: [Double], count: Int) {
    column_lookup(pointer(out), pointer(index), table, table.count, count)
  }

  /// The history `back` whole quarters and `share` of another ago.
  package func delayed(into out: Int32, history: Int32, back: Int32, share: Int32, count: Int) {
    let quarters = histories[Int(history)]
    column_delayed(
      pointer(out), quarters, quarters.count - 1, pointer(back), pointer(share), count)
  }

  package func table(_ table: QuantileTable, into out: Int32, score: Int32, count: Int) {
    table.evaluate(
      UnsafeMutableBufferPointer(start: pointer(out), count: count), scores: pointer(score))
  }

  /// One value at a time, for what has no kernel.
  package func map(into out: Int32, _ a: Int32, count: Int, _ function: (Double) -> Double) {
    let (out, a) = (pointer(out), pointer(a))
    for trial in 0..<count { out[trial] = function(a[trial]) }
  }

  private func pointer(_ register: Int32) -> UnsafeMutablePointer<Double> {
    precondition(register >= 0 && register < registerCount, "no such register")
    return storage.baseAddress.unsafelyUnwrapped + Int(register) * stride
  }
}
