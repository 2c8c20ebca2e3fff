/// Mean and central moments from sums of powers about a pivot.
struct CentralMoments: Sendable {
  let count: Int
  let mean: Double
  /// Means of the second, third and fourth power of the distance from the mean.
  let second: Double
  let third: Double
  let fourth: Double

  /// `sums` of d, d², d³, d⁴ with d = x - pivot.
  init(count: Int, pivot: Double, sums: [Double]) {
    self.count = count
    guard count > 0 else {
      (mean, second, third, fourth) = (.nan, .nan, .nan, .nan)
      return
    }
    let n = Double(count)
    let a = sums[0] / n
    let (b, c, d) = (sums[1] / n, sums[2] / n, sums[3] / n)
    mean = pivot + a
    second = max(b - a * a, 0)
    third = c - 3 * a * b + 2 * a * a * a
    fourth = max(d - 4 * a * c + 6 * a * a * b - 3 * a * a * a * a, 0)
  }
}
