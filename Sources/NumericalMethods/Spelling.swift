/// Finds the known name that was probably meant.
package enum Spelling {
  /// The nearest of `names`, at most a third of the typed letters away, and at least one; nil when
  /// nothing is near. Ties go to the first in alphabetical order.
  package static func nearest(to word: String, among names: [String]) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    let allowed = max(1, typed.count / 3)
    var best: (name: String, distance: Int)?
    for name in names.sorted() {
      let letters = Array(name.lowercased().unicodeScalars)
      // Absurdly long words are near nothing, and would take long to compare.
      guard typed.count <= 200, abs(letters.count - typed.count) <= allowed else { continue }
      let distance = distance(typed, letters)
      if distance <= allowed, distance < best?.distance ?? .max { best = (name, distance) }
    }
    return best?.name
  }

  /// Insertions, deletions, replacements and swaps of neighbours (Damerau 1964, Levenshtein 1966;
  /// each pair of places is edited once).
  package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 0..<a.count {
      var row = [i + 1]
      for j in 0..<b.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
