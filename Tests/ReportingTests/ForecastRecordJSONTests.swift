import RiskAnalysis
import SyntheticResults
import Testing

@testable import Reporting

@Suite struct ForecastRecordJSONTests {
  private func record(_ run: SyntheticRun) throws -> ForecastRecord {
    try ForecastRecord(
      run.result, context: run.context, digest: String(repeating: "5f", count: 32))
  }

  @Test func readsBackTheSame() throws {
    var record = try record(SyntheticRun())
    record.certificate.scenario = "quote \", backslash \\, tab \t, é, 阿里巴巴, 😀, \u{202E}"
    record.certificate.overrides = [.init(path: "plan.total", value: "400bn CNY")]
    record.certificate.seed = .max
    let text = ForecastRecordJSON(record).text
    #expect(try ForecastRecordReader.read(Array(text.utf8)) == record)
    record.certificate.asOf = nil
    record.certificate.origin = .file("a/b.yaml")
    let other = ForecastRecordJSON(record).text
    #expect(try ForecastRecordReader.read(Array(other.utf8)) == record)
    #expect(other != text)
  }

  /// Three quantities over twelve quarters at 23 levels.
  @Test func isSmall() throws {
    let size = ForecastRecordJSON(try record(SyntheticRun())).text.utf8.count
    #expect(size < 10_000, "\(size) bytes")
  }
}
