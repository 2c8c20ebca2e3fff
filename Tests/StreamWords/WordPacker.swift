import Foundation

/// Packs numbers of 52 random bits into words of 32: the upper 32 bits of each number as they are,
/// and between them words of the 20 bits that are left. No bit is dropped.
struct WordPacker {
  private var words: [UInt32] = []
  private var rest: UInt64 = 0
  private var restBits: UInt64 = 0

  /// `number` is (k + 1/2) 2^-52 with whole k.
  mutating func add(_ number: Double) {
    let k = UInt64(number * 0x1p52)
    words.append(UInt32(truncatingIfNeeded: k >> 20))
    rest = rest << 20 | k & 0xf_ffff
    restBits += 20
    if restBits >= 32 {
      restBits -= 32
      words.append(UInt32(truncatingIfNeeded: rest >> restBits))
    }
  }

  /// The whole words so far, in the order of the machine's bytes.
  mutating func take() -> Data {
    defer { words.removeAll(keepingCapacity: true) }
    return words.withUnsafeBytes { Data($0) }
  }
}
