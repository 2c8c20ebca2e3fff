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
  let vertical: Vertical
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

  enum Vertical {
    case numbers(NumberAxis)
    /// Rows below each other, on a horizontal axis of numbers.
    case rows(RowAxis)

    var numbers: NumberAxis? { if case .numbers(let axis) = self { axis } else { nil } }
    var rows: RowAxis? { if case .rows(let axis) = self { axis } else { nil } }
  }

  enum Layer {
    case band(Band)
    case line(Line)
    case bars(Bars)
    case dots(Dots)
    case level(Level)
    case mark(Mark)
    case past(Past)
    case spans(Spans)
    case intervals(Intervals)

    var isArea: Bool {
      switch self {
      case .band, .bars, .past, .spans: true
      case .line, .dots, .level, .mark, .intervals: false
      }
    }
  }

  /// What a colour means, the same in every chart.
  enum Ink: String {
    case capex, revenue, plan, other
  }

  /// Areas lie behind, so that no line is covered.
  var backToFront: [Layer] { layers.filter(\.isArea) + layers.filter { !$0.isArea } }
}
