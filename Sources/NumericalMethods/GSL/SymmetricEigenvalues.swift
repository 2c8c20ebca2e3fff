internal import CGSL

/// Eigenvalues and eigenvectors of a symmetric matrix, by the library's QR method; ascending.
struct SymmetricEigenvalues {
  let values: [Double]
  /// Vector k is the k-th stretch of `size` numbers.
  let vectors: [Double]

  /// - Parameter matrix: row by row; the library reads its lower triangle.
  /// - Throws: `undefined` for entries that are not finite, which the library would let through.
  init(_ matrix: [Double], size: Int) throws(GSLError) {
    guard matrix.allSatisfy(\.isFinite) else {
      throw .undefined(function: "gsl_eigen_symmv", arguments: matrix)
    }
    guard size > 0, GSL.returnsErrors else {
      values = []
      vectors = []
      return
    }
    guard let workspace = gsl_eigen_symmv_alloc(size) else {
      throw .outOfMemory(function: "gsl_eigen_symmv_alloc")
    }
    defer { gsl_eigen_symmv_free(workspace) }
    guard let copy = gsl_matrix_alloc(size, size), let vectors = gsl_matrix_alloc(size, size),
      let values = gsl_vector_alloc(size)
    else { throw .outOfMemory(function: "gsl_matrix_alloc") }
    defer {
      gsl_matrix_free(copy)
      gsl_matrix_free(vectors)
      gsl_vector_free(values)
    }
    for row in 0..<size {
      for column in 0..<size { gsl_matrix_set(copy, row, column, matrix[row * size + column]) }
    }
    try GSL.check(gsl_eigen_symmv(copy, values, vectors, workspace), "gsl_eigen_symmv")
    try GSL.check(
      gsl_eigen_symmv_sort(values, vectors, GSL_EIGEN_SORT_VAL_ASC), "gsl_eigen_symmv_sort")
    self.values = (0..<size).map { gsl_vector_get(values, $0) }
    self.vectors = (0..<size).flatMap { k in (0..<size).map { gsl_matrix_get(vectors, $0, k) } }
  }
}
