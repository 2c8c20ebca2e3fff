extension Chart {
  /// An area between two curves.
  struct Band {
    let series: String
    let ink: Ink
    /// Half of the trials, P25 to P75, and not P5 to P95.
    let isInner: Bool
    let points: [Point]

    struct Point {
      let x: Double
      let low: Double
      let high: Double
    }
  }

  struct Line {
    let series: String
    let ink: Ink
    var isDashed = false
    /// Keeps its height from one point to the next, and jumps there.
    var isStepped = false
    let points: [(x: Double, y: Double)]
    /// Beside its right end, a line each.
    var label: [String] = []
  }

  struct Bars {
    let series: String
    let ink: Ink
    let bins: [Bin]

    struct Bin {
      let low: Double
      let high: Double
      let value: Double
    }
  }

  /// What has happened: a mark each, joined where quarters follow each other.
  struct Dots {
    let series: String
    let ink: Ink
    let points: [(x: Double, y: Double)]

    /// Points of quarters that follow each other.
    var runs: [[(x: Double, y: Double)]] {
      points.reduce(into: []) { runs, point in
        if let last = runs.last?.last, point.x - last.x < 1.5 {
          runs[runs.count - 1].append(point)
        } else {
          runs.append([point])
        }
      }
    }
  }

  /// A height that matters, across the whole chart.
  struct Level {
    let y: Double
    let label: [String]
  }

  /// A place on the horizontal axis that matters.
  struct Mark {
    let x: Double
    let label: String
  }

  /// The quarters that have happened, up to the last one.
  struct Past {
    let last: Int
    /// Where the rest begins.
    let label: String

    /// Between two quarters.
    var boundary: Double { Double(last) + 0.5 }
  }

  /// Lengths in rows, from one value to another.
  struct Spans {
    let series: String
    let ink: Ink
    let spans: [Span]
    /// Each ends where the next row's begins, and a thin line says so.
    var isChained = false

    struct Span {
      let row: Int
      let from: Double
      let to: Double
      /// 0 is the strongest shade of the ink, `faintest` the weakest.
      var shade = 0
      /// Within it, where there is room.
      var label = ""
    }

    static let faintest = 5
  }

  /// A value in each row, with the interval in which it lies.
  struct Intervals {
    let series: String
    let ink: Ink
    let values: [Value]

    struct Value {
      let row: Int
      let low: Double
      let value: Double
      let high: Double
      /// Drawn as a ring.
      var isHollow = false
    }
  }
}
