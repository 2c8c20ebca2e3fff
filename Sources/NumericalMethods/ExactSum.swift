/// A sum of doubles without rounding: the order of additions and of merges does not matter.
///
/// Fixed point over the whole range of doubles, in limbs of 32 bits kept in 64 so that carries can
/// wait (after Neal, Fast exact summation using small and large superaccumulators, 2015). Only limbs
/// that were needed are there. Held by `ExactSumTests`.
package struct ExactSum: Sendable {
  /// Limb i counts units of 2^(32 (lowest + i) - 1088); the last holds the sign of the whole.
  private var limbs: [Int64] = []
  private var lowest = 0
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
    let shift = offset % 32
    let low = mantissa << UInt64(shift)
    let high = shift == 0 ? 0 : mantissa >> UInt64(64 - shift)
    let sign: Int64 = x.sign == .minus ? -1 : 1
    makeRoom(for: offset / 32..<offset / 32 + 3)
    let limb = offset / 32 - lowest
    limbs.withUnsafeMutableBufferPointer { limbs in
      limbs[limb] += sign * Int64(low & 0xffff_ffff)
      limbs[limb + 1] += sign * Int64(low >> 32)
      limbs[limb + 2] += sign * Int64(high)
    }
    additionsSinceCarry += 1
    if additionsSinceCarry == 1 << 29 { carry() }
  }

  @inline(__always)
  private mutating func makeRoom(for wanted: Range<Int>) {
    if !limbs.isEmpty, wanted.lowerBound >= lowest, wanted.upperBound <= lowest + limbs.count {
      return
    }
    widen(for: wanted)
  }

  /// One limb more than asked for on either side, since sums of like numbers spread over some.
  private mutating func widen(for wanted: Range<Int>) {
    let end = lowest + limbs.count
    if limbs.isEmpty {
      lowest = max(wanted.lowerBound - 1, 0)
      limbs = Array(repeating: 0, count: wanted.upperBound + 1 - lowest)
      return
    }
    // The last limb's sign goes over to the new ones with the carries.
    if wanted.upperBound > end {
      limbs += Array(repeating: 0, count: wanted.upperBound + 1 - end)
    }
    if wanted.lowerBound < lowest {
      let start = max(wanted.lowerBound - 1, 0)
      limbs.insert(contentsOf: Array(repeating: 0, count: lowest - start), at: 0)
      lowest = start
    }
  }

  package mutating func merge(_ other: ExactSum) {
    isUndefined = isUndefined || other.isUndefined
    guard !other.limbs.isEmpty else { return }
    var other = other
    other.carry()
    carry()
    makeRoom(for: other.lowest..<other.lowest + other.limbs.count)
    for index in other.limbs.indices { limbs[other.lowest - lowest + index] += other.limbs[index] }
    additionsSinceCarry = 1
  }

  /// The sum, rounded once to a double (to nearest, ties to even); NaN when it is undefined.
  package var value: Double {
    if isUndefined { return .nan }
    var copy = self
    copy.carry()
    guard let last = copy.limbs.last else { return 0 }
    if last < 0 { copy.negate() }
    let magnitude = copy.magnitude
    return last < 0 ? -magnitude : magnitude
  }

  private mutating func negate() {
    for index in limbs.indices { limbs[index] = -limbs[index] }
    carry()
  }

  /// The value of a carried, non-negative sum.
  private var magnitude: Double {
    guard var place = limbs.lastIndex(where: { $0 != 0 }) else { return 0 }
    // 64 leading bits, with everything below folded into the last as a sticky bit.
    var bits = UInt64(limbs[place])
    var room = bits.leadingZeroBitCount
    var dropped = 0
    var below: UInt64 = 0
    while room > 0, place > 0 {
      place -= 1
      let next = UInt64(limbs[place])
      let taken = min(room, 32)
      dropped = 32 - taken
      bits = bits << UInt64(taken) | next >> UInt64(dropped)
      below = next & (1 << UInt64(dropped) - 1)
      room -= taken
    }
    for limb in limbs[..<place] { below |= UInt64(limb) }
    // Below 2^53 the conversion is exact; above, the sticky bit makes it round as the whole would.
    let folded = bits | (below != 0 ? 1 : 0)
    let exponent = 32 * (lowest + place) - ExactSum.bias + dropped
    return Double(sign: .plus, exponent: exponent, significand: Double(folded))
  }

  private mutating func carry() {
    var carried: Int64 = 0
    for index in limbs.indices.dropLast() {
      let total = limbs[index] + carried
      carried = total >> 32
      limbs[index] = total & 0xffff_ffff
    }
    if !limbs.isEmpty { limbs[limbs.count - 1] += carried }
    additionsSinceCarry = 0
  }
}
