internal import CColumnKernels
internal import CGSL

/// A random number generator of the GNU Scientific Library, or ours in its form, owned and freed.
///
/// The environment variables GSL_RNG_TYPE and GSL_RNG_SEED have no say. Held by
/// `GSLGeneratorTests`.
package struct GSLGenerator: ~Copyable {
  package static let ours = "philox4x32"

  package let name: String
  private let generator: UnsafeMutablePointer<gsl_rng>

  /// - Parameter seed: how much of it counts depends on the generator: most take 32 bits, and many
  ///   take 0 for a default of their own.
  package init(name: String, seed: UInt64) throws(GSLError) {
    guard GSL.returnsErrors, let type = GSLGenerator.type(named: name) else {
      let nearest = Spelling.nearest(to: name, among: GSLGenerator.names)
      throw .unknownGenerator(name: name, nearest: nearest)
    }
    guard let generator = gsl_rng_alloc(type) else {
      throw .outOfMemory(function: "gsl_rng_alloc")
    }
    gsl_rng_set(generator, UInt(seed))
    self.name = name
    self.generator = generator
  }

  deinit { gsl_rng_free(generator) }

  /// Sets where the next number comes from; ours only. With the key of a stream, the next number is
  /// `stream.uniform(trial:quarter:draw:)`, the one after it that of the next draw.
  package mutating func position(
    _ stream: Stream, trial: UInt64, quarter: Int, draw: Int = 0
  ) throws(GSLError) {
    guard name == GSLGenerator.ours else { throw .cannotBePositioned(generator: name) }
    philox_generator_position(
      generator, [stream.key0, stream.key1], trial, UInt32(quarter), UInt32(draw))
  }

  /// The next number in (0, 1), never 0 and never 1, so that every quantile of it is finite.
  package mutating func uniform() -> Double { gsl_rng_uniform_pos(generator) }

  /// The next whole number of the generator's own range.
  package mutating func next() -> UInt { gsl_rng_get(generator) }

  /// Every name that `init` knows, sorted.
  package static let names: [String] = (libraryTypeNames + [ours]).sorted()

  private static let libraryTypeNames: [String] = {
    guard var next = gsl_rng_types_setup() else { return [] }
    var names: [String] = []
    while let type = next.pointee {
      names.append(String(cString: type.pointee.name))
      next += 1
    }
    return names
  }()

  private static func type(named name: String) -> UnsafePointer<gsl_rng_type>? {
    if name == ours { return philox_generator_type() }
    guard let index = libraryTypeNames.firstIndex(of: name) else { return nil }
    return gsl_rng_types_setup()?[index]
  }
}
