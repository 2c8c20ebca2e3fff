internal import CColumnKernels

/// A stream of uniform numbers: a function of (seed, driver name, quarter, draw, trial) and of
/// nothing else, so that adding, removing or reordering drivers changes no other driver's numbers.
///
/// Philox4x32-10 (Salmon, Moraes, Dror, Shaw: Parallel random numbers: as easy as 1, 2, 3; 2011),
/// keyed by seed and name, counting trials and quarters. Held by `StreamTests`.
public struct Stream: Hashable, Sendable {
  /// Grows whenever the same (seed, name, quarter, trial) would give another number.
  public static let version = 1

  let key0: UInt32
  let key1: UInt32

  public init(seed: UInt64, name: String) {
    // FNV-1a over the bytes, then a bijective finaliser (Appleby, MurmurHash3) over both parts:
    // under one seed, two names share a key only if their 64-bit hashes collide.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let mixed = Stream.finalise(hash ^ Stream.finalise(seed &+ 0x9e37_79b9_7f4a_7c15))
    key0 = UInt32(truncatingIfNeeded: mixed)
    key1 = UInt32(truncatingIfNeeded: mixed >> 32)
  }

  /// The uniform number in (0, 1) of one trial; `quarter` 0 for what is drawn once a trial.
  public func uniform(trial: UInt64, quarter: Int, draw: Int = 0) -> Double {
    withKey { scalar_uniform(trial, UInt32(quarter), UInt32(draw), $0) }
  }

  /// The numbers of the trials `first` ..< `first + n`; `first` is a multiple of 16.
  package func fill(
    _ out: UnsafeMutableBufferPointer<Double>, first: UInt64, quarter: Int, draw: Int
  ) {
    precondition(first % 16 == 0, "blocks of trials start at multiples of 16")
    withKey {
      column_uniform(out.baseAddress, out.count, first, UInt32(quarter), UInt32(draw), $0)
    }
  }

  /// Philox4x32-10 itself, for its known answers.
  package static func block(
    counter: (UInt32, UInt32, UInt32, UInt32), key: (UInt32, UInt32)
  ) -> [UInt32] {
    var out = [UInt32](repeating: 0, count: 4)
    philox_block(&out, [counter.0, counter.1, counter.2, counter.3], [key.0, key.1])
    return out
  }

  private func withKey<R>(_ body: (UnsafePointer<UInt32>) -> R) -> R {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 2) { key in
      key[0] = key0
      key[1] = key1
      return key.withMemoryRebound(to: UInt32.self) { words in
        body(UnsafePointer(words.baseAddress.unsafelyUnwrapped))
      }
    }
  }

  private static func finalise(_ x: UInt64) -> UInt64 {
    var x = x
    x = (x ^ (x >> 33)) &* 0xff51_afd7_ed55_8ccd
    x = (x ^ (x >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return x ^ (x >> 33)
  }
}
