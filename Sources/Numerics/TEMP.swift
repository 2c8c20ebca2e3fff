package enum OrderStatistics { package static func interval(n: Int, p: Double, level: Double) -> (lower: Int, upper: Int)? { nil }
package static func minimumTrials(p: Double, level: Double) -> Int { 1 } }
package enum ProportionInterval { package static func clopperPearson(successes: Int, trials: Int, level: Double) -> (low: Double, high: Double) { (0,1) } }
public enum CorrelationError: Error { case bad }
package struct CorrelationMatrix { var r = 0.0; init() {}
 package init(names: [String], pairs: [(String, String, Double)]) throws(CorrelationError) { r = pairs[0].2 }
 package var isPositiveSemidefinite: Bool { true }
 package func nearest() throws(CorrelationError) -> (matrix: CorrelationMatrix, moves: [String]) { (self, []) }
 package func factor() throws(CorrelationError) -> [[Double]] { [[1, 0], [r, (1 - r * r).squareRoot()]] } }
