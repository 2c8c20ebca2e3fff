/// Correlations of named quantities that some random numbers do have: symmetric, ones on the
/// diagonal, no negative eigenvalue. Pairs that are not given are 0. Held by
/// `CorrelationMatrixTests`.
public struct CorrelationMatrix: Hashable, Sendable {
  /// Sorted, so that the order in which pairs are given changes nothing.
  public let names: [String]
  /// Row by row, in the order of `names`.
  public let entries: [Double]
  /// The lower triangular factor, row by row: independent normal scores z become correlated ones as
  /// Σ factor[i · n + j] z[j] over j ≤ i.
  public let factor: [Double]

  /// - Throws: `outOfRange`, `pairWithItself`, `duplicate` for a bad pair; `impossible` with what
  ///   would be possible.
  public init(_ pairs: [CorrelatedPair]) throws(CorrelationError) {
    let draft = try CorrelationDraft(pairs)
    self = try CorrelationMatrix(draft: draft)
  }

  init(draft: CorrelationDraft) throws(CorrelationError) {
    guard let cholesky = SemidefiniteCholesky(draft.entries, size: draft.names.count) else {
      let smallest: Double
      do {
        smallest = try SymmetricEigenvalues(draft.entries, size: draft.names.count).values[0]
      } catch {
        throw .solver(error)
      }
      throw .impossible(smallestEigenvalue: smallest, remedies: draft.remedies)
    }
    names = draft.names
    entries = draft.entries
    factor = cholesky.factor
  }

  public subscript(row: Int, column: Int) -> Double { entries[row * names.count + column] }
}
