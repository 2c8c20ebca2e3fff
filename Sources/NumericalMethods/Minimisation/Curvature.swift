/// Gradient and second derivatives of a function at a point, by central differences.
package struct Curvature: Sendable {
  package let gradient: [Double]
  /// Row by row.
  package let hessian: [Double]
  private let count: Int

  /// - Parameter lengths: the differences' half widths, one an axis.
  package init(at point: [Double], lengths: [Double], of function: ([Double]) -> Double) {
    let count = point.count
    func value(_ moves: (axis: Int, by: Double)...) -> Double {
      var moved = point
      for move in moves { moved[move.axis] += move.by }
      return function(moved)
    }
    let centre = function(point)
    var gradient = [Double](repeating: 0, count: count)
    var hessian = [Double](repeating: 0, count: count * count)
    for row in 0..<count {
      let h = lengths[row]
      let above = value((row, h))
      let below = value((row, -h))
      gradient[row] = (above - below) / (2 * h)
      hessian[row * count + row] = (above - 2 * centre + below) / (h * h)
      for column in 0..<row {
        let k = lengths[column]
        let mixed =
          (value((row, h), (column, k)) - value((row, h), (column, -k))
            - value((row, -h), (column, k)) + value((row, -h), (column, -k))) / (4 * h * k)
        hessian[row * count + column] = mixed
        hessian[column * count + row] = mixed
      }
    }
    self.gradient = gradient
    self.hessian = hessian
    self.count = count
  }

  /// The inverse of the second derivatives, row by row, by Cholesky's method; nil unless they are
  /// positive definite, as they are at a proper minimum.
  package var inverse: [Double]? {
    var lower = hessian
    for column in 0..<count {
      for row in column..<count {
        var sum = hessian[row * count + column]
        for k in 0..<column { sum -= lower[row * count + k] * lower[column * count + k] }
        if row == column {
          guard sum > 1e-12 * hessian[row * count + row].magnitude, sum.isFinite else { return nil }
          lower[row * count + row] = sum.squareRoot()
        } else {
          lower[row * count + column] = sum / lower[column * count + column]
        }
      }
    }
    var inverse = [Double](repeating: 0, count: count * count)
    for unit in 0..<count {
      var solution = [Double](repeating: 0, count: count)
      for row in 0..<count {
        var sum = row == unit ? 1.0 : 0
        for k in 0..<row { sum -= lower[row * count + k] * solution[k] }
        solution[row] = sum / lower[row * count + row]
      }
      for row in (0..<count).reversed() {
        var sum = solution[row]
        for k in (row + 1)..<max(count, row + 1) { sum -= lower[k * count + row] * solution[k] }
        solution[row] = sum / lower[row * count + row]
      }
      for row in 0..<count { inverse[row * count + unit] = solution[row] }
    }
    return inverse
  }
}
