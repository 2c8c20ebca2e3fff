#if XLSX
  internal import CXlsxWriter
  internal import Reporting

  /// A native chart of lines.
  struct LibraryChart {
    let book: UnsafeMutablePointer<lxw_workbook>
    let chart: Workbook.Chart

    /// How many rows of a sheet a chart takes.
    private static let rows = 22

    /// False where the library refuses it.
    func insert(into page: UnsafeMutablePointer<lxw_worksheet>, place: Int) -> Bool {
      guard let drawing = workbook_add_chart(book, UInt8(LXW_CHART_LINE.rawValue)) else {
        return false
      }
      for series in chart.series { add(series, to: drawing) }
      nameLines(of: drawing)
      chart_title_set_name(drawing, chart.title.text)
      var font = lxw_chart_font()
      font.size = 13
      font.bold = 1
      chart_title_set_name_font(drawing, &font)
      chart_axis_set_num_format(drawing.pointee.y_axis, chart.format.code)
      var grid = lxw_chart_line()
      grid.color = 0xD9_DDE1
      grid.width = 0.75
      chart_axis_major_gridlines_set_line(drawing.pointee.y_axis, &grid)
      // Names of quarters run into each other where there are more.
      if chart.rows.count > 14 { chart_axis_set_interval_unit(drawing.pointee.x_axis, 2) }
      var options = lxw_chart_options()
      // Of 480 by 288 pixels.
      options.x_scale = 2
      options.y_scale = 1.45
      return worksheet_insert_chart_opt(
        page, UInt32(1 + place * LibraryChart.rows), 1, drawing, &options) == LXW_NO_ERROR
    }

    /// Below the chart: the lines that are strong. The thin ones around them are named once.
    private func nameLines(of drawing: UnsafeMutablePointer<lxw_chart>) {
      chart_legend_set_position(drawing, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
      // The library takes a list that ends with a negative number.
      var unnamed = chart.series.indices.filter { chart.series[$0].weight == .light }.map(
        Int16.init)
      unnamed.append(-1)
      chart_legend_delete_series(drawing, &unnamed)
      chart_axis_set_name(drawing.pointee.x_axis, "thin lines: P5 and P95")
      var font = lxw_chart_font()
      font.size = 9
      chart_axis_set_name_font(drawing.pointee.x_axis, &font)
    }

    private func add(_ series: Workbook.Series, to drawing: UnsafeMutablePointer<lxw_chart>) {
      // The heads are above the rows.
      let first = UInt32(chart.rows.lowerBound + 1)
      let last = UInt32(chart.rows.upperBound)
      let added = chart_add_series(drawing, nil, nil)
      let categories = UInt16(chart.categories)
      chart_series_set_categories(added, chart.sheet, first, categories, last, categories)
      let values = UInt16(series.column)
      chart_series_set_values(added, chart.sheet, first, values, last, values)
      chart_series_set_name(added, series.name)
      var line = lxw_chart_line()
      line.color = series.ink.colour
      switch series.weight {
      case .strong: line.width = 2.5
      case .light: line.width = 1.25
      case .dashed:
        line.width = 1.5
        line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
      }
      chart_series_set_line(added, &line)
    }
  }

  extension Workbook.Series.Ink {
    /// As on the page.
    fileprivate var colour: lxw_color_t {
      switch self {
      case .capex: 0xC0_5200
      case .revenue: 0x00_72B2
      case .plan: 0x1C_2024
      case .other: 0x00_7A58
      }
    }
  }
#endif
