internal import NumericalMethods

/// A history of rates with every process fitted to it.
public struct Calibration: Sendable {
  /// Where the rates came from.
  public struct Source: Sendable {
    /// The file, as it was named.
    public let file: String
    /// What names the last row in the file, where rows have names.
    public let lastIdentifier: String?
    /// The file's own words, when they say that values are averages.
    public let averaged: String?
    /// Which rows of the file were taken, where it holds several figures.
    public let item: String?
    /// Of each value, as the file has it.
    public let periods: [String]

    public init(
      file: String, periods: [String], lastIdentifier: String?, averaged: String?,
      item: String? = nil
    ) {
      self.file = file
      self.periods = periods
      self.lastIdentifier = lastIdentifier
      self.averaged = averaged
      self.item = item
    }

    public var first: String { periods.first ?? "" }
    public var last: String { periods.last ?? "" }
  }

  public struct Attempt: Sendable {
    public let process: FittedProcess
    public let result: Result<ProcessFit, CalibrationError>
  }

  public let target: CalibrationTarget
  public let source: Source
  public let series: RateSeries
  /// Every process that the target can have.
  public let attempts: [Attempt]
  public let chosen: ProcessFit
  /// The process was asked for, not found by its criterion.
  public let isAskedFor: Bool

  /// - Parameter process: the one to report; nil for the one with the smallest criterion.
  /// - Throws: What went wrong with the process asked for; or, where none can be fitted, with the
  ///   first.
  public init(
    _ target: CalibrationTarget, source: Source, series: RateSeries, process: FittedProcess?
  ) throws(CalibrationError) {
    self.target = target
    self.source = source
    self.series = series
    isAskedFor = process != nil
    var attempts: [Attempt] = []
    for process in target.comparable(with: process) {
      let result = Result { () throws(CalibrationError) in
        try ProcessFit.fit(process, to: series)
      }
      attempts.append(Attempt(process: process, result: result))
    }
    self.attempts = attempts
    let fits = attempts.compactMap { try? $0.result.get() }
    if let process, let attempt = attempts.first(where: { $0.process == process }) {
      chosen = try attempt.result.get()
    } else if let best = Calibration.best(of: fits) {
      chosen = best
    } else {
      chosen = try ProcessFit.fit(target.processes[0], to: series)
    }
  }

  /// The process with the smallest criterion.
  public var best: ProcessFit {
    Calibration.best(of: attempts.compactMap { try? $0.result.get() }) ?? chosen
  }

  private static func best(of fits: [ProcessFit]) -> ProcessFit? {
    fits.min { ($0.akaike ?? .infinity) < ($1.akaike ?? .infinity) }
  }

  /// What averages over a step do to the changes of a rate that moves freely: two thirds of the
  /// variance, and a first autocorrelation of a quarter (Working: Note on the correlation of first
  /// differences of averages in a random chain, 1960).
  public static let varianceOfAverages = 2.0 / 3
  public static let autocorrelationOfAverages = 0.25

  /// The volatility and its standard error with that undone; nil unless values are averages.
  public var withoutAveraging: (volatility: Double, standardError: Double)? {
    guard source.averaged != nil, case .rate = target,
      let volatility = chosen.parameter("volatility")
    else {
      return nil
    }
    let factor = 1 / Calibration.varianceOfAverages.squareRoot()
    return (volatility.value * factor, volatility.standardError * factor)
  }
}
