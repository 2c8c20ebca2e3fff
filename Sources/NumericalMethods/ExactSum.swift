/// A sum of doubles without rounding: the order of additions and of merges does not matter.
///
/// Fixed point over the whole range of doubles, in limbs of 32 bits kept in 64 so that carries can
/// wait (after Neal, Fast exact summation using small and large superaccumulators, 2015).
/// Held by `ExactSumTests`.
package struct ExactSum: Sendable {
  /// Limb i counts units of 2^(32 i - 1088).
  private var limbs = InlineArray<68, Int64>(repeating: 0)
  private var additionsSinceCarry = 0
  /// Whether something that was not finite was added: the sum is then undefined.
  package private(set) var isUndefined = false

  private static let bias = 1088

  package init() {}

  package mutating func add(_ x: Double) {
    guard x.isFinite else {
      isUndefined = true
      return
    }
    guard x != 0 else { return }
    // x = mantissa 2^exponent, mantissa of 53 bits.
    let isNormal = x.exponentBitPattern != 0
    let mantissa = x.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let exponent = Int(isNormal ? x.exponentBitPattern : 1) - 1075
    let offset = exponent + ExactSum.bias
    let limb = offset / 32
    let shift = offset % 32
    let low = mantissa << UInt64(shift)
    let high = shift == 0 ? 0 : mantissa >> UInt64(64 - shift)
    let sign: Int64 = x.sign == .minus ? -1 : 1
    limbs[limb] += sign * Int64(low & 0xffff_ffff)
    limbs[limb + 1] += sign * Int64(low >> 32)
    limbs[limb + 2] += sign * Int64(high)
    additionsSinceCarry += 1
    if additionsSinceCarry == 1 << 29 { carry() }
  }

  package mutating func merge(_ other: ExactSum) {
    var other = other
    other.carry()
    carry()
    for index in limbs.indices { limbs[index] += other.limbs[index] }
    additionsSinceCarry = 1
    isUndefined = isUndefined || other.isUndefined
  }

  /// The sum, rounded once to a double (to nearest, ties to even); NaN when it is undefined.
  package var value: Double {
    if isUndefined { return .nan }
    var copy = self
    copy.carry()
    guard let top = copy.top else { return 0 }
    if copy.limbs[top] < 0 {
      for index in copy.limbs.indices { copy.limbs[index] = -copy.limbs[index] }
      copy.carry()
      return -copy.magnitude
    }
    return copy.magnitude
  }

  /// The highest limb that is not zero.
  private var top: Int? { limbs.indices.last { limbs[$0] != 0 } }

  /// The value of a carried, non-negative sum.
  private var magnitude: Double {
    guard let top else { return 0 }
    // 64 leading bits, with everything below folded into the last as a sticky bit.
    let width = 64 - limbs[top].leadingZeroBitCount
    var bits = UInt64(limbs[top])
    var lowest = top
    var room = 64 - width
    var sticky = false
    while room > 0, lowest > 0 {
      lowest -= 1
      let next = UInt64(limbs[lowest])
      if room >= 32 {
        bits = bits << 32 | next
        room -= 32
      } else {
        bits = bits << UInt64(room) | next >> UInt64(32 - room)
        sticky = next & ((1 << UInt64(32 - room)) - 1) != 0
        let result = scaled(bits, lowest: lowest, sticky: sticky, dropped: 32 - room)
        return result
      }
    }
    return scaled(bits, lowest: lowest, sticky: false, dropped: 0)
  }

  private func scaled(_ bits: UInt64, lowest: Int, sticky: Bool, dropped: Int) -> Double {
    let below = (0..<lowest).contains { limbs[$0] != 0 }
    let folded = bits | (sticky || below ? 1 : 0)
    // Below 2^53 the conversion is exact; above, the sticky bit makes it round as the whole would.
    let exponent = 32 * lowest - ExactSum.bias + dropped
    return Double(sign: .plus, exponent: exponent, significand: Double(folded))
  }

  private mutating func carry() {
    var carried: Int64 = 0
    for index in limbs.indices.dropLast() {
      let total = limbs[index] + carried
      carried = total >> 32
      limbs[index] = total & 0xffff_ffff
    }
    limbs[limbs.count - 1] += carried
    additionsSinceCarry = 0
  }
}
