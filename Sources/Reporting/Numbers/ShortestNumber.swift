/// A double at full precision: the shortest digits that read back as the same double, in the
/// grammar of JSON, which spreadsheets and data frames read too.
enum ShortestNumber {
  /// Nil for infinity and NaN; zero has no sign.
  static func text(_ x: Double) -> String? {
    guard x.isFinite else { return nil }
    if x == 0 { return "0" }
    let text = x.description
    guard let e = text.firstIndex(of: "e") else {
      return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
    // 1e-05 and 1e+16 become 1e-5 and 1e16.
    let power = Int(text[text.index(after: e)...]) ?? 0
    return "\(text[..<e])e\(power)"
  }
}
