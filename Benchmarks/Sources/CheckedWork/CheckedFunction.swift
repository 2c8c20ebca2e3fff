internal import NumericalMethods

/// A function with one argument whose value is known to 17 digits, so that what is timed is right.
public struct CheckedFunction: Sendable {
  public let name: String
  public let function: @Sendable (Double) -> Double
  let argument: Double
  let value: Double
  /// Relative.
  let tolerance: Double

  public static let all: [CheckedFunction] = [
    CheckedFunction(
      name: "exp", function: { Elementary.exp($0) }, argument: 1.5,
      value: 4.4816890703380648, tolerance: 4e-16),
    CheckedFunction(
      name: "log", function: { Elementary.log($0) }, argument: 7.25,
      value: 1.9810014688665834, tolerance: 4e-16),
    CheckedFunction(
      name: "normalCDF", function: { Elementary.normalCDF($0) }, argument: 1,
      value: 0.84134474606854295, tolerance: 1e-15),
    CheckedFunction(
      name: "normalQuantile", function: { Elementary.normalQuantile($0) }, argument: 0.0625,
      value: -1.5341205443525463, tolerance: 2e-15),
  ]

  /// What is wrong, or nil.
  public func check() -> String? {
    let got = function(argument)
    let error = abs(got - value) / abs(value)
    return error <= tolerance
      ? nil
      : "\(name)(\(argument)): expected \(value), got \(got), relative error \(error) above "
        + "\(tolerance)"
  }
}
