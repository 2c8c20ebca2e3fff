internal import CGSL

/// Minima of functions without derivatives, by the library's simplex (Nelder and Mead: A simplex
/// method for function minimization, 1965; `nmsimplex2`).
///
/// Held by `MinimisationTests`.
package struct Simplex: Sendable {
  package let point: [Double]
  package let value: Double
  package let steps: Int
  /// The simplex has shrunk below the size asked for.
  package let isConverged: Bool

  /// - Parameters:
  ///   - start: the first corner; the others lie `lengths` away along each axis.
  ///   - size: the mean distance of corners from their centre at which the search ends.
  ///   - mostSteps: the search gives up after so many.
  ///   - function: finite everywhere; large values keep the search away.
  package static func minimise(
    from start: [Double], lengths: [Double], size: Double, mostSteps: Int,
    _ function: ([Double]) -> Double
  ) throws(GSLError) -> Simplex {
    let result = withoutActuallyEscaping(function) { function in
      Result { () throws(GSLError) in
        try run(from: start, lengths: lengths, size: size, mostSteps: mostSteps, function)
      }
    }
    return try result.get()
  }

  /// What the library's pointer points to.
  private final class Objective {
    let function: ([Double]) -> Double
    init(_ function: @escaping ([Double]) -> Double) { self.function = function }
  }

  private static func run(
    from start: [Double], lengths: [Double], size: Double, mostSteps: Int,
    _ function: @escaping ([Double]) -> Double
  ) throws(GSLError) -> Simplex {
    let count = start.count
    guard GSL.returnsErrors, let corner = gsl_vector_alloc(count),
      let axes = gsl_vector_alloc(count)
    else { throw .outOfMemory(function: "gsl_vector_alloc") }
    defer {
      gsl_vector_free(corner)
      gsl_vector_free(axes)
    }
    for index in 0..<count {
      gsl_vector_set(corner, index, start[index])
      gsl_vector_set(axes, index, lengths[index])
    }
    guard let search = gsl_multimin_fminimizer_alloc(gsl_multimin_fminimizer_nmsimplex2, count)
    else { throw .outOfMemory(function: "gsl_multimin_fminimizer_alloc") }
    defer { gsl_multimin_fminimizer_free(search) }
    let objective = Objective(function)
    var problem = gsl_multimin_function(
      f: { vector, objective in
        guard let vector, let objective else { return .nan }
        let point = (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
        return Unmanaged<Objective>.fromOpaque(objective).takeUnretainedValue().function(point)
      },
      n: count, params: Unmanaged.passUnretained(objective).toOpaque())
    return try withExtendedLifetime(objective) { () throws(GSLError) in
      try GSL.check(
        gsl_multimin_fminimizer_set(search, &problem, corner, axes), "gsl_multimin_fminimizer_set")
      var steps = 0
      var isConverged = false
      while steps < mostSteps, !isConverged {
        steps += 1
        try GSL.check(
          gsl_multimin_fminimizer_iterate(search), "gsl_multimin_fminimizer_iterate")
        isConverged = gsl_multimin_fminimizer_size(search) < size
      }
      let best = gsl_multimin_fminimizer_x(search)
      return Simplex(
        point: (0..<count).map { gsl_vector_get(best, $0) },
        value: gsl_multimin_fminimizer_minimum(search), steps: steps, isConverged: isConverged)
    }
  }
}
