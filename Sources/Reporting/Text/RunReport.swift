public import RiskAnalysis

/// The report of `capexsim run` as text: the answer, the tables, the pictures.
///
/// A section whose quantities the run does not have is left out. Held by `RunReportTests`.
public struct RunReport: Sendable {
  let answers: Answers
  /// Columns: 60 … 100.
  let width: Int
  let palette: Palette

  /// - Parameter width: columns of the terminal, or nil where there is none; what is outside
  ///   60 … 100 is moved there.
  public init(_ answers: Answers, width: Int?, palette: Palette) {
    self.answers = answers
    self.width = ReportWidth.used(width)
    self.palette = palette
  }

  public var text: String {
    let probabilities = ProbabilitySection(answers: answers)
    let start = [
      head,
      HeadlineSection(answers: answers).lines(width: width),
      WarningSection(answers: answers).lines(width: width, palette: palette),
      PrecisionSection(answers: answers).lines(width: width, palette: palette),
    ]
    let actuals =
      ActualsSection(answers: answers).sections(width: width, palette: palette)
      + [ChangeSection(answers: answers).lines(width: width, palette: palette)]
    let sections = [
      ScheduleSection(answers: answers).lines(width: width, palette: palette),
      DistributionSection(answers: answers).lines(width: width, palette: palette),
      probabilities.table.lines(width: width, palette: palette),
      probabilities.quarterlyTable.lines(width: width, palette: palette),
    ]
    let own = OwnMetricSection(answers: answers).sections(width: width, palette: palette)
    let pictures = [
      FanChart(answers)?.lines(width: width, palette: palette) ?? [],
      HistogramSection(answers: answers).lines(width: width, palette: palette),
      reportHead.changes(width: width, palette: palette),
    ]
    return ReportWidth.joined(start + actuals + sections + own + pictures)
  }

  private var reportHead: ReportHead {
    ReportHead(answers.context)
  }

  private var head: [String] {
    let context = answers.context
    var facts = [
      NumberText.trials(answers.trials), "seed \(answers.seed)",
      "stream \(context.streamVersion)", "capexsim \(EscapedText.of(context.programVersion))",
    ]
    if let seconds = context.elapsedSeconds {
      facts.append("\(NumberText.fixed(seconds, decimals: seconds < 10 ? 1 : 0)) s")
    }
    return reportHead.title(
      "mode: \(context.totalMode)", width: width, palette: palette)
      + ReportHead.facts(reportHead.originFacts + facts, width: width, palette: palette)
  }
}

/// What every text report keeps to.
enum ReportWidth {
  static let range = 60...100

  static func used(_ width: Int?) -> Int {
    min(range.upperBound, max(range.lowerBound, width ?? range.upperBound))
  }

  /// Sections with an empty line between them; empty ones left out.
  static func joined(_ sections: [[String]]) -> String {
    sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }
}
