internal import Numerics

extension Unroller {
  mutating func parameter(_ index: Int, quarter: Int) -> ValueGraph.Value {
    switch model.parameters[index].value {
    case .constant(let value): graph.constant(value)
    case .series(let values): graph.constant(values[quarter - 1])
    case .distribution: variate(parameter: index, quarter: 0)
    }
  }

  mutating func variate(parameter index: Int, quarter: Int) -> ValueGraph.Value {
    let parameter = model.parameters[index]
    switch parameter.value {
    case .constant(let value): return graph.constant(value)
    case .series(let values): return graph.constant(values[max(quarter, 1) - 1])
    case .distribution(let distribution):
      return variate(distribution, stream: parameter.name, quarter: quarter)
    }
  }

  private mutating func variate(
    _ distribution: Distribution, stream: String, quarter: Int
  ) -> ValueGraph.Value {
    func uniform() -> ValueGraph.Value { score(.uniform, stream: stream, quarter: quarter) }
    func normal() -> ValueGraph.Value { score(.normal, stream: stream, quarter: quarter) }
    func affine(_ a: Double, _ b: Double, _ value: ValueGraph.Value) -> ValueGraph.Value {
      graph.binary(.add, graph.constant(a), graph.binary(.multiply, graph.constant(b), value))
    }
    switch distribution.columnForm {
    case .constant(let value): return graph.constant(value)
    case .affineOfUniform(let low, let width): return affine(low, width, uniform())
    case .affineOfScore(let mean, let deviation): return affine(mean, deviation, normal())
    case .exponentialOfScore(let mean, let deviation):
      return graph.unary(.exp, affine(mean, deviation, normal()))
    case .triangular(let low, let mode, let high):
      return triangular(low: low, mode: mode, high: high, uniform())
    case .steps(let cumulative, let values):
      return graph.steps(StepFunction(cumulative: cumulative, values: values), uniform())
    case .table(let table): return graph.table(table, score: normal())
    case .direct: return graph.quantile(of: distribution, uniform())
    }
  }

  private mutating func triangular(
    low: Double, mode: Double, high: Double, _ u: ValueGraph.Value
  ) -> ValueGraph.Value {
    let rising = graph.binary(.multiply, graph.constant((high - low) * (mode - low)), u)
    let left = graph.binary(.add, graph.constant(low), graph.unary(.squareRoot, rising))
    let rest = graph.binary(.subtract, graph.constant(1), u)
    let falling = graph.binary(.multiply, graph.constant((high - low) * (high - mode)), rest)
    let right = graph.binary(.subtract, graph.constant(high), graph.unary(.squareRoot, falling))
    let isLeft = graph.binary(.less, u, graph.constant((mode - low) / (high - low)))
    return graph.choose(isLeft, left, right)
  }

  /// A driver's uniform number or normal score, through the copula where it has one.
  mutating func score(
    _ draw: Term.Draw, stream: String, quarter: Int
  ) -> ValueGraph.Value {
    guard let dependence = model.dependence, let row = dependent[stream] else {
      let uniform = graph.uniform(stream: stream, quarter: quarter)
      return draw == .uniform ? uniform : graph.unary(.normalQuantile, uniform)
    }
    var sum = graph.constant(0)
    for (column, weight) in dependence.factor[row].prefix(row + 1).enumerated() where weight != 0 {
      let uniform = graph.uniform(stream: dependence.names[column], quarter: quarter)
      let normal = graph.unary(.normalQuantile, uniform)
      sum = graph.binary(.add, sum, graph.binary(.multiply, graph.constant(weight), normal))
    }
    if case .studentT(let degreesOfFreedom) = dependence.copula {
      sum = scaled(sum, degreesOfFreedom: degreesOfFreedom, quarter: quarter)
    }
    return draw == .normal ? sum : graph.unary(.normalCDF, sum)
  }

  /// A normal score whose dependence is that of a t copula: z √(ν/w) has a t distribution when w
  /// is chi-squared and shared by all; its own normal score follows (Demarta and McNeil, The t
  /// copula and related copulas, 2005).
  private mutating func scaled(
    _ z: ValueGraph.Value, degreesOfFreedom: Double, quarter: Int
  ) -> ValueGraph.Value {
    let shape = degreesOfFreedom / 2
    // w / ν is gamma with shape ν/2 and scale 2/ν.
    guard let spread = try? Distribution.gamma(shape: shape, scale: 1 / shape) else {
      preconditionFailure("degrees of freedom were checked before")
    }
    let ratio = variate(spread, stream: "dependence.copula", quarter: quarter)
    let t = graph.binary(.divide, z, graph.unary(.squareRoot, ratio))
    return copulaScore(t, degreesOfFreedom: degreesOfFreedom)
  }

  private mutating func copulaScore(
    _ t: ValueGraph.Value, degreesOfFreedom: Double
  ) -> ValueGraph.Value {
    // asinh t = sign(t) log(|t| + √(t² + 1)), the coordinate in which the table is smooth.
    let magnitude = graph.unary(.absolute, t)
    let square = graph.binary(.multiply, magnitude, magnitude)
    let root = graph.unary(.squareRoot, graph.binary(.add, square, graph.constant(1)))
    let area = graph.unary(.log, graph.binary(.add, magnitude, root))
    let isNegative = graph.binary(.less, t, graph.constant(0))
    let signed = graph.choose(isNegative, graph.unary(.negate, area), area)
    return graph.table(.copulaScore(degreesOfFreedom: degreesOfFreedom), score: signed)
  }
}
