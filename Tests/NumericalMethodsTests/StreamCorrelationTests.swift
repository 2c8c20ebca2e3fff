import Testing

@testable import NumericalMethods

/// Streams that lie next to each other are not correlated: the largest |r| √n of 10,000 pairs is at
/// most 6, which independent streams exceed once in 50,000 times.
@Suite struct StreamCorrelationTests {
  static let pairs = 10_000
  static let draws = 2048

  struct Neighbours: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// The two members of a pair: a stream, its quarter, its first trial.
    let pair: @Sendable (Int) -> (Member, Member)
  }

  struct Member: Sendable {
    let stream: Stream
    var quarter = 1
    var draw = 0
    var first = 0
  }

  static let kinds = [
    Neighbours(testDescription: "seeds") { k in
      (
        Member(stream: Stream(seed: UInt64(k), name: "fx.usdcny")),
        Member(stream: Stream(seed: UInt64(k + 1), name: "fx.usdcny"))
      )
    },
    Neighbours(testDescription: "names that differ in one letter") { k in
      let letters = "abcdefghij".map(String.init)
      let name = "driver." + letters[k / 1000] + letters[k / 100 % 10] + letters[k / 10 % 10]
      return (
        Member(stream: Stream(seed: 20_250_224, name: name + letters[k % 10])),
        Member(stream: Stream(seed: 20_250_224, name: name + letters[(k + 1) % 10]))
      )
    },
    Neighbours(testDescription: "quarters") { k in
      let stream = Stream(seed: 20_250_224, name: "driver \(k / 40)")
      return (
        Member(stream: stream, quarter: k % 40), Member(stream: stream, quarter: k % 40 + 1)
      )
    },
    Neighbours(testDescription: "draws of a quarter") { k in
      let stream = Stream(seed: 20_250_224, name: "driver \(k / 4)")
      return (Member(stream: stream, draw: k % 4), Member(stream: stream, draw: k % 4 + 1))
    },
    Neighbours(testDescription: "trials one apart") { k in lagged(k, by: 1) },
    // Halves of one block of the generator.
    Neighbours(testDescription: "trials eight apart") { k in lagged(k, by: 8) },
    Neighbours(testDescription: "trials sixteen apart") { k in lagged(k, by: 16) },
    Neighbours(testDescription: "blocks of trials") { k in lagged(k, by: 2048) },
  ]

  private static func lagged(_ k: Int, by lag: Int) -> (Member, Member) {
    let stream = Stream(seed: 20_250_224, name: "lagged \(k)")
    return (Member(stream: stream), Member(stream: stream, first: lag))
  }

  @Test(arguments: kinds)
  func neighboursAreNotCorrelated(of kind: Neighbours) {
    var largest = (score: 0.0, pair: 0)
    for k in 0..<Self.pairs {
      let (one, other) = kind.pair(k)
      let score = abs(correlation(numbers(one), numbers(other))) * Double(Self.draws).squareRoot()
      // A correlation that is not a number counts as the largest.
      if !(score <= largest.score) { largest = (score, k) }
    }
    #expect(
      largest.score <= 6,
      "\(kind.testDescription): |r| √n is \(largest.score) at pair \(largest.pair); at most 6")
    // Of so many pairs, some are by chance beyond 3.
    #expect(largest.score >= 3, "\(kind.testDescription): only \(largest.score), hardly random")
  }

  private func numbers(_ member: Member) -> [Double] {
    // Columns begin at multiples of sixteen.
    let shift = member.first % 16
    let count = Self.draws + shift
    let column = [Double](unsafeUninitializedCapacity: count) { out, initialised in
      member.stream.fill(
        UnsafeMutableBufferPointer(rebasing: out[0..<count]), first: UInt64(member.first - shift),
        quarter: member.quarter, draw: member.draw)
      initialised = count
    }
    return Array(column[shift...])
  }

  private func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let n = Double(a.count)
    let (meanA, meanB) = (a.reduce(0, +) / n, b.reduce(0, +) / n)
    var (product, squareA, squareB) = (0.0, 0.0, 0.0)
    for (x, y) in zip(a, b) {
      product += (x - meanA) * (y - meanB)
      squareA += (x - meanA) * (x - meanA)
      squareB += (y - meanB) * (y - meanB)
    }
    return product / (squareA * squareB).squareRoot()
  }
}
