internal import PathAlgebra

extension Simulation {
  /// What some of the trials gave, as the run itself had it, to the bit.
  ///
  /// Only the blocks that hold them are computed again. Held by `SelectedTrialsTests`.
  /// - Parameter selected: ascending, each 0 ..< `trials`.
  /// - Returns: for each quantity of the program and each of its periods, one value a trial.
  public func values(of selected: [Int]) -> [[[Double]]] {
    precondition(selected.allSatisfy((0..<trials).contains), "trials of this run")
    var values = program.outputs.map { periods in
      periods.map {
        Array(repeating: program.graph.constant(of: $0) ?? .nan, count: selected.count)
      }
    }
    let engine = ColumnEngine(
      program, seed: seed, blockLength: min(Simulation.blockLength, trials))
    var next = 0
    while next < selected.count {
      let block = selected[next] / Simulation.blockLength
      let first = block * Simulation.blockLength
      let count = min(Simulation.blockLength, trials - first)
      var end = next
      while end < selected.count, selected[end] < first + count { end += 1 }
      engine.run(first: first, count: count) { column, place in
        for index in next..<end {
          values[place.quantity][place.period][index] = column[selected[index] - first]
        }
      }
      next = end
    }
    return values
  }
}
