import NumericalMethods
import Testing

extension KernelLevelTests {
  /// As the standard library sorts: any number of values, many of them equal, zeros of both signs.
  @Test(arguments: KernelLevel.available)
  func sorting(level: KernelLevel) {
    let wide = anyBits(seed: 320, count: SortedValues.most).map { $0.isFinite ? $0 : 0 }
    let narrow = uniforms(seed: 321, count: SortedValues.most).map { (7 * $0 - 3.5).rounded() }
    with(level) {
      for count in [0, 1, 2, 31, 32, 33, 100, 128, 255, SortedValues.most] {
        for values in [wide.prefix(count), narrow.prefix(count)] {
          let sorted = Array(values).withUnsafeBufferPointer { SortedValues.ofFinite($0) }
          #expect(sorted == values.sorted(), "\(level), \(count) values")
        }
      }
      let odd = [3, .infinity, -0.0, .nan, -.infinity, 0, -7, .nan, 3]
      let sorted = odd.withUnsafeBufferPointer { SortedValues.ofFinite($0) }
      #expect(sorted == [-7, 0, 0, 3, 3], "\(level)")
    }
  }
}
