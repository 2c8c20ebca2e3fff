internal import CapexModel
internal import PathAlgebra
internal import RiskAnalysis

/// A quantity by quarter of two runs over one axis of calendar quarters.
struct OverlaidFans {
  let comparison: Comparison

  /// Nil where the runs do not both have it, in one unit, with enough trials.
  func chart(_ name: String, title: String, ink: Chart.Ink) -> Chart? {
    guard comparison.runs.count == 2 else { return nil }
    let runs = comparison.runs
    let start = runs[0].context.start
    let sides = runs.compactMap { run -> (fan: Fan, shift: Int, name: String)? in
      let answers = Answers(run.result, context: run.context)
      return Fan(
        answers.quantity(name), within: 1...max(1, run.context.plan.quarters),
        context: run.context, actual: answers.actuals?.series(name)
      ).map { ($0, start.distance(to: run.context.start), EscapedText.of(run.name)) }
    }
    guard sides.count == 2,
      sides[0].fan.statistics.quantity.unit == sides[1].fan.statistics.quantity.unit,
      let vertical = NumberAxis(covering: sides.flatMap(\.fan.all)),
      let first = sides.map({ $0.fan.quarters.lowerBound + $0.shift }).min(),
      let last = sides.map({ $0.fan.quarters.upperBound + $0.shift }).max()
    else { return nil }
    let isSame = sides[0].fan.all == sides[1].fan.all && sides[0].shift == sides[1].shift
    let axis = QuarterAxis(first...last, context: runs[0].context)
    let unit = EscapedText.of(sides[0].fan.statistics.quantity.unit.description)
    let reading =
      ["\(unit) a quarter."] + (isSame ? ["The same in both scenarios."] : [])
      + (sides.contains { !$0.fan.actual.isEmpty } ? [ChartWords.dots] : [])
    let inks: [Chart.Ink] = [ink, .other]
    let shown = isSame ? [(sides[0].fan, 0, "both")] : sides
    let columns = shown.flatMap { $0.0.columns(group: $0.2) }
    return Chart(
      name: "\(name)-both", title: title,
      reading: reading.joined(separator: " "),
      key: ChartWords.fan,
      description: shown.map { $0.0.description($0.2) }.joined(separator: "; ") + ".",
      horizontal: .quarters(axis), vertical: .numbers(vertical), verticalTitle: unit,
      layers: zip(shown, inks).flatMap { side, ink in
        side.0.layers(side.2, ink: ink, shift: side.1)
      },
      table: TextTable(axis, columns: columns) { t in
        shown.flatMap { side in
          let own = t - side.1
          return side.0.quarters.contains(own)
            ? side.0.cells(own) : side.0.columns(group: nil).map { _ in "" }
        }
      })
  }
}
