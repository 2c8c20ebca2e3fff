/// A picture as data: what is drawn over which axes and how it is called, before anything decides
/// how it looks. `SVGChart` and `VegaLiteChart` are made from it.
struct Chart {
  /// Of the file without its ending, and of the place on the page: letters, digits and hyphens.
  var name: String
  let title: String
  /// What it counts, with the unit; empty where the title says so.
  let reading: String
  /// How to read its shapes; a page says it once.
  var key = ""
  /// What it shows, for those who do not see it.
  let description: String
  let horizontal: Horizontal
  /// What the horizontal axis counts; nil for quarters.
  var horizontalTitle: String?
  let vertical: NumberAxis
  let verticalTitle: String
  /// In the order of the words that describe it.
  let layers: [Layer]
  /// The numbers behind it.
  let table: TextTable
  /// Two of these fit side by side on a wide page.
  var isHalf = false

  enum Horizontal {
    /// Values of x are indices t of quarters.
    case quarters(QuarterAxis)
    case numbers(NumberAxis)
  }

  enum Layer {
    case band(Band)
    case line(Line)
    case bars(Bars)
    case level(Level)
    case mark(Mark)

    var isArea: Bool {
      switch self {
      case .band, .bars: true
      case .line, .level, .mark: false
      }
    }
  }

  /// What a colour means, the same in every chart.
  enum Ink: String {
    case capex, revenue, plan, other
  }

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

  /// Areas lie behind, so that no line is covered.
  var backToFront: [Layer] { layers.filter(\.isArea) + layers.filter { !$0.isArea } }
}
