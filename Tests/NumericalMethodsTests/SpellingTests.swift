import Testing

@testable import NumericalMethods

/// Guesses are near, and never wild.
@Suite struct SpellingTests {
  @Test(arguments: [
    ("volatilty", "volatility"), ("votalility", "volatility"), ("Spot", "spot"),
    ("sopt", "spot"), ("levle", "level"), ("x", nil), ("weather", nil), ("", nil),
  ])
  func guesses(word: String, expected: String?) {
    let nearest = Spelling.nearest(to: word, among: ["level", "spot", "speed", "volatility"])
    #expect(nearest == expected)
  }

  @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3)])
  func distance(a: String, b: String, expected: Int) {
    #expect(Spelling.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
  }
}
