internal import NumericalMethods

extension Unroller {
  mutating func parameter(_ index: Int, quarter: Int) -> ValueGraph.Value {
    switch model.parameters[index].value {
    case .constant(let value): graph.constant(value)
    case .series(let values): graph.constant(values[quarter - 1])
    case .distribution: variate(parameter: index, quarter: 0)
    case .quarterlyDistribution: variate(parameter: index, quarter: quarter)
    }
  }

  mutating func variate(parameter index: Int, quarter: Int) -> ValueGraph.Value {
    let parameter = model.parameters[index]
    switch parameter.value {
    case .constant(let value): return graph.constant(value)
    case .series(let values): return graph.constant(values[max(quarter, 1) - 1])
    case .distribution(let distribution), .quarterlyDistribution(let distribution):
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
    switch columnForm(distribution) {
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
    // In the order of operations of `Triangular.quantile`, for the same bits.
    let width = graph.constant(high - low)
    func root(_ p: ValueGraph.Value, _ side: Double) -> ValueGraph.Value {
      let scaled = graph.binary(.multiply, p, width)
      return graph.unary(.squareRoot, graph.binary(.multiply, scaled, graph.constant(side)))
    }
    let left = graph.binary(.add, graph.constant(low), root(u, mode - low))
    let rest = graph.binary(.subtract, graph.constant(1), u)
    let right = graph.binary(.subtract, graph.constant(high), root(rest, high - mode))
    let isLeft = graph.binary(
      .lessOrEqual, u, graph.constant((mode - low) / (high - low)))
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
    for column in 0...row {
      let weight = dependence.factor[row * dependence.names.count + column]
      guard weight != 0 else { continue }
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
    return graph.table(copulaTable(degreesOfFreedom), score: t)
  }

  private mutating func copulaTable(_ degreesOfFreedom: Double) -> QuantileTable {
    if let copula { return copula }
    guard let table = QuantileTable.copulaScore(degreesOfFreedom: degreesOfFreedom) else {
      preconditionFailure("degrees of freedom were checked before")
    }
    copula = table
    return table
  }

  /// Making a table takes a while, so each distribution is asked once.
  private mutating func columnForm(_ distribution: Distribution) -> ColumnForm {
    if let known = forms[distribution] { return known }
    let form = distribution.columnForm
    forms[distribution] = form
    return form
  }
}
