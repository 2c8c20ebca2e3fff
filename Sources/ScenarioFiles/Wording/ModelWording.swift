internal import CapexModel
internal import NumericalMethods

extension CapexModelError {
  var wording: ProblemWording {
    switch self {
    case .missing(let path):
      ProblemWording("`\(path)` is missing", help: "add it")
    case .planLongerThanHorizon(_, let plan, let horizon):
      ProblemWording(
        "the plan has \(Wording.count(plan, "quarter")), but only \(horizon) are simulated",
        help: "set `quarters` to at least \(plan)")
    case .notWholeMillions(_, let billions):
      ProblemWording(
        "the total is \(billions * 1000) million, but must be whole millions",
        help: "the schedule sums to it to the million; round it")
    case .wrongWeightCount(_, let weights, let quarters):
      ProblemWording(
        "custom has \(Wording.count(weights, "weight")), but the plan has "
          + Wording.count(quarters, "quarter"),
        help: "write one weight for each quarter of the plan")
    case .revisionOutsidePlan(_, let quarter, let first, let last):
      ProblemWording(
        "the revision is in \(quarter), but the plan goes from \(first) to \(last)",
        help: "choose a quarter within the plan")
    case .nothingLeftToRevise(_, let quarter):
      ProblemWording(
        "the profile plans no spending from \(quarter) on, so a revised total has no quarter",
        help: "choose an earlier quarter, or a profile that spends in later ones")
    case .reportedQuarter(_, let quarter, let start):
      ProblemWording(
        "\(quarter) is not a reported quarter of a simulation that starts in \(start)",
        help: "choose one of the eight quarters before \(start)")
    case .probabilitiesAboveOne(_, let sum):
      ProblemWording(
        "leaving and resetting have a probability of \(sum) together, above 1",
        help: "lower `leave` or `reset.probability`")
    case .sharesDoNotSumToOne(_, let sum):
      ProblemWording("the shares sum to \(sum), not 1", help: "change one of them")
    case .noSegments:
      ProblemWording(
        "there is no segment", help: "add at least one below `cloud.segments`, such as `ai:`")
    case .halfLifeNeedsLongRun:
      ProblemWording(
        "`longRun` and `halfLife` belong together", help: "give both, or neither")
    case .importsNeedDollars:
      ProblemWording(
        "imports are priced in dollars, so the plan must be in CNY and `fx.usdcny` be given",
        help: "add `fx: { usdcny: { spot: 7.2476 } }`, or remove `imports`")
    case .historyTooShort(_, let quarters):
      ProblemWording(
        "the history has \(Wording.count(quarters, "quarter")), but at least 3 are needed",
        help: "give a longer history")
    case .unknownOutput(_, let name, let nearest):
      ProblemWording(
        "the scenario has no quantity `\(Wording.quoted(name))`",
        help: nearest.map { "did you mean `\($0)`?" }
          ?? "remove `outputs` and run once: every quantity is then listed")
    case .unknownDriver(_, let name, let nearest, let known):
      ProblemWording(
        "`\(Wording.quoted(name))` is no driver of this scenario",
        help: nearest.map { "did you mean `\($0)`?" } ?? "known: \(known.joined(separator: ", "))")
    case .driversOfDifferentKind(_, let byTrial, let byQuarter):
      ProblemWording(
        "`\(byTrial)` is drawn once a trial and `\(byQuarter)` in each quarter",
        help: "pair drivers of one kind")
    case .impossibleCorrelations(_, let error): error.wording
    case .actualsNeedUntil, .nothingHappened, .untilOutside, .actualsEndEarly, .actualContradicts,
      .revisionHappened, .nothingToPhase:
      actualsWording
    case .wrongLines(let lines):
      lines.first.map { $0.error.wording(in: $0.path, place: nil) }
        ?? ProblemWording("a formula is wrong", help: "correct it")
    case .tooManyLines(let path, let count, let limit):
      ProblemWording(
        "there are \(count) \(path == "drivers" ? "drivers" : "quantities and metrics"), but at "
          + "most \(limit) are allowed",
        help: "keep a scenario to a page")
    case .mustBePositive(let path, let process):
      ProblemWording(
        "`\(path)` must be above 0, since \(process) moves its logarithm",
        help: "choose a value above 0, or `process: vasicek`")
    case .nothingToDraw(_, let value):
      ProblemWording(
        "the value is \(value), so there is nothing to draw by quarter",
        help: "remove `by`, or write a distribution such as normal(0, 1)")
    }
  }
}

extension CorrelationError {
  fileprivate var wording: ProblemWording {
    switch self {
    case .outOfRange(let pair):
      ProblemWording(
        "the correlation is \(pair.correlation), but must be between -1 and 1",
        help: "write a number such as -0.2")
    case .pairWithItself(let pair):
      ProblemWording("\(pair.first) is paired with itself", help: "name two different drivers")
    case .duplicate(let pair, _):
      ProblemWording(
        "\(pair.first) and \(pair.second) are paired twice", help: "keep one of the two")
    case .impossible(let eigenvalue, let remedies):
      ProblemWording(
        "no random numbers have these correlations: the smallest eigenvalue is "
          + CorrelationError.rounded(eigenvalue),
        help: (remedies.map(CorrelationError.remedy) + ["`dependence.repair: nearest` moves them"])
          .joined(separator: "; or "))
    case .solver:
      ProblemWording(
        "the eigenvalues of these correlations could not be computed", help: "change one of them")
    }
  }

  private static func remedy(_ remedy: PossibleCorrelation) -> String {
    "\(remedy.pair.first) and \(remedy.pair.second) can have "
      + "\(rounded(remedy.low)) to \(rounded(remedy.high))"
      + (remedy.isListed ? "" : " (not listed, so 0)")
  }

  /// Towards zero, so that an end of a range is inside it.
  private static func rounded(_ x: Double) -> String {
    let scaled = (x * 10_000).rounded(.towardZero) / 10_000
    return "\(scaled == 0 ? 0 : scaled)"
  }
}

extension ScenarioWarning {
  var wording: ProblemWording {
    switch self {
    case .correlationsRepaired(_, let moves):
      ProblemWording(
        "these correlations are impossible and were moved to the nearest possible ones",
        help: moves.map { "\($0.first) and \($0.second) from \($0.from) to \($0.to)" }
          .joined(separator: "; "))
    case .driverSwitchedOff(_, let name):
      ProblemWording(
        "`\(Wording.quoted(name))` is not drawn under the chosen options, so its pair does nothing",
        help: "remove the pair")
    case .actualsMissing(let gap):
      ProblemWording(
        "no \(gap.figure) for \(gap.quarters.map(\.description).joined(separator: ", ")); "
          + gap.remedy.rawValue,
        help: "add the rows, if the figures are out")
    case .totalExceeded(_, let spent, let total):
      ProblemWording(
        "\(spent) million were spent of a total of \(total), so nothing remains of it",
        help: "if the plan was raised, set `plan.total`")
    case .ratesAveraged(_, let file, let words):
      ProblemWording(
        "\(Wording.quoted(file)) holds averages (\"\(Wording.quoted(words))\"), and that of a "
          + "quarter's last month stands for the rate at its end",
        help: "give rates of single days where you have them")
    case .driverUnused(_, let name):
      ProblemWording(
        "no formula uses the driver `\(Wording.quoted(name))`",
        help: "use it in a metric, or remove it")
    }
  }
}
