import PathAlgebra
import Testing

/// The list of functions is the list that formulas know.
@Suite struct FunctionTests {
  @Test(arguments: FormulaFunction.all.map(\.name))
  func isKnown(name: String) {
    var model = Model(axis: TimeAxis(labels: ["2025Q1"], windows: [:]))
    let line = FormulaLine(
      name: "own", formula: "\(name)()", unit: nil, isPercentage: false, meaning: "", role: .metric)
    let error = model.add([line]).first?.error
    if case .unknownFunction? = error { Issue.record("\(name) is listed and unknown") }
    #expect(error != nil, "\(name)() was accepted")
  }

  @Test func isSorted() {
    let names = FormulaFunction.all.map(\.name)
    #expect(names == names.sorted() && Set(names).count == names.count)
    for function in FormulaFunction.all {
      #expect(function.form.hasPrefix(function.name + "("), "\(function.form)")
    }
  }
}
