internal import NumericalMethods
internal import PathAlgebra

extension ModelDraft {
  /// Joins the normal scores of the drivers that the scenario pairs.
  mutating func addDependence() throws(CapexModelError) {
    let path = "dependence.pairs"
    guard case .dependence(let given)? = assumptions.content(path) else { return }
    let pairs = try live(given, path: path)
    guard !pairs.isEmpty else { return }
    do {
      let matrix: CorrelationMatrix
      if assumptions.choice("dependence.repair") == "nearest" {
        let repaired = try CorrelationMatrix.nearest(to: pairs)
        matrix = repaired.matrix
        if !repaired.moves.isEmpty {
          warnings.append(.correlationsRepaired(path: path, moves: repaired.moves))
        }
      } else {
        matrix = try CorrelationMatrix(pairs)
      }
      let isT = assumptions.choice("dependence.copula") == "t"
      let freedom = assumptions.number("dependence.degreesOfFreedom") ?? .infinity
      model.dependence = Dependence(
        names: matrix.names, factor: matrix.factor,
        copula: isT ? .studentT(degreesOfFreedom: freedom) : .gaussian)
    } catch {
      throw .impossibleCorrelations(path: path, error)
    }
  }

  /// The pairs whose drivers the model draws from. One that another option has switched off is
  /// left out with a warning; a name that is never a driver is an error.
  private mutating func live(
    _ pairs: [CorrelatedPair], path: String
  ) throws(CapexModelError) -> [CorrelatedPair] {
    let drivers = model.drivers()
    var result: [CorrelatedPair] = []
    for pair in pairs {
      var found: [Model.Driver] = []
      for name in [pair.first, pair.second] {
        if let driver = drivers.first(where: { $0.name == name }) {
          found.append(driver)
        } else if assumptions.isDriver(name) {
          warnings.append(.driverSwitchedOff(path: path, name: name))
        } else {
          let names = drivers.map(\.name)
          throw .unknownDriver(
            path: path, name: name, nearest: Spelling.nearest(to: name, among: names),
            known: names)
        }
      }
      guard found.count == 2 else { continue }
      if found[0].isByQuarter != found[1].isByQuarter {
        let byTrial = found[0].isByQuarter ? found[1] : found[0]
        let byQuarter = found[0].isByQuarter ? found[0] : found[1]
        throw .driversOfDifferentKind(
          path: path, byTrial: byTrial.name, byQuarter: byQuarter.name)
      }
      result.append(pair)
    }
    return result
  }
}
