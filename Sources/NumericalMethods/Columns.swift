internal import CColumnKernels

/// The registers of a column program: each holds one number for every trial of a block.
///
/// Belongs to one worker. All kernels are reached through here, with every index checked. An operand
/// is a register, or where it is negative the complement of a number's index: -1 for the first.
package final class Columns {
  package let length: Int
  private let registerCount: Int
  /// From one register to the next: many at the same distance from a power of two would share the
  /// same few places in the processor's cache.
  private let stride: Int
  private let storage: UnsafeMutableBufferPointer<Double>
  private let histories: [[UnsafePointer<Double>?]]
  /// How many numbers there are, and each so often that a vector can be read.
  private let numberCount: Int
  private let numbers: UnsafeMutablePointer<Double>
  private static let copies = 8

  /// Registers for blocks of at most `length` trials, all zero; `histories` are the lists of
  /// registers that `delayed` looks back on, for the quarters from 1 on; `numbers` are operands that
  /// are the same in all trials.
  package init(
    registers: Int, length: Int, histories lists: [[Int32]] = [], numbers values: [Double] = []
  ) {
    registerCount = registers
    self.length = length
    // One more, that stays zero: what there was before the first quarter.
    stride = length + 264
    let stride = stride
    let columns = (registers + 1) * stride
    let count = columns + values.count * Columns.copies
    // Aligned for the widest vectors.
    let bytes = UnsafeMutableRawBufferPointer.allocate(
      byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
    storage = bytes.bindMemory(to: Double.self)
    storage.initialize(repeating: 0)
    let start = storage.baseAddress.unsafelyUnwrapped
    histories = lists.map { list in
      ([Int32(registers)] + list).map { register in
        precondition(register >= 0 && register <= registers, "no such register")
        return UnsafePointer(start + Int(register) * stride)
      }
    }
    numberCount = values.count
    numbers = start + columns
    for (index, value) in values.enumerated() {
      (numbers + index * Columns.copies).update(repeating: value, count: Columns.copies)
    }
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
    column_binary(pointer(out), operation.kernel, operand(a), operand(b), count)
  }

  package func pair(
    _ pair: ColumnPair, into out: Int32, _ a: Int32, _ b: Int32, _ c: Int32, count: Int
  ) {
    column_pair(
      pointer(out), pair.first.kernel, pair.secondKernel, operand(a), operand(b), operand(c), count)
  }

  package func poisson(into out: Int32, _ probability: Int32, mean: Int32, count: Int) {
    column_poisson_quantile(pointer(out), pointer(probability), pointer(mean), count)
  }

  package func choose(into out: Int32, _ condition: Int32, _ yes: Int32, _ no: Int32, count: Int) {
    column_choose(pointer(out), operand(condition), operand(yes), operand(no), count)
  }

  /// The condition is that `a` is less than `b`, or not greater.
  package func choose(
    into out: Int32, where comparison: ColumnOperation, _ a: Int32, _ b: Int32, _ yes: Int32,
    _ no: Int32, count: Int
  ) {
    column_choose_where(
      pointer(out), comparison.kernel, operand(a), operand(b), operand(yes), operand(no), count)
  }

  /// What was found in earlier quarters, or this one where its condition holds.
  package func earliest(
    into out: Int32, _ found: Int32, _ condition: Int32, quarter: Double, count: Int
  ) {
    column_earliest(pointer(out), operand(found), operand(condition), quarter, count)
  }

  /// The condition is that `a` is less than `b`, or not greater.
  package func earliest(
    into out: Int32, _ found: Int32, where comparison: ColumnOperation, _ a: Int32, _ b: Int32,
    quarter: Double, count: Int
  ) {
    column_earliest_where(
      pointer(out), comparison.kernel, operand(found), operand(a), operand(b), quarter, count)
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

  private func operand(_ operand: Int32) -> column_operand {
    guard operand < 0 else { return column_operand(values: pointer(operand), mask: .max) }
    let number = Int(~operand)
    precondition(number < numberCount, "no such number")
    return column_operand(values: numbers + number * Columns.copies, mask: 0)
  }
}
