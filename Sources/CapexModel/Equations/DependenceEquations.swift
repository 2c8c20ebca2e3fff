internal import Numerics
internal import PathAlgebra

extension ModelDraft {
  /// Joins the normal scores of the drivers that the scenario pairs.
  mutating func addDependence() throws(CapexModelError) {
    let path = "dependence.pairs"
    guard case .dependence(let pairs)? = assumptions.content(path), !pairs.isEmpty else { return }
    let drivers = model.drivers()
    try check(pairs, drivers, path: path)
    // In the model's order of drivers, so that the order of pairs in the file means nothing.
    let paired = Set(pairs.flatMap { [$0.first, $0.second] })
    let names = drivers.map(\.name).filter(paired.contains)
    do {
      var matrix = try CorrelationMatrix(
        names: names, pairs: pairs.map { ($0.first, $0.second, $0.correlation) })
      if assumptions.choice("dependence.repair") == "nearest", !matrix.isPositiveSemidefinite {
        let repaired = try matrix.nearest()
        matrix = repaired.matrix
        warnings.append(.correlationsRepaired(path: path, moves: repaired.moves))
      }
      let isT = assumptions.choice("dependence.copula") == "t"
      let freedom = assumptions.number("dependence.degreesOfFreedom") ?? .infinity
      model.dependence = Dependence(
        names: names, factor: try matrix.factor(),
        copula: isT ? .studentT(degreesOfFreedom: freedom) : .gaussian)
    } catch {
      throw .impossibleCorrelations(path: path, error)
    }
  }

  private func check(
    _ pairs: [DependentPair], _ drivers: [Model.Driver], path: String
  ) throws(CapexModelError) {
    let names = drivers.map(\.name)
    for pair in pairs {
      var found: [Model.Driver] = []
      for name in [pair.first, pair.second] {
        guard let driver = drivers.first(where: { $0.name == name }) else {
          throw .unknownDriver(
            path: path, name: name, nearest: Spelling.nearest(to: name, among: names),
            known: names)
        }
        found.append(driver)
      }
      if found[0].isByQuarter != found[1].isByQuarter {
        let byTrial = found[0].isByQuarter ? found[1] : found[0]
        let byQuarter = found[0].isByQuarter ? found[0] : found[1]
        throw .driversOfDifferentKind(
          path: path, byTrial: byTrial.name, byQuarter: byQuarter.name)
      }
    }
  }
}
