extension Workbook {
  /// A native chart: lines over the cells of a sheet, drawn again by whatever opens the workbook.
  package struct Chart: Sendable {
    package let title: CellText
    /// The sheet of the cells, and its columns and rows, each from 0 as in `Sheet`.
    package let sheet: String
    package let categories: Int
    package let rows: Range<Int>
    package let series: [Series]
    package let format: NumberFormat
  }

  package struct Series: Sendable {
    /// Begins with a letter.
    package let name: String
    package let column: Int
    package let ink: Ink
    package let weight: Weight

    package enum Weight: Sendable {
      /// The median.
      case strong
      /// The ends of the range in which nine trials of ten lie.
      case light
      /// What was announced.
      case dashed
    }

    /// What a colour means, the same as in the charts of the page.
    package enum Ink: Sendable {
      case capex, revenue, plan, other
    }
  }
}
