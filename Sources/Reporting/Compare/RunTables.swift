internal import PathAlgebra
internal import RiskAnalysis

/// Three runs or more: a table a quantity, with a row a run.
struct RunTables {
  let comparison: Comparison

  var tables: [TextTable] {
    comparison.rows.flatMap { row in
      row.quantity.style == .condition ? [probabilities(row)] : [numbers(row), ranks(row)]
    }
  }

  private var names: [String] { comparison.namesWithSpans }
  private var lessFirst: String { "less \(comparison.names[0])" }

  private func title(_ row: Comparison.Row) -> String {
    QuantityLabel(context: comparison.runs[0].context).row(row.quantity)
  }

  private func numbers(_ row: Comparison.Row) -> TextTable {
    let texts = zip(comparison.runs, row.periods).map { run, period in
      ValueText(
        style: row.quantity.style, magnitude: ValueText.magnitude(of: period.quantiles),
        context: run.context)
    }
    let quantiles: [Percentile] = [.p5, .p50, .p95]
    let rows = names.indices.map { i in
      TextTable.Row(
        cells: [names[i]] + quantiles.map { texts[i].quantile(row.periods[i][$0]) }
          + [difference(row[.mean], i, texts[i].scale), difference(row[.p50], i, texts[i].scale)])
    }
    return TextTable(
      title: "",
      columns: [TextTable.Column(title: title(row), alignment: .left, wrapsAt: 24)]
        + quantiles.map { TextTable.Column(title: $0.name) }
        + ["mean", "P50"].map {
          TextTable.Column(title: $0, group: lessFirst, importance: 20)
        }, rows: rows)
  }

  private func difference(_ compared: Comparison.Compared?, _ run: Int, _ scale: Double) -> String {
    run == 0 ? "" : DifferenceText.cell(compared?.differences[run - 1], scale: scale)
  }

  private func probabilities(_ row: Comparison.Row) -> TextTable {
    let compared = row[.probability]
    return TextTable(
      title: "",
      columns: [
        TextTable.Column(title: "\(title(row)), %", alignment: .left, wrapsAt: 24),
        TextTable.Column(title: "", alignment: .decimal),
        TextTable.Column(title: lessFirst),
      ],
      rows: names.indices.map { i in
        TextTable.Row(cells: [
          names[i], ProbabilitySection.cell(compared?.estimates[i]), difference(compared, i, 100),
        ])
      })
  }

  /// The probability of each place, the greatest first.
  private func ranks(_ row: Comparison.Row) -> TextTable {
    guard let ranks = row.ranks, PlaceChart.ranks(row), !row.isSame else {
      return TextTable(title: "", columns: [], rows: [])
    }
    let places = names.indices.map { "\($0 + 1)." }
    return TextTable(
      title: "",
      columns: [TextTable.Column(title: "Place by size, %", alignment: .left, wrapsAt: 24)]
        + places.map { TextTable.Column(title: $0) },
      rows: zip(names, ranks.probabilities).map { name, probabilities in
        TextTable.Row(
          cells: [name]
            + probabilities.map { share in
              ProbabilitySection.cell(
                Estimate.share(Int((share * Double(ranks.trials)).rounded()), of: ranks.trials),
                most: 1)
            })
      })
  }
}
