extension Distribution {
  /// P(low ≤ X ≤ high).
  package func probability(from low: Double, to high: Double) -> Double {
    low <= support.high && high >= support.low ? 1 : 0
  }
}
