import Testing

@testable import NumericalMethods

@Suite struct CorrelationMatrixTests {
  private func pairs(_ listed: [(String, String, Double)]) -> [CorrelatedPair] {
    listed.map { CorrelatedPair(first: $0.0, second: $0.1, correlation: $0.2) }
  }

  private func expectFactorReproduces(_ matrix: CorrelationMatrix, tolerance: Double) {
    let n = matrix.names.count
    for row in 0..<n {
      for column in 0..<n {
        var sum = 0.0
        for k in 0..<n { sum += matrix.factor[row * n + k] * matrix.factor[column * n + k] }
        #expect(
          abs(sum - matrix[row, column]) <= tolerance,
          "entry \(row), \(column): expected \(matrix[row, column]), got \(sum)")
      }
    }
  }

  @Test func orderOfPairsChangesNothing() throws {
    let one = try CorrelationMatrix(pairs([("b", "a", 0.5), ("c", "a", 0.2), ("b", "c", -0.3)]))
    let two = try CorrelationMatrix(pairs([("c", "b", -0.3), ("a", "b", 0.5), ("a", "c", 0.2)]))
    #expect(one == two)
    #expect(one.names == ["a", "b", "c"])
    #expect(one[0, 1] == 0.5 && one[1, 2] == -0.3 && one[2, 2] == 1)
    expectFactorReproduces(one, tolerance: 1e-15)
  }

  @Test func singularMatricesAreAccepted() throws {
    let same = try CorrelationMatrix(pairs([("a", "b", 1)]))
    #expect(same.factor == [1, 0, 1, 0])
    let opposite = try CorrelationMatrix(
      pairs([("a", "b", -1), ("b", "c", 0.5), ("a", "c", -0.5)]))
    expectFactorReproduces(opposite, tolerance: 1e-15)
    // On the boundary: 2 · 0.81 - 1 = 0.62.
    let edge = try CorrelationMatrix(pairs([("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", 0.62)]))
    expectFactorReproduces(edge, tolerance: 1e-12)
  }

  @Test func impossibleMatricesAreRefusedWithWhatIsPossible() throws {
    for third in [-0.9, 0.6] {
      let listed = pairs([("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", third)])
      do throws(CorrelationError) {
        _ = try CorrelationMatrix(listed)
        Issue.record("expected \(third) to be refused")
      } catch {
        guard case .impossible(let smallest, let remedies) = error else {
          Issue.record("expected an impossible matrix, got \(error)")
          continue
        }
        // Known for -0.9: eigenvalues -0.8, 1.9, 1.9; for 0.6 the smallest is -0.00767.
        let expected = third == -0.9 ? -0.8 : -0.00767
        #expect(abs(smallest - expected) <= 5e-6, "got \(smallest)")
        let first = try #require(remedies.first)
        #expect(first.pair == listed[2] && first.isListed)
        #expect(abs(first.low - 0.62) <= 1e-12, "expected 0.62, got \(first.low)")
        #expect(abs(first.high - 1) <= 1e-12, "expected 1, got \(first.high)")
        #expect(remedies.count == 3)
      }
    }
  }

  /// Two quantities that are the same cannot differ in their correlation with a third.
  @Test func aSingularPivotDoesNotHideAContradiction() {
    #expect(throws: CorrelationError.self) {
      try CorrelationMatrix(pairs([("a", "b", 1), ("a", "c", 0.5), ("b", "c", 0.3)]))
    }
  }

  @Test func unlistedPairsAreOfferedFirst() throws {
    do throws(CorrelationError) {
      _ = try CorrelationMatrix(pairs([("a", "b", 0.9), ("a", "c", 0.9)]))
      Issue.record("expected a refusal")
    } catch {
      guard case .impossible(_, let remedies) = error else {
        Issue.record("expected an impossible matrix, got \(error)")
        return
      }
      let first = try #require(remedies.first)
      #expect(first.pair == CorrelatedPair(first: "b", second: "c", correlation: 0))
      #expect(!first.isListed && abs(first.low - 0.62) <= 1e-12)
    }
  }

  /// The range agrees with what the check itself accepts and refuses.
  @Test func rangesAreSharp() throws {
    let draft = try CorrelationDraft(
      pairs([("a", "b", 0.5), ("a", "c", -0.3), ("b", "c", 0.4), ("c", "d", 0.7), ("b", "d", 0.1)]))
    for row in 0..<4 {
      for column in row + 1..<4 {
        let range = try #require(draft.possibleRange(row, column))
        for (value, isPossible) in [
          (range.low - 1e-5, false), (range.low + 1e-9, true), (range.high - 1e-9, true),
          (range.high + 1e-5, false),
        ] {
          var moved = draft.entries
          moved[row * 4 + column] = value
          moved[column * 4 + row] = value
          let accepted = SemidefiniteCholesky(moved, size: 4) != nil
          #expect(accepted == isPossible, "pair \(row), \(column) at \(value)")
        }
      }
    }
  }

  @Test func badPairsAreRefused() {
    let bad = CorrelatedPair(first: "a", second: "b", correlation: 1.2)
    #expect(throws: CorrelationError.outOfRange(bad)) { try CorrelationMatrix([bad]) }
    #expect(throws: CorrelationError.self) { try CorrelationMatrix(pairs([("a", "b", .nan)])) }
    let own = CorrelatedPair(first: "a", second: "a", correlation: 0.2)
    #expect(throws: CorrelationError.pairWithItself(own)) { try CorrelationMatrix([own]) }
    let twice = pairs([("a", "b", 0.2), ("b", "a", 0.2)])
    #expect(throws: CorrelationError.duplicate(twice[1], earlier: twice[0])) {
      try CorrelationMatrix(twice)
    }
  }

  @Test func repairMovesAsLittleAsItCan() throws {
    let listed = pairs([("a", "b", 0.9), ("a", "c", 0.9), ("b", "c", -0.9)])
    let (matrix, moves) = try CorrelationMatrix.nearest(to: listed)
    // By symmetry all three move alike, to the boundary where 1 - r² = … : r = 1/2.
    #expect(abs(matrix[0, 1] - 0.5) <= 1e-5, "got \(matrix[0, 1])")
    #expect(abs(matrix[0, 2] - 0.5) <= 1e-5, "got \(matrix[0, 2])")
    #expect(abs(matrix[1, 2] + 0.5) <= 1e-5, "got \(matrix[1, 2])")
    #expect(moves.count == 3)
    #expect(moves.first?.from == 0.9)
    for index in [1, 2, 5] {
      let scaled = matrix.entries[index] * 1e6
      #expect(abs(scaled - scaled.rounded()) <= 1e-9, "six decimals: \(matrix.entries[index])")
    }
    let fine = pairs([("a", "b", 0.3)])
    let kept = try CorrelationMatrix.nearest(to: fine)
    #expect(kept.moves.isEmpty && kept.matrix[0, 1] == 0.3)
  }
}
