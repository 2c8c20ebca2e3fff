internal import CapexModel
internal import PathAlgebra

extension ValueProblem {
  /// Of lists, paths, profiles and pairs. The rest is worded elsewhere.
  var shapeWording: ProblemWording {
    switch self {
    case .wrongCount(let name, let expected, let found):
      ProblemWording(
        "\(name) has \(Wording.count(found, "value")), but needs \(expected)",
        help: "write [ … ] with \(Wording.count(expected, "value"))")
    case .notVarying(let name, .distribution):
      ProblemWording(
        "\(name) must be one number, not a distribution", help: "write its most likely value")
    case .notVarying(let name, .path):
      ProblemWording("\(name) cannot change over time", help: "write one number")
    case .knotNotAscending(let knot, let after):
      ProblemWording(
        "\(Wording.quoted(knot)) comes after \(Wording.quoted(after)), but is not later",
        help: "list the quarters in order, each once; a year alone means its first quarter")
    case .emptyPath:
      ProblemWording("the path has no quarter", help: "write { 2025: …, 2027: … }")
    case .unknownProfile(let text, let nearest):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a profile",
        help: nearest.map { "did you mean \($0)?" }
          ?? "write \(Wording.either(ProfileReader.forms))")
    case .profileShape:
      ProblemWording(
        "this is not a profile",
        help: "write \(Wording.either(ProfileReader.forms))")
    case .profileParameter(let profile, let text, let rule):
      ProblemWording(
        "\(profile) is \(Wording.quoted(text)), but must be \(rule)",
        help: "choose a number within that, or another profile")
    case .customWeights(let expected, let found):
      ProblemWording(
        "custom has \(Wording.count(found, "weight")), but the plan has "
          + Wording.count(expected, "quarter"),
        help: "write one weight for each quarter of the plan")
    case .customWeight(let text):
      ProblemWording(
        text == "0" ? "every weight is 0" : "\(Wording.quoted(text)) cannot be a weight",
        help: "weights are 0 or more, and one at least is above 0")
    case .pairShape:
      ProblemWording(
        "this is not a list of pairs", help: "write [[fx.usdcny, cloud.growth, -0.2]]")
    case .correlationOutside(let text):
      ProblemWording(
        "the correlation is \(Wording.quoted(text)), but must be between -1 and 1",
        help: "write a number such as -0.2")
    case .pairTwice(let first, let second):
      ProblemWording("\(first) and \(second) are paired twice", help: "keep one of the two")
    case .selfPair(let name):
      ProblemWording("\(name) is paired with itself", help: "name two different drivers")
    case .namesExpected:
      ProblemWording("this is not a list of names", help: "write [capex, cloudRevenue]")
    case .nameTwice(let name):
      ProblemWording("\(Wording.quoted(name)) is listed twice", help: "keep one of the two")
    case .invalidDriver(let name):
      ProblemWording(
        "\"\(Wording.quoted(name))\" cannot be a driver", help: "write a name such as fx.usdcny")
    case .notAUnit(let text, let error):
      ProblemWording(
        "\"\(Wording.quoted(text))\" is not a unit" + error.reason,
        help: "write names with / and ^, such as CNY bn, CNY/kWh or kg/m^2; or `%`")
    default: ProblemWording("this value cannot be read", help: "see the documentation of its key")
    }
  }
}

extension UnitError {
  fileprivate var reason: String {
    switch self {
    case .expectedName(let found, _):
      found.isEmpty ? ": a name is missing at its end" : ": `\(Wording.quoted(found))` is no name"
    case .notClosed: ": a bracket is not closed"
    case .power(let name, _): ": a power of \(name) is a digit from 1 to 9"
    case .tooLong(let limit): ": it has more than \(limit) bytes"
    }
  }
}
