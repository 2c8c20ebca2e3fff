import Benchmark

/// Everything that is timed. A wrong result stops the run before it is.
///
/// One target for all: SwiftPM applies the new name of a module for one target of a package only.
let benchmarks: @Sendable () -> Void = {
  addElementaryFunctions()
  addColumnCore()
  addWholeRuns()
}

/// What a check found.
struct WrongValue: Error, CustomStringConvertible {
  let description: String

  init?(_ description: String?) {
    guard let description else { return nil }
    self.description = description
  }
}

/// Throws what a check found, if it found anything.
func insist(_ wrong: String?) throws {
  if let wrong = WrongValue(wrong) { throw wrong }
}
