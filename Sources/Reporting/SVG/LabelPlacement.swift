/// Where labels go that want to stand in the same place. Held by `LabelPlacementTests`.
enum LabelPlacement {
  /// Centres of labels beside each other's line, moved as little as keeps them apart and within
  /// the range, in the order given.
  ///
  /// Labels that stand too close are pushed down in order of their height; what then hangs out at
  /// the bottom is pushed up again. What does not fit into the range at all overlaps at its top.
  static func spread(
    _ labels: [(centre: Double, height: Double)], within range: ClosedRange<Double>
  ) -> [Double] {
    let order = labels.indices.sorted {
      (labels[$0].centre, $0) < (labels[$1].centre, $1)
    }
    var tops = labels.map { $0.centre - $0.height / 2 }
    var free = range.lowerBound
    for i in order {
      tops[i] = max(tops[i], free)
      free = tops[i] + labels[i].height
    }
    var limit = range.upperBound
    for i in order.reversed() {
      tops[i] = max(range.lowerBound, min(tops[i], limit - labels[i].height))
      limit = tops[i]
    }
    return labels.indices.map { tops[$0] + labels[$0].height / 2 }
  }

  /// Which of the labels in a row can stand without touching, each as many from the next: every
  /// one, or every second, third and so on counted from `start`.
  static func even(
    _ labels: [(centre: Double, width: Double)], from start: Int, gap: Double
  ) -> [Int] {
    for stride in 1...max(1, labels.count) {
      let chosen = labels.indices.filter { ($0 - start) % stride == 0 }
      if apart(chosen.map { labels[$0] }, gap: gap).count == chosen.count { return chosen }
    }
    return [start]
  }

  /// Which of the labels in a row can stand without touching, from the left on.
  static func apart(_ labels: [(centre: Double, width: Double)], gap: Double) -> [Int] {
    var end = -Double.infinity
    return labels.indices.filter { i in
      let label = labels[i]
      guard label.centre - label.width / 2 >= end + gap else { return false }
      end = label.centre + label.width / 2
      return true
    }
  }
}
