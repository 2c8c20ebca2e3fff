extension TableProblem {
  var wording: ProblemWording {
    switch self {
    case .noHeader:
      ProblemWording("the table is empty", help: "begin with a row of column names")
    case .repeatedColumn(let column):
      ProblemWording(
        column.isEmpty
          ? "a column has no name" : "there are two columns `\(Wording.quoted(column))`",
        help: "give each column a name of its own")
    case .missingColumn(let column, let known):
      ProblemWording(
        "the table has no column `\(Wording.quoted(column))`",
        help: "its columns: \(Wording.quoted(known.joined(separator: ", ")))")
    case .raggedRow(let expected, let found):
      ProblemWording(
        "the row has \(Wording.count(found, "cell")), but the header has \(expected)",
        help: "write an empty cell as two commas; put quotes around text with commas")
    case .unclosedQuote:
      ProblemWording("this quote is never closed", help: "close it; double a quote inside text")
    case .strayQuote:
      ProblemWording(
        "a quote stands inside a cell",
        help: "put quotes around the whole cell and double those inside")
    case .semicolons:
      ProblemWording("the cells are parted by semicolons", help: "part them by commas")
    case .rateNotPositive(let column, let text):
      ProblemWording(
        "\(column) is \(Wording.quoted(text)), but must be above 0",
        help: "a rate is positive; correct it, or remove the row")
    case .figureNotPositive(let text):
      ProblemWording(
        "the figure is \(Wording.quoted(text)), but must be above 0",
        help: "only what is positive throughout has a growth; choose another --item, or a stretch "
          + "without it")
    case .growthUnit(let text):
      ProblemWording(
        "growth is in \(text.isEmpty ? "no unit" : Wording.quoted(text)), but must be in %",
        help: "choose the rows of growth year on year with --item")
    case .growthBeyond(let text):
      ProblemWording(
        "growth is \(Wording.quoted(text)) %, but must be above -100 and at most 2000",
        help: "correct it, or choose the rows of growth year on year with --item")
    case .otherPair(let text, let wanted):
      ProblemWording(
        "the row is \(Wording.quoted(text)), but \(wanted) is wanted",
        help: "give a table of that pair, this way round")
    case .rateLeaps(let text, let before):
      ProblemWording(
        "the rate is \(Wording.quoted(text)), right after \(Wording.quoted(before))",
        help: "correct it if the point has slipped; no rate moves fivefold at once, and rates of a "
          + "currency that was replaced must be converted")
    case .missingCell(let column):
      ProblemWording("the cell of `\(column)` is empty", help: "fill it, or remove the row")
    case .repeatedCell(let column, let value, let line):
      ProblemWording(
        "\(column) \(Wording.quoted(value)) stands in line \(line) already",
        help: "keep one of the two rows")
    case .notAscending(let period, let after):
      ProblemWording("\(period) comes after \(after)", help: "sort the rows by period")
    case .unknownPeriod(let text):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a period like the others",
        help: "write 2015-08, 2015Q3 or 2015-08-11, the same way in each row")
    case .quarterWithoutEnd(let quarter):
      ProblemWording(
        "there is no row for the end of \(quarter) before this one",
        help: "a history needs a row for the last month of each quarter, or one a quarter")
    case .tooFewQuarters(let found, let needed):
      ProblemWording(
        "the history has \(Wording.count(found, "whole quarter")), but \(needed) are needed",
        help: "give a longer history")
    case .tooFewRows(let found, let needed):
      ProblemWording(
        "the history has \(Wording.count(found, "row")), but a fit needs at least \(needed)",
        help: "give a longer history, or a wider stretch with --from and --to")
    case .constantColumn(let column, let text, let rows):
      ProblemWording(
        "\(column) is \(Wording.quoted(text)) in all \(rows) rows",
        help: "a rate that never moves has no volatility; give another column, or `process: fixed`"
      )
    case .periodsMissing(let period, let after):
      ProblemWording(
        "\(Wording.quoted(period)) comes right after \(Wording.quoted(after))",
        help: "a fit needs every period; add the rows between, or begin after them with --from")
    case .boundsCrossed(let from, let to):
      ProblemWording(
        "--from \(Wording.quoted(from)) is later than --to \(Wording.quoted(to))",
        help: "exchange the two")
    case .noSuchPeriod(let text, let table, let first, let last):
      ProblemWording(
        "\(Wording.quoted(table)) has no period \(Wording.quoted(text))",
        help: "write a period as it stands there, from \(first) to \(last)")
    case .noRows, .quarterExpected, .moneyExpected, .otherCurrency,
      .amountTooLow, .amountTooHigh, .notWholeMillions:
      actualsWording
    case .cell(let column, let problem):
      ProblemWording("\(column): \(problem.wording.message)", help: problem.wording.help)
    case .observation(let problem): problem.wording
    }
  }
}
