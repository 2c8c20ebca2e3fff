internal import CGSL

/// What the GNU Scientific Library could not do.
public enum GSLError: Error, Hashable, Sendable {
  /// A function returned something other than success; `reason` is the library's own words.
  case failed(function: String, code: Int, reason: String)
  /// A function that has no return code answered NaN for these arguments.
  case undefined(function: String, arguments: [Double])
  case outOfMemory(function: String)
  case unknownGenerator(name: String, nearest: String?)
  /// Only our own generator can be set to a trial and a quarter.
  case cannotBePositioned(generator: String)
}

/// The door's hinge: every use of the library passes here first.
enum GSL {
  /// The library's default is to abort the process. Evaluated once, before any other call.
  static let returnsErrors: Bool = {
    gsl_set_error_handler_off()
    return true
  }()

  static func check(_ code: Int32, _ function: String) throws(GSLError) {
    guard code == 0 else {
      let reason = gsl_strerror(code).map { String(cString: $0) } ?? ""
      throw .failed(function: function, code: Int(code), reason: reason)
    }
  }
}
