/// The quarters of a simulation, counted from 1, and the spans of them that have names.
public struct TimeAxis: Sendable {
  /// Calendar names of the quarters 1 … count, such as 2025Q2.
  public let labels: [String]
  /// Spans that `over:` may name: plan, horizon, FY2027, 2027.
  public let windows: [String: ClosedRange<Int>]
  private let positions: [String: Int]

  public init(labels: [String], windows: [String: ClosedRange<Int>]) {
    precondition(!labels.isEmpty, "a simulation has at least one quarter")
    self.labels = labels
    self.windows = windows
    positions = Dictionary(
      uniqueKeysWithValues: labels.enumerated().map { ($0.element, $0.offset + 1) })
  }

  public var count: Int { labels.count }

  /// The span of a name; a single quarter is one too.
  public func window(_ name: String) -> ClosedRange<Int>? {
    windows[name] ?? position(of: name).map { $0...$0 }
  }

  /// The quarter with this calendar name, counted from 1.
  public func position(of label: String) -> Int? { positions[label] }
}
