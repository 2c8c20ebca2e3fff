/// Coordinates of a drawing with at most one decimal: the same bytes everywhere.
enum Coordinate {
  /// What is not finite, or far out of any drawing, is moved to its edge; held by
  /// `CoordinateTests`.
  static func text(_ x: Double) -> String {
    let limited = x.isNaN ? 0 : min(max(x, -99_999), 99_999)
    let tenths = Int((limited * 10).rounded())
    let whole = "\(tenths.magnitude / 10)"
    let tenth = tenths.magnitude % 10
    return (tenths < 0 ? "-" : "") + (tenth == 0 ? whole : "\(whole).\(tenth)")
  }

  /// `12,34.5`
  static func pair(_ x: Double, _ y: Double) -> String { "\(text(x)),\(text(y))" }
}
