/// The names of a list that a misspelt one may have meant.
package struct NearestNames: Sendable {
  /// Nearest first; ties in the order of the list. Empty when nothing is near.
  package let names: [String]

  /// By the number of letters to insert, delete, replace or swap with a neighbour (Damerau, 1964);
  /// at most three names, none farther than a third of the longer name's length, or two letters.
  package init(to name: String, in list: [String], limit: Int = 3) {
    let wanted = Array(name.lowercased().unicodeScalars)
    let scored = list.enumerated().map { index, candidate in
      let letters = Array(candidate.lowercased().unicodeScalars)
      return (
        distance: NearestNames.distance(wanted, letters), index: index, name: candidate,
        allowed: max(2, max(wanted.count, letters.count) / 3)
      )
    }
    names =
      scored.filter { $0.distance <= $0.allowed }
      .sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }
      .prefix(limit).map(\.name)
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var least = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          least = min(least, before[j - 1] + 1)
        }
        row.append(least)
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
