public import RiskAnalysis

/// Several runs in one file.
///
/// The CSV is that of one run with a first column `scenario`, the name each was called by, and one
/// header; the JSON is an array of the objects of each.
public struct SeveralRuns: Sendable {
  private let runs: [(name: String, answers: Answers)]

  public init(_ runs: [(name: String, answers: Answers)]) { self.runs = runs }

  public var csv: String {
    "scenario,\(QuantitiesCSV.header)\n"
      + runs.map { run in
        let name = CSVText.text(run.name) + ","
        return QuantitiesCSV(run.answers).rows.map { name + $0 + "\n" }.joined()
      }.joined()
  }

  public var json: String {
    JSONValue.array(runs.map { ResultJSON($0.answers).object }).written() + "\n"
  }
}
