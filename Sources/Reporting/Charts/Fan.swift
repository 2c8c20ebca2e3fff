internal import PathAlgebra
internal import RiskAnalysis

/// The percentiles of a quantity by quarter, as bands around a line.
struct Fan {
  let statistics: QuantityStatistics
  let context: ReportContext
  let quarters: ClosedRange<Int>
  /// What has happened within these quarters.
  let actual: [ActualSeries.Point]
  /// In the order of `Percentile.allCases`, one row a quarter, in the units that people read.
  private let values: [[Double]]

  /// Nil where no quarter of these has all percentiles: what a table leaves out is not drawn
  /// either.
  ///
  /// - Parameter actual: what has happened to the quantity, where something has.
  init?(
    _ statistics: QuantityStatistics?, within span: ClosedRange<Int>, context: ReportContext,
    actual: ActualSeries? = nil
  ) {
    guard let statistics, statistics.quantity.isByQuarter,
      let first = span.first(where: { Fan.percentiles(statistics.quarter($0)) != nil })
    else { return nil }
    var rows: [[Double]] = []
    let scale = ValueText(style: statistics.quantity.style, magnitude: 0, context: context).scale
    for t in first...span.upperBound {
      // Where a quarter has none the fan ends: a gap is not bridged.
      guard let row = Fan.percentiles(statistics.quarter(t)) else { break }
      rows.append(row.map { $0 * scale })
    }
    self.statistics = statistics
    self.context = context
    let quarters = first...(first + rows.count - 1)
    self.quarters = quarters
    self.actual =
      actual?.points.filter { quarters.contains($0.t) }.map {
        .init(t: $0.t, value: $0.value * scale)
      } ?? []
    values = rows
  }

  private static func percentiles(_ period: PeriodStatistics?) -> [Double]? {
    guard let estimates = period?.quantiles, estimates.count == Percentile.allCases.count,
      estimates.allSatisfy({ $0.interval != nil && $0.value.isFinite })
    else { return nil }
    return estimates.map(\.value)
  }

  var all: [Double] { values.flatMap { $0 } + actual.map(\.value) }

  /// Where the fan opens: at the last quarter of which all is known, from the first on.
  private var opening: Int {
    zip(quarters, actual).prefix { $0 == $1.t }.last?.0 ?? quarters.lowerBound
  }

  private var style: ValueText {
    let magnitude = ValueText.magnitude(of: quarters.map { statistics.quarter($0)?[.p95] })
    return ValueText(style: statistics.quantity.style, magnitude: magnitude, context: context)
  }

  /// The bands and the median.
  ///
  /// - Parameter shift: by how many quarters the axis begins before the run does.
  func layers(
    _ series: String, ink: Chart.Ink, isLabelled: Bool = true, shift: Int = 0
  ) -> [Chart.Layer] {
    let rows = zip(quarters, values).filter { $0.0 >= opening }.map {
      (x: Double($0 + shift), values: $1)
    }
    let dots =
      actual.isEmpty
      ? []
      : [
        Chart.Layer.dots(
          Chart.Dots(
            series: series, ink: ink,
            points: actual.map { (x: Double($0.t + shift), y: $0.value) }))
      ]
    let isOpen = rows.count > 1 || actual.isEmpty
    func band(_ low: Int, _ high: Int, isInner: Bool) -> Chart.Layer {
      .band(
        Chart.Band(
          series: series, ink: ink, isInner: isInner,
          points: rows.map { .init(x: $0.x, low: $0.values[low], high: $0.values[high]) }))
    }
    return (isOpen ? [band(0, 4, isInner: false), band(1, 3, isInner: true)] : [])
      + [
        .line(
          Chart.Line(
            series: series, ink: ink, points: rows.map { (x: $0.x, y: $0.values[2]) },
            label: isLabelled ? [series] + endLabel : endLabel))
      ] + dots
  }

  /// The last quarter's median, and its P5 and P95.
  private var endLabel: [String] {
    let last = statistics.quarter(quarters.upperBound)
    return [
      style.quantile(last?[.p50]), "\(style.quantile(last?[.p5])) – \(style.quantile(last?[.p95]))",
    ]
  }

  /// `cloud revenue: median 31.8 in 2025Q2 and 58.8 in 2028Q1, there 48.2 to 71.7 in nine of ten`
  func description(_ series: String) -> String {
    let last = quarters.upperBound
    let first = actual.isEmpty ? opening : min(opening + 1, last)
    let happened =
      actual.last.map {
        "\(style.planned($0.value)) in \(context.calendar($0.t)), which has happened; "
      }
      ?? ""
    let text = { (t: Int, percentile: Percentile) in
      style.quantile(statistics.quarter(t)?[percentile])
    }
    return "\(series): \(happened)median \(text(first, .p50)) in \(context.calendar(first)) and "
      + "\(text(last, .p50)) in \(context.calendar(last)), there \(text(last, .p5)) to "
      + "\(text(last, .p95)) in nine trials of ten"
  }

  /// Columns for a table by quarter, and the cells of quarter t.
  func columns(group: String?) -> [TextTable.Column] {
    ((actual.isEmpty ? [] : ["actual"]) + Percentile.allCases.map(\.name)).map {
      TextTable.Column(title: $0, alignment: .decimal, group: group)
    }
  }

  /// What has happened has no percentiles.
  func cells(_ t: Int) -> [String] {
    let happened = actual.first { $0.t == t }.map { style.planned($0.value) }
    let percentiles = Percentile.allCases.map {
      happened == nil ? style.quantile(statistics.quarter(t)?[$0]) : ""
    }
    return actual.isEmpty ? percentiles : [happened ?? ""] + percentiles
  }
}

extension TextTable {
  /// A table with a row for each quarter of an axis.
  init(
    _ axis: QuarterAxis, columns: [TextTable.Column], cells: (Int) -> [String]
  ) {
    let context = axis.context
    let hasFiscal = context.fiscalYearEnd != 4
    let heads = ["calendar"] + (hasFiscal ? ["fiscal"] : [])
    self.init(
      title: "", columns: heads.map { TextTable.Column(title: $0, alignment: .left) } + columns,
      rows: axis.quarters.map { t in
        let names = [context.calendar(t).description] + (hasFiscal ? ["\(context.fiscal(t))"] : [])
        return TextTable.Row(cells: names + cells(t))
      })
  }
}
