internal import CGSL
internal import Foundation

/// The operations of column programs by the C library and GSL: an independent second opinion on
/// the kernels, one value at a time.
///
/// Not for results that must have the same bytes everywhere: the C library's last bits differ
/// between processors.
package enum LibraryMathematics {
  package static func value(
    _ operation: ColumnOperation, _ a: Double, _ b: Double = 0, _ c: Double = 0
  ) -> Double {
    switch operation {
    case .exp: Foundation.exp(a)
    case .log: Foundation.log(a)
    case .normalQuantile: gsl_cdf_ugaussian_Pinv(a)
    case .normalCDF: gsl_cdf_ugaussian_P(a)
    case .poisson: poissonQuantile(a, mean: b)
    default: operation.value(a, b, c)
    }
  }

  private static func poissonQuantile(_ p: Double, mean: Double) -> Double {
    guard p.isFinite, mean.isFinite else { return .nan }
    var count: UInt32 = 0
    while count < 1000, gsl_cdf_poisson_P(count, mean) < p { count += 1 }
    return Double(count)
  }
}
