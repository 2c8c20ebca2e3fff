internal import RiskAnalysis

/// What a fit of `managed` says in words.
struct ManagedText {
  let evidence: ManagedEvidence
  let source: Calibration.Source

  /// For a report.
  var sentences: [String] { events + departure + extensions + judgement }

  private var events: [String] {
    guard !evidence.resetPlaces.isEmpty else { return [] }
    let periods = evidence.resetPlaces.map { EscapedText.of(source.periods[$0]) }
    return [
      "Resets: \(NumberText.fixed(evidence.resets, decimals: 1)) expected, given the changes; likelier "
        + "than not in \(periods.joined(separator: ", "))."
    ]
  }

  private var departure: [String] {
    if let place = evidence.floatsFrom {
      return [
        "Warning: from \(EscapedText.of(source.periods[place])) on the rate is likelier to float than "
          + "to be managed, while a scenario with these lines begins managed. Fit gbm to the rates "
          + "from there on, or use these lines for another rate."
      ]
    }
    guard let deviation = evidence.deviation else { return [] }
    return [
      "The last rate lies \(percent(deviation.magnitude)) \(deviation < 0 ? "below" : "above") the "
        + "central rate. A scenario begins with both in the same place."
    ]
  }

  private var extensions: [String] {
    evidence.extensions.map { extra in
      let name =
        switch (extra.hasResets, extra.floats) {
        case (true, true): "resets and leaving to float"
        case (true, false): "resets"
        default: "leaving to float"
        }
      let asked = NumberText.fixed(extra.needed, decimals: 1)
      guard let gain = extra.gain else {
        return "With \(name) the likelihood has no peak that comes near the \(asked) that "
          + "\(extra.parameters) more parameters need (Schwarz)."
      }
      return "With \(name) the log-likelihood rises by \(NumberText.fixed(gain, decimals: 1)); "
        + "\(extra.parameters) more parameters need \(asked) (Schwarz)"
        + (extra.isTaken
          ? ", so they are fitted."
          : gain > extra.needed ? "; what is fitted gains more." : ".")
    }
  }

  private var judgement: [String] {
    evidence.untold.isEmpty
      ? []
      : [
        "Not told by this history, and left to your judgement: "
          + evidence.untold.map { "\($0.key) (\(reason($0.reason)))" }.joined(separator: "; ") + "."
      ]
  }

  /// Comments below the lines to paste, without the sign of a comment.
  var comments: [String] {
    evidence.untold.map { "\($0.key): yours to judge; \(reason($0.reason))".withPlainSpaces }
  }

  func reason(_ reason: ManagedEvidence.Untold.Reason) -> String {
    switch reason {
    case .noEvent(let quarters, let most):
      "none in \(count(quarters)) quarters, so at most \(percent(most)) a quarter with 95 %"
    case .fewEvents(let events, let quarters, let low, let high):
      "\(events) in \(count(quarters)) quarters, so \(percent(low)) to \(percent(high)) a quarter with "
        + "95 %"
    case .leftOnce(let quarters, let low, let high):
      "left once, in quarter \(count(quarters)), so \(percent(low)) to \(percent(high)) a quarter "
        + "with 95 %"
    case .tooFew(0): "none was seen"
    case .tooFew(let events): "\(events) seen, too few to fit"
    case .oneSize: "the resets are too few or too alike to tell"
    case .floatedBriefly(let observations):
      "\(observations) observations, too few to fit"
    }
  }

  private func count(_ quarters: Double) -> String { NumberText.short(quarters, most: 1) }
  private func percent(_ x: Double) -> String {
    "\(NumberText.fixed(x * 100, decimals: 1)) %".unbroken
  }
}

extension ManagedEvidence {
  /// As JSON.
  func json(periods: [String]) -> JSONValue {
    .object([
      ("quarters", .number(quarters)), ("resets", .number(resets)),
      ("resetPeriods", .array(resetPlaces.map { .text(periods[$0]) })),
      ("floatsFrom", .text(floatsFrom.map { periods[$0] })), ("deviation", .number(deviation)),
      (
        "extensions",
        .array(
          extensions.map { extra in
            .object([
              ("resets", .boolean(extra.hasResets)), ("floats", .boolean(extra.floats)),
              ("parameters", .whole(extra.parameters)), ("gain", .number(extra.gain)),
              ("needed", .number(extra.needed)), ("isTaken", .boolean(extra.isTaken)),
            ])
          })
      ),
      ("untold", .array(untold.map { $0.json })),
    ])
  }
}

extension ManagedEvidence.Untold {
  fileprivate var json: JSONValue {
    let (events, quarters, low, high): (Int?, Double?, Double?, Double?) =
      switch reason {
      case .noEvent(let quarters, let most): (0, quarters, 0, most)
      case .fewEvents(let count, let quarters, let low, let high): (count, quarters, low, high)
      case .leftOnce(let quarters, let low, let high): (1, quarters, low, high)
      case .tooFew(let count): (count, nil, nil, nil)
      case .oneSize: (nil, nil, nil, nil)
      case .floatedBriefly(let observations): (observations, nil, nil, nil)
      }
    return .object([
      ("key", .text(key)), ("seen", events.map { .whole($0) } ?? .null),
      ("quarters", .number(quarters)),
      ("low", .number(low)), ("high", .number(high)),
    ])
  }
}
