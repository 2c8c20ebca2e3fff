import Testing

@testable import ScenarioFiles

/// Guesses are near, and never wild.
@Suite struct NearestTests {
  @Test(arguments: [
    ("volatilty", "volatility"), ("votalility", "volatility"), ("Spot", "spot"),
    ("sopt", "spot"), ("levle", "level"), ("x", nil), ("weather", nil), ("", nil),
  ])
  func guesses(name: String, expected: String?) {
    #expect(Nearest.to(name, among: ["level", "spot", "speed", "volatility"]) == expected)
  }

  @Test(arguments: [("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("kitten", "sitting", 3)])
  func distance(a: String, b: String, expected: Int) {
    #expect(Nearest.distance(Array(a), Array(b)) == expected)
  }
}
