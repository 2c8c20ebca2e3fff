public import PathAlgebra

/// What the work on a block of trials consists of.
public enum Stage: Int, CaseIterable, Sendable {
  case uniforms, normals, exponentials, logarithms, distributions, arithmetic, summaries
}

extension ColumnProgram.Instruction {
  var stage: Stage {
    switch self {
    case .uniform: .uniforms
    case .function(.normalQuantile, _, _): .normals
    case .function(.exp, _, _): .exponentials
    case .function(.log, _, _): .logarithms
    case .table, .steps, .quantile, .function(.normalCDF, _, _), .poisson:
      .distributions
    case .observe: .summaries
    default: .arithmetic
    }
  }
}

extension ColumnProgram {
  /// How often each stage occurs in a trial.
  public var stageCounts: [Stage: Int] {
    instructions.reduce(into: [:]) { counts, instruction in
      var count = 1
      if case .arithmetic(_, let steps) = instruction { count = Int(steps) }
      counts[instruction.stage, default: 0] += count
    }
  }
}
