import PathAlgebra
import Testing

/// Units as text, there and back.
@Suite struct UnitTests {
  @Test(
    arguments: [
      ("CNY bn", "CNY bn"), ("bn CNY", "CNY bn"), ("CNY/kWh", "CNY/kWh"), ("bn kWh", "bn kWh"),
      ("kWh / CNY", "kWh/CNY"), ("kg/m^2", "kg/m^2"), ("CNY/kWh/h", "CNY/(h·kWh)"),
      ("CNY/(kWh·h)", "CNY/(h·kWh)"), ("million users", "million users"), ("1", ""),
      ("1/h", "1/h"), ("m*m", "m^2"), ("CNY bn/CNY bn", ""), ("CNY bn·h", "CNY bn·h"),
    ] as [(String, String)])
  func readsAndWrites(text: String, expected: String) throws {
    let unit = try Unit(reading: text)
    #expect(unit.description == expected, "\(text)")
    if !expected.isEmpty {
      #expect(try Unit(reading: unit.description) == unit, "\(text) comes back as another unit")
    }
  }

  @Test func scalesAreCounted() throws {
    let price = try Unit(reading: "CNY/kWh")
    #expect(price * (try Unit(reading: "bn kWh")) == .currency("CNY"))
    #expect(price * (try Unit(reading: "kWh")) != .currency("CNY"))
    #expect(Unit.currency("CNY") / .rate("CNY", per: "USD") == .currency("USD"))
  }

  @Test(
    arguments: [
      ("", UnitError.expectedName(found: "", column: 1)),
      ("CNY/", .expectedName(found: "", column: 5)),
      ("CNY//h", .expectedName(found: "/", column: 5)),
      ("亿元", .expectedName(found: "亿", column: 1)), ("m^", .power("m", column: 2)),
      ("m^0", .power("m", column: 2)), ("CNY/(kWh", .notClosed(column: 5)),
      ("CNY)", .expectedName(found: ")", column: 4)), ("%", .expectedName(found: "%", column: 1)),
    ] as [(String, UnitError)])
  func refuses(text: String, expected: UnitError) {
    #expect(throws: expected) { try Unit(reading: text) }
  }
}
