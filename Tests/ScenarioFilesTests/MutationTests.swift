import NumericalMethods
import Testing

@testable import ScenarioFiles

/// Whatever is done to a valid file, reading it ends, with a scenario or with diagnostics that
/// can be shown. Mutations are functions of the seed.
@Suite struct MutationTests {
  private static let seed: UInt64 = 20_250_224
  private static let pieces: [[UInt8]] = [
    [0], [0xFF], [0xE9], [0xC3, 0x28], Array("\u{202E}".utf8), Array("\u{10F000}".utf8),
    Array("\u{2028}".utf8), Array("\u{85}".utf8), Array("\n".utf8), Array("\r".utf8),
    Array("\t".utf8), Array("  ".utf8), Array(":".utf8), Array(": ".utf8), Array("- ".utf8),
    Array("[".utf8), Array("]".utf8), Array("{".utf8), Array("}".utf8), Array("(".utf8),
    Array(")".utf8), Array(",".utf8), Array("\"".utf8), Array("'".utf8), Array("#".utf8),
    Array("&a ".utf8), Array("*a ".utf8), Array("? ".utf8), Array("| ".utf8), Array("> ".utf8),
    Array("!!str ".utf8), Array("%".utf8), Array("--- ".utf8), Array("...".utf8),
    Array("~".utf8), Array("-".utf8), Array("9999999999".utf8), Array("1e999".utf8),
    Array("亿元".utf8), Array("😀".utf8), Array("e\u{301}".utf8), Array("<<: ".utf8),
    Array("extends: ".utf8), Array("..".utf8), Array("plan:".utf8), Array("value: ".utf8),
    Array("pert(".utf8), Array("mixture(1: ".utf8), Array("Q".utf8), Array("FY".utf8),
  ]

  /// Uniform numbers for one mutation.
  private struct Draws {
    let stream: Stream
    let trial: UInt64
    var draw = 0

    mutating func below(_ count: Int) -> Int {
      draw += 1
      return min(
        count - 1, Int(stream.uniform(trial: trial, quarter: 0, draw: draw) * Double(count)))
    }
  }

  private static func mutated(_ original: [UInt8], _ draws: inout Draws) -> [UInt8] {
    var bytes = original
    for _ in 0...draws.below(4) {
      let place = draws.below(bytes.count + 1)
      let length = min(draws.below(40), bytes.count - place)
      switch draws.below(5) {
      case 0: bytes.removeSubrange(place..<(place + length))
      case 1: bytes.insert(contentsOf: pieces[draws.below(pieces.count)], at: place)
      case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: draws.below(place + 1))
      case 3:
        if place < bytes.count { bytes[place] = UInt8(draws.below(256)) }
      default:
        bytes.replaceSubrange(place..<(place + length), with: pieces[draws.below(pieces.count)])
      }
    }
    return bytes
  }

  /// A piece of the file, and one of the shipped scenarios as its source.
  private static func check(_ bytes: [UInt8], at location: ScenarioLocation, trial: UInt64) -> Bool
  {
    switch ScenarioReader.read(bytes, at: location, overrides: []) {
    case .success: return true
    case .failure(let failure):
      #expect(!failure.diagnostics.isEmpty, "seed \(seed), mutation \(trial): no diagnostic")
      #expect(failure.diagnostics.count <= 20)
      let rendered = failure.rendered
      let isClean = rendered.unicodeScalars.allSatisfy {
        $0 == "\n" || !TextDecoding.isForbidden($0)
      }
      #expect(isClean, "seed \(seed), mutation \(trial): invisible characters in\n\(rendered)")
      #expect(rendered.utf8.count < 100_000)
      return false
    }
  }

  private static let full = """
    # A variant that uses most of the language. This comment is long, so that some of the mutations
    # fall into it and do no harm: a test in which every file is refused would say little about
    # those that are read. Four lines are enough for that, and a few hundred letters of a file of
    # a thousand are the share of the mutations that should be accepted here.
    extends: alibaba-380b
    name: "A 'variant'"
    currency: CNY
    plan:
      profile: { custom: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] }
      revision: { quarter: FY2027Q1, total: { value: "triangular(3300亿元, 400bn CNY, 52e4mn CNY)", source: judgement } }
    imports:
      share: "mixture(70%: pert(5%, 25%, 45%), 30%: 40%)"
      hedged: &h 10%
    supply: { restrict: *h, reopen: "truncated(normal(20%, 5%), 0, 1)", available: 30%, catchUp: 1 }
    dependence: { pairs: [[fx.usdcny, cloud.growth, -0.2]] }
    """

  @Test(arguments: 0..<8)
  func alwaysEnds(part: Int) {
    let stream = Stream(seed: Self.seed, name: "mutation")
    var accepted = 0
    for index in 0..<200 {
      let trial = UInt64(part * 200 + index)
      var draws = Draws(stream: stream, trial: trial)
      let bytes = Self.mutated(Array(Self.full.utf8), &draws)
      if Self.check(bytes, at: .builtIn(path: "scenarios/mutated.yaml"), trial: trial) {
        accepted += 1
      }
    }
    // Some mutations are harmless, most are not: the test reaches both ways out.
    #expect(accepted > 0 && accepted < 200, "accepted \(accepted) of 200")
  }

  @Test func fullFileIsValid() throws {
    let location = ScenarioLocation.builtIn(path: "scenarios/mutated.yaml")
    if case .failure(let failure) = ScenarioReader.read(
      Array(Self.full.utf8), at: location, overrides: [])
    {
      Issue.record("expected a valid scenario, got:\n\(failure.rendered)")
    }
  }

  @Test func tablesAlwaysEnd() {
    let stream = Stream(seed: Self.seed, name: "table mutation")
    let table = Array(
      "id,period,value\na,2015-08,6.3\n\"b\",2015-09,\"6.4\"\n\"c,\"\"\",2015-10,\n".utf8)
    for trial in 0..<1000 as Range<UInt64> {
      var draws = Draws(stream: stream, trial: trial)
      if case .failure(let failure) = SeedTable.read(Self.mutated(table, &draws), name: "t.csv") {
        #expect(!failure.diagnostics.isEmpty)
        #expect(!failure.rendered.isEmpty)
      }
    }
  }

  @Test func flagsAlwaysEnd() {
    let stream = Stream(seed: Self.seed, name: "flag mutation")
    for trial in 0..<500 as Range<UInt64> {
      var draws = Draws(stream: stream, trial: trial)
      let bytes = Self.mutated(Array("imports.share=pert(5%, 25%, 45%)".utf8), &draws)
      let text = String(decoding: bytes, as: UTF8.self)
      if case .failure(let failure) = SmallScenario.read(SmallScenario.text, [text]) {
        #expect(!failure.rendered.isEmpty)
      }
    }
  }
}
