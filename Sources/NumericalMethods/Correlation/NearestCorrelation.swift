extension CorrelationMatrix {
  /// How far a repair moved one pair.
  public struct Move: Hashable, Sendable {
    public let first: String
    public let second: String
    public let from: Double
    public let to: Double
  }

  /// The nearest possible correlations in the Frobenius norm, rounded to 6 decimals, and every pair
  /// that moved, by name. Unchanged when the pairs are possible as they are.
  ///
  /// Alternating projections with Dykstra's correction (Higham: Computing the nearest correlation
  /// matrix, 2002), onto matrices whose smallest eigenvalue is n · 1e-6 rather than 0, so that
  /// rounding cannot make the answer impossible again; and rounding is what makes the answer the
  /// same on every machine, although the eigenvalue solver's last bits are not. Checked again after
  /// rounding. Held by `CorrelationMatrixTests`.
  public static func nearest(
    to pairs: [CorrelatedPair]
  ) throws(CorrelationError) -> (matrix: CorrelationMatrix, moves: [Move]) {
    var draft = try CorrelationDraft(pairs)
    if SemidefiniteCholesky(draft.entries, size: draft.names.count) != nil {
      return (try CorrelationMatrix(draft: draft), [])
    }
    let original = draft.entries
    let size = draft.names.count
    draft.entries = try projected(original, size: size)
    var moves: [Move] = []
    for row in 0..<size {
      for column in row + 1..<size {
        let place = row * size + column
        // An unmoved pair keeps the digits it was given with.
        let rounded = (draft.entries[place] * 1e6).rounded() / 1e6
        let kept = abs(rounded - original[place]) < 1e-6 ? original[place] : rounded
        draft.entries[place] = kept
        draft.entries[column * size + row] = kept
        if kept != original[place] {
          moves.append(
            Move(
              first: draft.names[row], second: draft.names[column], from: original[place], to: kept)
          )
        }
      }
    }
    return (try CorrelationMatrix(draft: draft), moves)
  }

  private static func projected(
    _ original: [Double], size: Int
  ) throws(CorrelationError) -> [Double] {
    let floor = Double(size) * 1e-6
    var matrix = original
    var correction = [Double](repeating: 0, count: size * size)
    for _ in 0..<10_000 {
      let shifted = zip(matrix, correction).map { $0 - $1 }
      let positive: [Double]
      do {
        positive = try SymmetricEigenvalues(shifted, size: size).clipped(at: floor, size: size)
      } catch {
        throw .solver(error)
      }
      correction = zip(positive, shifted).map { $0 - $1 }
      var next = positive
      for index in 0..<size { next[index * size + index] = 1 }
      let change = zip(next, matrix).map { abs($0 - $1) }.max() ?? 0
      matrix = next
      if change < 1e-12 { break }
    }
    return matrix
  }
}

extension SymmetricEigenvalues {
  /// The matrix with every smaller eigenvalue raised to `floor`.
  fileprivate func clipped(at floor: Double, size: Int) -> [Double] {
    var result = [Double](repeating: 0, count: size * size)
    for k in 0..<size {
      let value = max(values[k], floor)
      for row in 0..<size {
        for column in 0..<size {
          result[row * size + column] +=
            value * vectors[k * size + row] * vectors[k * size + column]
        }
      }
    }
    return result
  }
}
