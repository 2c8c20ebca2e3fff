import Reporting
import RiskAnalysis
import SyntheticResults
import Testing

@Suite struct RunReportTests {
  @Test(arguments: [60, 80, 100, 140])
  func goldenAtWidths(width: Int) throws {
    var run = SyntheticRun()
    run.mode = .revised
    let text = RunReport(run.answers, width: width, palette: .plain).text
    try Golden.expect(text, "run-\(width).txt")
  }
}
