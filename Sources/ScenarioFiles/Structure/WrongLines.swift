internal import CapexModel
internal import PathAlgebra

/// Mistakes in formulas, at their places in the source.
struct WrongLines {
  let scenario: LayeredScenario

  func report(_ lines: [CapexModelError.WrongLine], to problems: inout ProblemCollector) {
    for line in lines { report(line.error, at: line.path, to: &problems) }
  }

  /// What is wrong with the text of formulas alone: found where other mistakes keep the model from
  /// being built.
  func reportSyntax(of assumptions: Assumptions, to problems: inout ProblemCollector) {
    for path in assumptions.paths {
      guard case .formula(let formula)? = assumptions[path]?.content,
        let error = Model.syntaxError(in: formula)
      else { continue }
      report(error, at: path, to: &problems)
    }
  }

  private func report(
    _ error: FormulaError, at path: String, to problems: inout ProblemCollector
  ) {
    let parts = path.split(separator: ".").map(String.init)
    let name = parts.count > 1 ? parts[1] : path
    guard let leaf = scenario.leaves[path], case .scalar(let fragment, _) = leaf.value else {
      // A name that cannot be: where it stands.
      let place = place(ofName: path) ?? scenario.start
      if case .duplicateName = error, let other = other(than: parts[0], defining: name) {
        problems.report(
          .whole(.sameName(name, other: other.section, place: other.place.shown)), at: place)
      } else {
        problems.report(.formula(error, name: name, place: nil), at: place)
      }
      return
    }
    guard let column = error.column else {
      problems.report(.formula(error, name: name, place: nil), at: fragment.span)
      return
    }
    let low = WrongLines.index(ofByte: column, in: fragment)
    let end = column + error.length(in: fragment.text)
    let high = max(low + 1, WrongLines.index(ofByte: end, in: fragment))
    guard let place = fragment.place(of: low..<min(high, fragment.scalars.endIndex)) else {
      problems.report(
        .formula(error, name: name, place: low - fragment.scalars.startIndex + 1),
        at: fragment.span)
      return
    }
    problems.report(.formula(error, name: name, place: nil), at: place)
  }

  /// Where a name of the scenario's own stands; nil where it does not.
  private func place(ofName path: String) -> SourceSpan? {
    scenario.sections[path]
      ?? scenario.leaves.filter { $0.key.hasPrefix(path + ".") }.min { $0.key < $1.key }?.value
      .place
  }

  /// The other section that has a name.
  private func other(
    than section: String, defining name: String
  ) -> (section: String, place: SourceSpan)? {
    for other in ["drivers", "quantities", "metrics"] where other != section {
      if let place = place(ofName: "\(other).\(name)") { return (other, place) }
    }
    return nil
  }

  /// The index of the scalar that holds a byte of the text, counted from 1.
  private static func index(ofByte column: Int, in fragment: Fragment) -> Int {
    var bytes = 1
    for index in fragment.scalars.indices {
      if bytes >= column { return index }
      bytes += UTF8.width(fragment.scalars[index])
    }
    return fragment.scalars.endIndex
  }
}
