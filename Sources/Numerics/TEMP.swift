package struct QuantileTable: Hashable, Sendable {
  package static func copulaScore(degreesOfFreedom: Double) -> QuantileTable { QuantileTable() }
  package func value(score: Double) -> Double { score }
  package func evaluate(_ out: UnsafeMutableBufferPointer<Double>, scores: UnsafePointer<Double>) {}
}
package enum ColumnForm { case constant(Double), affineOfUniform(low: Double, width: Double), affineOfScore(mean: Double, standardDeviation: Double), exponentialOfScore(logMean: Double, logStandardDeviation: Double), triangular(low: Double, mode: Double, high: Double), steps(cumulative: [Double], values: [Double]), table(QuantileTable), direct }
extension Distribution { package var columnForm: ColumnForm { .direct } }
package enum OrderStatistics { package static func interval(n: Int, p: Double, level: Double) -> (lower: Int, upper: Int)? { nil }
package static func minimumTrials(p: Double, level: Double) -> Int { 1 } }
package enum ProportionInterval { package static func clopperPearson(successes: Int, trials: Int, level: Double) -> (low: Double, high: Double) { (0,1) } }
public enum CorrelationError: Error { case bad }
package struct CorrelationMatrix { init() {}
 package init(names: [String], pairs: [(String, String, Double)]) throws(CorrelationError) {}
 package var isPositiveSemidefinite: Bool { true }
 package func nearest() throws(CorrelationError) -> (matrix: CorrelationMatrix, moves: [String]) { (self, []) }
 package func factor() throws(CorrelationError) -> [[Double]] { [] } }
