// The reference is the processor's 80-bit format, which only x86 has; elsewhere the known answers
// of ElementaryTests stand alone.
#if arch(x86_64)
  import Foundation
  import Testing

  @testable import NumericalMethods

  /// Errors in units in the last place at many arguments over the whole range, against the C
  /// library in the 80-bit format, whose own errors are below 0.01 such units.
  @Suite struct AccuracyTests {
    static let count = 200_000

    @Test func exponential() {
      var worst = WorstCase()
      for u in uniforms("exponential") {
        // From the last subnormal to the largest number, and small arguments.
        for x in [
          -745.2 + u * 1454.98, -745.13 + u * 37, u - 0.5, signedPower(u, from: -70, to: 0),
        ] {
          see(&worst, x, expected: Foundation.exp(Float80(x)), got: Elementary.exp(x))
        }
      }
      #expect(worst.error <= 2, "limit 2 ulp: \(worst)")
    }

    @Test func logarithm() {
      var worst = WorstCase()
      for u in uniforms("logarithm") {
        // Every exponent, subnormals, and both sides of 1.
        let anySize = Double(bitPattern: UInt64(u * Double(0x7ff0_0000_0000_0000 as UInt64)))
        let subnormal = Double(bitPattern: UInt64(u * 0x1p52) + 1)
        for x in [anySize, subnormal, 0.5 + u, 1 + signedPower(u, from: -52, to: -1)] where x > 0 {
          see(&worst, x, expected: Foundation.log(Float80(x)), got: Elementary.log(x))
        }
      }
      #expect(worst.error <= 2, "limit 2 ulp: \(worst)")
    }

    @Test func normalQuantile() {
      var worst = WorstCase()
      for u in uniforms("quantile") {
        let far = Double(bitPattern: UInt64(u * Double(0x3fe0_0000_0000_0000 as UInt64)) + 1)
        let near = 0.5 - signedPower(u, from: -50, to: -1)
        for p in [u, far, near, u * 0x1p-1022, u * 1e-3, 1 - u * 1e-3, 1 - u * 1e-12]
        where p > 0 && p < 1 && p != 0.5 {
          let got = Elementary.normalQuantile(p)
          see(&worst, p, expected: improved(Float80(got), p), got: got)
        }
      }
      #expect(worst.error <= 8, "limit 8 ulp: \(worst)")
    }

    /// A step of Newton's method, which squares the error: in the centre on the distance from 1/2,
    /// in the tails on the logarithm of the smaller one, so that nothing cancels.
    private func improved(_ z: Float80, _ p: Double) -> Float80 {
      let scaled = z / Float80(2).squareRoot()
      let density = Foundation.exp(-z * z / 2) / (2 * Float80.pi).squareRoot()
      if abs(p - 0.5) <= 0.25 {
        return z - (Foundation.erf(scaled) / 2 - (Float80(p) - 0.5)) / density
      }
      let tail = p < 0.5 ? Float80(p) : 1 - Float80(p)
      let below = Foundation.erfc(abs(scaled)) / 2
      let step = Foundation.log(below / tail) * below / density
      return p < 0.5 ? z - step : z + step
    }

    private func see(
      _ worst: inout WorstCase, _ x: Double, expected: Float80, got: Double
    ) {
      let rounded = Double(expected)
      if rounded.isInfinite || rounded.isNaN {
        worst.see([x], expected: rounded, got: got, scale: 1)
      } else {
        let error = Double(abs(Float80(got) - expected) / Float80(rounded.ulp))
        worst.see([x], expected: 0, got: error, scale: 1)
      }
    }

    private func uniforms(_ name: String) -> [Double] {
      let stream = NumericalMethods.Stream(seed: 311, name: name)
      return (0..<Self.count).map { stream.uniform(trial: UInt64($0), quarter: 0) }
    }

    /// Plus or minus a power of two with any exponent between two.
    private func signedPower(_ u: Double, from low: Double, to high: Double) -> Double {
      let twice = 2 * u
      let share = twice - twice.rounded(.down)
      return (u < 0.5 ? -1 : 1) * Foundation.exp2(low + (high - low) * share)
    }
  }
#endif
