/// How far a run is, on one line of standard error; shown on a terminal only, and only when a run
/// takes more than a second. Held by `ProgressBarTests`.
public struct ProgressBar: Sendable {
  private let isTerminal: Bool
  private let start: ContinuousClock.Instant
  private var lastShown: ContinuousClock.Instant?

  static let delay = Duration.seconds(1)
  static let interval = Duration.milliseconds(100)

  public init(isTerminal: Bool, start: ContinuousClock.Instant = .now) {
    self.isTerminal = isTerminal
    self.start = start
  }

  /// What to write to standard error now; nil for nothing.
  /// - Parameter fraction: 0 … 1 of the run that is done; others are moved there.
  public mutating func update(
    _ fraction: Double, now: ContinuousClock.Instant = .now
  ) -> String? {
    guard isTerminal, now - start >= ProgressBar.delay else { return nil }
    if let lastShown, now - lastShown < ProgressBar.interval { return nil }
    lastShown = now
    return "\r" + ProgressBar.line(fraction, elapsed: now - start)
  }

  /// What removes the bar; nil where none was shown.
  public mutating func finish() -> String? {
    guard lastShown != nil else { return nil }
    lastShown = nil
    return "\r\u{1B}[2K"
  }

  static func line(_ fraction: Double, elapsed: Duration) -> String {
    let done = fraction.isFinite ? min(1, max(0, fraction)) : 0
    let length = 30
    let full = Int((done * Double(length)).rounded(.down))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: length - full)
    var text = "\(bar) \(NumberText.fixed((done * 100).rounded(.down), decimals: 0)) %"
    if done > 0.02 {
      let spent = Double(elapsed.components.seconds)
      text += ", \(NumberText.fixed((spent / done * (1 - done)).rounded(.up), decimals: 0)) s left"
    }
    return text.padded(to: 60)
  }
}
