internal import CColumnKernels

/// The registers of a column program: each holds one number for every trial of a block.
///
/// Belongs to one worker. All kernels are reached through here, with every index checked.
package final class Columns {
  package let length: Int
  private let registerCount: Int
  /// From one register to the next: many at the same distance from a power of two would share the
  /// same few places in the processor's cache.
  private let stride: Int
  private let storage: UnsafeMutableBufferPointer<Double>
  private let histories: [[UnsafePointer<Double>?]]
  private let steps: [column_step]
  /// Operands of steps, each so often that a vector can be read.
  private let numbers: UnsafePointer<Double>
  private static let copies = 8

  /// Registers for blocks of at most `length` trials, all zero; `histories` are the lists of
  /// registers that `delayed` looks back on, for the quarters from 1 on; `numbers` are operands of
  /// `steps` that are the same in all trials.
  package init(
    registers: Int, length: Int, histories lists: [[Int32]] = [], steps list: [ArithmeticStep] = [],
    numbers values: [Double] = []
  ) {
    registerCount = registers
    self.length = length
    stride = length + (length < 512 ? 8 : 264)
    let stride = stride
    // One more, that stays zero: what there was before the first quarter.
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
    steps = list.map { $0.kernelStep(registers: registers, numbers: values.count) }
    for (index, value) in values.enumerated() {
      (start + columns + index * Columns.copies).update(repeating: value, count: Columns.copies)
    }
    numbers = UnsafePointer(start + columns)
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

  package func function(_ operation: ColumnOperation, into out: Int32, _ a: Int32, count: Int) {
    let (out, a) = (pointer(out), UnsafePointer(pointer(a)))
    switch operation {
    case .exp: column_exp(out, a, count)
    case .log: column_log(out, a, count)
    case .normalQuantile: column_normal_quantile(out, a, count)
    case .normalCDF: column_normal_cdf(out, a, count)
    default: preconditionFailure("\(operation) is no function of one value that has a kernel")
    }
  }

  /// Does some of the steps, in order.
  package func arithmetic(_ range: Range<Int>, count: Int) {
    steps[range].withUnsafeBufferPointer {
      column_arithmetic(
        $0.baseAddress, $0.count, storage.baseAddress, stride, numbers, count)
    }
  }

  package func poisson(into out: Int32, _ probability: Int32, mean: Int32, count: Int) {
    column_poisson_quantile(pointer(out), pointer(probability), pointer(mean), count)
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
