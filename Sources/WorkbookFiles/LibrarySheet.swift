#if XLSX
  internal import CXlsxWriter
  internal import Reporting

  /// One sheet of a workbook, as it is written.
  struct LibrarySheet {
    let book: UnsafeMutablePointer<lxw_workbook>
    let page: UnsafeMutablePointer<lxw_worksheet>
    var formats: LibraryFormats

    /// False where a cell was refused.
    mutating func write(_ sheet: Workbook.Sheet) -> Bool {
      var isWhole = true
      for (place, column) in sheet.columns.enumerated() {
        let at = UInt16(place)
        worksheet_set_column(page, at, at, column.width, nil)
        let look = LibraryFormats.Look(isHead: true, isRight: column.isNumeric)
        if sheet.hasHeads, !write(.text(column.title), look, 0, at) { isWhole = false }
      }
      if sheet.hasHeads { setHeight(0, lines: sheet.headLines) }
      for (place, line) in sheet.rows.enumerated() {
        let row = UInt32(place + sheet.firstRow)
        for (column, cell) in zip(sheet.columns.indices, line.cells) {
          let look = LibraryFormats.Look(
            ink: line.ink, wraps: sheet.columns[column].wraps,
            isRight: sheet.columns[column].isNumeric)
          if !write(cell, look, row, UInt16(column)) { isWhole = false }
        }
        setHeight(row, lines: line.ink == .title ? 2 : sheet.lines(of: line))
      }
      for (place, chart) in sheet.charts.enumerated() {
        if !LibraryChart(book: book, chart: chart).insert(into: page, place: place) {
          isWhole = false
        }
      }
      arrange(sheet)
      return isWhole
    }

    private func setHeight(_ row: UInt32, lines: Int) {
      if lines > 1 { worksheet_set_row(page, row, 15 * Double(lines), nil) }
    }

    /// Texts are written as texts, so that none becomes a formula or a link.
    private mutating func write(
      _ cell: Workbook.Cell, _ look: LibraryFormats.Look, _ row: UInt32, _ column: UInt16
    ) -> Bool {
      var look = look
      switch cell {
      case .empty: return true
      case .text(let text):
        return worksheet_write_string(page, row, column, text.stored, formats.of(look))
          == LXW_NO_ERROR
      case .number(let number, let format):
        look.number = format
        return worksheet_write_number(page, row, column, number.value, formats.of(look))
          == LXW_NO_ERROR
      }
    }

    /// What stays in sight, and how it prints.
    private func arrange(_ sheet: Workbook.Sheet) {
      worksheet_set_landscape(page)
      worksheet_set_paper(page, LibrarySheet.a4)
      // As wide as the paper; what is no table on one sheet of it.
      worksheet_fit_to_pages(page, 1, sheet.hasHeads ? 0 : 1)
      guard sheet.hasHeads else {
        worksheet_gridlines(page, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
        return
      }
      worksheet_freeze_panes(page, UInt32(sheet.firstRow), UInt16(sheet.frozenColumns))
      worksheet_repeat_rows(page, 0, 0)
      if sheet.isList, let last = sheet.columns.indices.last {
        worksheet_autofilter(page, 0, 0, UInt32(sheet.rows.count), UInt16(last))
      }
    }

    private static let a4: UInt8 = 9
  }
#endif
