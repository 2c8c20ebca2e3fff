public import PathAlgebra

/// What the work on a block of trials consists of.
public enum Stage: Int, CaseIterable, Sendable {
  case uniforms, normals, exponentials, logarithms, distributions, arithmetic, summaries
}

extension ColumnProgram.Instruction {
  var stage: Stage {
    switch self {
    case .uniform: .uniforms
    case .unary(.normalQuantile, _, _): .normals
    case .unary(.exp, _, _): .exponentials
    case .unary(.log, _, _): .logarithms
    case .table, .steps, .quantile, .unary(.normalCDF, _, _), .poisson:
      .distributions
    case .observe: .summaries
    default: .arithmetic
    }
  }
}

extension ColumnProgram {
  /// How often each stage occurs in a trial.
  public var stageCounts: [Stage: Int] {
    instructions.reduce(into: [:]) { $0[$1.stage, default: 0] += 1 }
  }
}
