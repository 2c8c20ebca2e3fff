internal import CapexModel

/// What a scenario that knows what has happened is set against.
enum EarlierView {
  /// The files below the last one that takes something as known; nil where there
  /// is none, or nothing is known. Held by `EarlierViewTests`.
  static func layers(of chain: [Layer], model: CapexModel) -> [Layer]? {
    guard model.scenario.known != nil else { return nil }
    let last = chain.lastIndex(where: takesActuals)
    let below = Array(chain[(last.map { $0 + 1 } ?? 0)...])
    return below.isEmpty ? nil : below
  }

  private static func takesActuals(_ layer: Layer) -> Bool {
    layer.leaves.contains {
      $0.key.hasPrefix("actuals.") || $0.value.keyed.kind == .rates
    }
  }
}
