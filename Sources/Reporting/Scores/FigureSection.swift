internal import CapexModel
internal import RiskAnalysis
internal import ScenarioFiles

/// What became of every row of the figures: how many of an item, and of which periods.
struct FigureSection {
  let ledger: ScoreLedger

  init(_ ledger: ScoreLedger) { self.ledger = ledger }

  /// Rows of one file and item with one fate.
  private struct Group {
    let first: Observations.Row
    let use: ObservationUse
    var last: Observations.Row
    var count: Int
  }

  func lines(width: Int, palette: Palette) -> [String] {
    [palette("Figures", .title)]
      + groups.flatMap { group in
        let periods =
          group.count == 1
          ? group.first.period : "\(group.first.period) to \(group.last.period)"
        let subject =
          "\(EscapedText.of(group.first.file)), \(EscapedText.of(group.first.item)), "
          + "\(NumberText.whole(group.count)) of \(EscapedText.of(periods))"
        return Paragraph.lines(
          "\(subject): \(ScoreWording.use(group.use))", width: width, hanging: "  ")
      }
  }

  private var groups: [Group] {
    var groups: [Group] = []
    for (row, use) in zip(ledger.observations.rows, ledger.uses) {
      let index = groups.firstIndex {
        $0.first.file == row.file && $0.first.item == row.item && $0.use == use
      }
      if let index {
        groups[index].last = row
        groups[index].count += 1
      } else {
        groups.append(Group(first: row, use: use, last: row, count: 1))
      }
    }
    return groups.sorted {
      ($0.first.file, $0.use.rawValue) < ($1.first.file, $1.use.rawValue)
    }
  }
}
