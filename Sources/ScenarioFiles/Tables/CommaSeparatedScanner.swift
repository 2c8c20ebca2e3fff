/// Cuts a text into rows and cells by commas, line ends and quotes.
struct CommaSeparatedScanner {
  private let source: SourceText
  private var line = 1
  private var column = 1
  private(set) var problems: [Rejection] = []

  init(source: SourceText) { self.source = source }

  /// Every row; wholly empty lines are passed over.
  mutating func scan() -> [SeedTable.Row] {
    var rows: [SeedTable.Row] = []
    while line <= source.lines.count {
      if source.line(line).isEmpty {
        line += 1
        continue
      }
      let first = line
      column = 1
      var cells: [SeedTable.Cell] = []
      var continues = true
      while continues {
        cells.append(scanCell())
        let scalars = source.line(line)
        continues = column <= scalars.count && scalars[column - 1] == ","
        column += 1
      }
      rows.append(SeedTable.Row(line: first, cells: cells))
      line += 1
    }
    return rows
  }

  private mutating func scanCell() -> SeedTable.Cell {
    let scalars = source.line(line)
    if column <= scalars.count, scalars[column - 1] == "\"" { return scanQuoted() }
    let start = column
    while column <= scalars.count, scalars[column - 1] != "," {
      if scalars[column - 1] == "\"" {
        problems.append(
          Rejection(.table(.strayQuote), at: source.span(line: line, column: column)))
      }
      column += 1
    }
    let fragment = Fragment(
      scalars: scalars[(start - 1)..<(column - 1)],
      start: source.span(line: line, column: start), isExact: true)
    return SeedTable.Cell(text: fragment.isEmpty ? nil : fragment.text, fragment: fragment)
  }

  /// A quoted cell may hold commas, line ends and doubled quotes.
  private mutating func scanQuoted() -> SeedTable.Cell {
    let start = source.span(line: line, column: column)
    var text: [Unicode.Scalar] = []
    column += 1
    while true {
      let scalars = source.line(line)
      guard column <= scalars.count else {
        guard line < source.lines.count else {
          problems.append(Rejection(.table(.unclosedQuote), at: start))
          break
        }
        text.append("\n")
        line += 1
        column = 1
        continue
      }
      if scalars[column - 1] != "\"" {
        text.append(scalars[column - 1])
        column += 1
      } else if column < scalars.count, scalars[column] == "\"" {
        text.append("\"")
        column += 2
      } else {
        column += 1
        break
      }
    }
    let fragment = Fragment(scalars: text[...], start: start, isExact: false)
    let rest = source.line(line)
    if column <= rest.count, rest[column - 1] != "," {
      problems.append(Rejection(.table(.strayQuote), at: source.span(line: line, column: column)))
      while column <= rest.count, rest[column - 1] != "," { column += 1 }
    }
    return SeedTable.Cell(text: fragment.text, fragment: fragment)
  }
}
