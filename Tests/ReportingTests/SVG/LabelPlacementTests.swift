@testable import Reporting
import Testing

@Suite struct LabelPlacementTests {
  @Test(arguments: [
    [100.0, 100, 100], [10, 290, 150], [300, 299, 298], [0, 0], [150], [60, 50, 70, 55],
  ])
  func labelsAreKeptApartAndWithin(centres: [Double]) {
    let heights = centres.indices.map { 20 + 4 * Double($0) }
    let placed = LabelPlacement.spread(
      zip(centres, heights).map { ($0, $1) }, within: 0...300)
    let spans = zip(placed, heights).map { (low: $0 - $1 / 2, high: $0 + $1 / 2) }
      .sorted { $0.low < $1.low }
    #expect(spans.allSatisfy { $0.low >= -1e-9 && $0.high <= 300 + 1e-9 }, "\(spans)")
    for (a, b) in zip(spans, spans.dropFirst()) { #expect(a.high <= b.low + 1e-9, "\(spans)") }
  }

  @Test func whatHasRoomStaysInPlace() {
    let placed = LabelPlacement.spread([(200, 20), (50, 20), (120, 20)], within: 0...300)
    #expect(placed == [200, 50, 120])
  }

  @Test func labelsInARowThatWouldTouchAreLeftOut() {
    let labels = [10.0, 20, 45, 100].map { (centre: $0, width: 20.0) }
    #expect(LabelPlacement.apart(labels, gap: 4) == [0, 2, 3])
  }

  /// The one that is counted from always stands, and the others as far from each other.
  @Test(arguments: [
    (40.0, [0, 1, 2, 3, 4, 5, 6]), (20.0, [0, 2, 4, 6]), (14.0, [1, 4]), (1.0, [4]),
  ])
  func labelsInARowAreEvenlyFar(step: Double, expected: [Int]) {
    let labels = (0..<7).map { (centre: Double($0) * step, width: 30.0) }
    #expect(LabelPlacement.even(labels, from: 4, gap: 4) == expected)
  }
}

@Suite struct ChartFlagsTests {
  private func flags(_ marks: [(Double, String)], width: Double = 366) throws -> ChartFlags {
    let axis = try #require(NumberAxis(covering: [0, 100]))
    return ChartFlags(
      Chart(
        name: "x", title: "", reading: "", description: "", horizontal: .numbers(axis),
        vertical: .numbers(axis), verticalTitle: "",
        layers: marks.map { .mark(.init(x: $0.0, label: $0.1)) },
        table: TextTable(title: "", columns: [], rows: [])), left: 30, right: 16, width: width)
  }

  /// No line of a flag crosses the label of another.
  @Test func linesCrossNoLabels() throws {
    let flags = try flags([
      (50, "P50 380.0"), (20, "P5 358.3"), (25, "P25 361.0"), (80, "P95 456.3"), (51, "plan 380"),
    ]).flags
    #expect(flags.map(\.x) == flags.map(\.x).sorted())
    for flag in flags {
      let end = flag.x + TextExtent.width(flag.label, size: ChartLayout.labelSize)
      for other in flags where other.x > flag.x && other.x < end {
        #expect(other.row < flag.row, "\(other) is in the way of \(flag)")
      }
    }
  }

  @Test func marksAtOnePlaceShareAFlagUnlessItWouldBeTooLong() throws {
    #expect(try flags([(50, "a"), (50.1, "b")]).flags.map(\.label) == ["a · b"])
    let long = String(repeating: "x", count: 20)
    let separate = try flags([(50, long), (50, long)])
    #expect(separate.flags.map(\.row) == [1, 0])
    #expect(separate.overhang == 0)
    #expect(try flags([(95, "P95 456.3")]).overhang > 0)
  }
}

@Suite struct CoordinateTests {
  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (-0.04, "0"), (12.34, "12.3"), (12.35, "12.4"), (-3.96, "-4"),
    (1e300, "99999"), (-.infinity, "-99999"), (.nan, "0"), (100, "100"), (-0.5, "-0.5"),
  ])
  func oneDecimalAtMost(x: Double, text: String) { #expect(Coordinate.text(x) == text) }
}
