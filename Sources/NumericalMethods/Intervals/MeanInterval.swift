/// How far the interval of a mean reaches.
package enum MeanInterval {
  /// With more values than this the normal score is less than 0.13 % below Student's.
  static let mostForStudent = 1000

  /// How many standard errors the interval of a mean reaches to each side: the quantile of Student's
  /// t with one degree of freedom less than there are values, and of a normal beyond a thousand of
  /// them (Student: The probable error of a mean, 1908). Held by `IntervalTests`.
  /// - Parameters:
  ///   - count: how many values the mean and its standard error are of.
  ///   - level: in (0, 1), such as 0.95.
  /// - Returns: nil for fewer than two values, which have no standard error.
  package static func standardErrors(count: Int, level: Double) -> Double? {
    let tail = 0.5 + level / 2
    if count > mostForStudent { return Elementary.normalQuantile(tail) }
    return try? Distribution.studentT(degreesOfFreedom: Double(count - 1)).quantile(tail)
  }
}
