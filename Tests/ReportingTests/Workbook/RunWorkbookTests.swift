import MonteCarlo
@testable import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct RunWorkbookTests {
  private func workbook(_ answers: Answers, assumptions: [AssumptionRow] = []) -> Workbook {
    RunWorkbook(
      answers, assumptions: assumptions, digest: "abc",
      command: ["run", "alibaba-380b", "--set", "a b=1"]
    ).workbook
  }

  private static let percentiles = ["P5", "P25", "P50", "P75", "P95"]

  /// Every statistic of the CSV stands in one cell, and no other does.
  @Test func theNumbersAreThoseOfTheFiles() throws {
    let answers = SyntheticRun.standard
    let workbook = workbook(answers)
    var found = 0
    var expected = 0
    for statistics in answers.quantities {
      for period in statistics.periods {
        expected += StatisticRow.all(period, quantity: statistics.quantity).count
      }
    }
    for name in ["Quarters", "Metrics", "Probabilities"] {
      let reading = try SheetReading(workbook, name)
      for row in reading.sheet.rows {
        let quantity = try #require(answers.quantity(reading.text(row, "quantity")))
        let t = (1...answers.context.quarters).first {
          answers.context.calendar($0).description == reading.text(row, "calendar")
        }
        let period = try #require(t.map { quantity.quarter($0) } ?? quantity.whole)
        for statistic in StatisticRow.all(period, quantity: quantity.quantity) {
          let head =
            statistic.name == "standardDeviation" ? "standard deviation" : statistic.name
          let place = "\(quantity.name) \(reading.text(row, "calendar")) \(statistic.name)"
          found += 1
          if statistic.isQuarter {
            let text = PeriodText.quarter(statistic.value, context: answers.context) ?? ""
            #expect(reading.text(row, head) == text, "\(place)")
          } else {
            #expect(reading.number(row, head) == statistic.value, "\(place)")
            #expect(reading.number(row, "\(head) low") == statistic.low, "\(place) low")
            #expect(reading.number(row, "\(head) high") == statistic.high, "\(place) high")
          }
        }
      }
    }
    #expect(found == expected && found > 1000, "\(found) of \(expected)")
  }

  @Test func sheetsAreWhatProgramsTake() {
    let workbook = workbook(SyntheticRun.standard)
    let names = workbook.sheets.map(\.name)
    #expect(
      names == [
        "Summary", "Charts", "Schedule", "Quarters", "Metrics", "Probabilities", "Assumptions",
        "Warnings",
      ])
    for sheet in workbook.sheets {
      #expect(sheet.name.count <= 31 && !sheet.name.contains { "[]:*?/\\'".contains($0) })
      for row in sheet.rows { #expect(row.cells.count <= sheet.columns.count, "\(sheet.name)") }
      let heads = sheet.columns.map(\.title.text)
      #expect(!sheet.hasHeads || Set(heads).count == heads.count, "\(heads)")
    }
  }

  /// A chart draws numbers, each beside the name of its quarter.
  @Test func chartsDrawWhatIsThere() throws {
    let workbook = workbook(SyntheticRun.standard)
    let charts = try #require(workbook.sheet("Charts")?.charts)
    #expect(charts.count == 2, "the synthetic run has no cumulative capex")
    for chart in charts {
      let sheet = try #require(workbook.sheet(chart.sheet))
      for place in chart.rows {
        let name = sheet.rows[place].cells[chart.categories].text ?? ""
        #expect(name.contains("Q"), "\(name)")
        for series in chart.series {
          let cell = sheet.rows[place].cells[series.column]
          #expect(cell.number != nil, "\(chart.title.text), \(series.name), row \(place)")
          #expect(sheet.columns[series.column].title.text.hasPrefix(series.name), "\(series.name)")
        }
      }
      #expect(chart.series.allSatisfy { $0.name.first?.isLetter == true })
    }
  }

  @Test func theScheduleIsThePlan() throws {
    let answers = SyntheticRun.standard
    let reading = try SheetReading(workbook(answers), "Schedule")
    let plan = reading.sheet.rows.filter { $0.ink == .plain }.compactMap {
      reading.number($0, "plan, CNY bn")
    }
    #expect(plan == answers.context.plan.schedule)
    let years = reading.sheet.rows.filter { $0.ink == .total }
    #expect(years.map { reading.text($0, "fiscal") } == ["FY2026", "FY2027", "FY2028"])
    let total = years.compactMap { reading.number($0, "plan, CNY bn") }.reduce(0, +)
    #expect(total == 380, "\(total)")
    let middle = try #require(answers.quantity("capex.FY2026")?.whole?[.p50]?.value)
    #expect(reading.number(years[0], "capex P50, CNY bn") == middle)
  }

  @Test func theSummaryHasTheAnswerAndTheCertificate() throws {
    let answers = SyntheticRun.standard
    let sheet = try #require(workbook(answers).sheet("Summary"))
    let lines = sheet.rows.map { $0.cells.map { $0.text ?? $0.number.map { "\($0)" } ?? "" } }
    for sentence in HeadlineSection(answers: answers).sentences {
      #expect(lines.contains(["", sentence.withPlainSpaces]), "\(sentence)")
    }
    #expect(lines.contains(["command", "capexsim run alibaba-380b --set 'a b=1'"]))
    #expect(lines.contains(["SHA-256 of the assumptions", "abc"]))
    #expect(lines.contains(["seed", "20250224"]) && lines.contains(["trials", "2000.0"]))
  }

  /// Without an interval there is no number, and the remark says why.
  @Test func tooFewTrialsAreRemarked() throws {
    var run = SyntheticRun()
    run.trials = 50
    let workbook = workbook(run.answers)
    let reading = try SheetReading(workbook, "Metrics")
    let row = try #require(
      reading.sheet.rows.first { reading.text($0, "quantity") == "totalCapex" })
    #expect(reading.number(row, "P5") == nil && reading.number(row, "P50") != nil)
    #expect(reading.text(row, "remark").hasPrefix("P5 needs at least 72 trials"))
    let warnings = try SheetReading(workbook, "Warnings")
    #expect(warnings.sheet.rows.count == run.answers.warnings.count)
  }

  @Test func whatTheRunDoesNotHaveIsLeftOut() throws {
    var run = SyntheticRun()
    run.kept = ["totalCapex", "crossing"]
    let workbook = workbook(run.answers)
    #expect(workbook.sheet("Charts") == nil)
    #expect(try SheetReading(workbook, "Quarters").sheet.rows.isEmpty)
    let heads = try SheetReading(workbook, "Schedule").sheet.columns.map(\.title.text)
    #expect(heads == ["fiscal", "calendar", "plan, CNY bn", "plan total, CNY bn"])
  }

  @Test func valuesOfAssumptionsAreNumbers() throws {
    let rows = [
      AssumptionRow(
        path: "a", meaning: "A.", value: "5.16%", source: nil, note: nil,
        number: .init(value: 0.0516, isPercentage: true)),
      AssumptionRow(
        path: "b", meaning: "", value: "380bn CNY", source: "x.csv#y", note: "=1",
        number: .init(value: 380, unit: "CNY bn")),
      AssumptionRow(path: "c", meaning: "", value: "2025Q2", source: nil, note: nil),
    ]
    let reading = try SheetReading(
      workbook(SyntheticRun.standard, assumptions: rows), "Assumptions")
    let cells = reading.sheet.rows.map { reading.cell($0, "value") }
    #expect(
      cells == [
        .number(0.0516, NumberFormat(decimals: 2, isPercentage: true)),
        .number(380, NumberFormat(decimals: 0)), .text("2025Q2"),
      ])
    #expect(reading.sheet.rows.map { reading.text($0, "unit") } == ["", "CNY bn", ""])
    #expect(
      reading.sheet.rows.map { reading.text($0, "source") } == [
        "not given", "x.csv#y", "not given",
      ])
    #expect(reading.text(reading.sheet.rows[1], "note") == "=1")
  }

  @Test(arguments: [
    (0, false, "#,##0"), (1, false, "#,##0.0"), (3, false, "#,##0.000"), (0, true, "0%"),
    (2, true, "0.00%"),
  ])
  func formats(decimals: Int, isPercentage: Bool, code: String) {
    #expect(NumberFormat(decimals: decimals, isPercentage: isPercentage).code == code)
  }

  /// A row is as high as its longest text; one line where nothing wraps.
  @Test func rowsAreHighEnough() {
    let sheet = Workbook.Sheet(
      name: "x",
      columns: [Workbook.Column("a", width: 10), Workbook.Column("b", width: 20, wraps: true)],
      rows: [])
    func lines(_ texts: String...) -> Int {
      sheet.lines(of: Workbook.Row(cells: texts.map { .text($0) }))
    }
    #expect(lines(String(repeating: "a", count: 100), "b") == 1)
    #expect(lines("", String(repeating: "b", count: 40)) == 3)
    #expect(lines("", String(repeating: "長", count: 40)) == 5)
    #expect(lines("", String(repeating: "b", count: 40_000)) == 27)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func whatIsNoNumberIsEmpty(x: Double) {
    #expect(Workbook.Cell.number(x, .share) == .empty)
    #expect(Workbook.Cell.number(-0.0, .share).number?.sign == .plus)
  }
}
