public import CapexModel
public import NumericalMethods
public import PathAlgebra

/// Everything that can be wrong with a scenario. Cases carry the evidence; the sentences are made
/// in the folder Wording.
public enum ScenarioProblem: Error, Equatable, Sendable {
  case text(TextProblem)
  case structure(StructureProblem)
  case value(ValueProblem)
  case distribution(DistributionProblem)
  case file(FileProblem)
  case table(TableProblem)
  case flag(FlagProblem)
  case precision(PrecisionProblem)
  case whole(WholeProblem)
  case model(CapexModelError)
  /// In the formula of a name. `place` is the character, from 1, where the source cannot show it:
  /// in folded text.
  case formula(FormulaError, name: String, place: Int?)
  case modelWarning(ScenarioWarning)
}

/// Of a file as text and as YAML.
public enum TextProblem: Equatable, Sendable {
  public enum Opening: Sendable { case quote, bracket }
  case empty
  case fileTooLarge(bytes: Int)
  case invalidUTF8(byte: UInt8)
  case utf16
  case forbiddenCharacter(UInt32)
  case tabIndentation
  case yamlSyntax(String)
  /// A value that begins with a sign that YAML keeps for itself.
  case quotesNeeded(String)
  case unclosed(Opening)
  case secondDocument
  case undefinedAlias
  case tooManyAliases(limit: Int)
  case tooManyNodes(limit: Int)
  case tooDeep(limit: Int)
  case notAMapping
  case keyNotText
  case tagNotAllowed
  case duplicateKey(key: String, firstLine: Int, firstColumn: Int)
}

/// Of keys and sections.
public enum StructureProblem: Equatable, Sendable {
  /// `section` is empty at the top.
  case unknownKey(key: String, section: String, nearest: String?, known: [String])
  case keyOfOtherSection(key: String, section: String, sections: [String])
  /// Under the chosen option the key means nothing.
  case notApplicable(path: String, option: String, chosen: String, needed: [String])
  case missingKey(path: String, example: String)
  case missingSection(section: String, needs: String)
  case noNames(section: String, option: String, chosen: String)
  case invalidName(name: String, section: String)
  case invalidPair(name: String, currencies: [String])
  case sectionExpected(section: String, keys: [String])
  case missingValue(path: String)
  case unknownAnnotation(key: String, path: String)
  case annotationNotText(key: String)
  case nothingToRemove(path: String)
}

/// Of single values.
public enum ValueProblem: Equatable, Sendable {
  case notANumber(text: String, accepted: AssumptionKey.Kind)
  case notOneValue(accepted: AssumptionKey.Kind)
  case decimalComma(text: String, mend: String)
  case digitGrouping(text: String, mend: String)
  case incompleteDecimal(text: String, mend: String)
  case notFinite(text: String)
  case hexadecimal(text: String)
  case tooLarge(text: String)
  case tooSmall(text: String)
  case unitMissing(text: String, mend: String)
  case unitUnknown(unit: String, accepted: AssumptionKey.Kind)
  case otherCurrency(text: String, currency: String, scenario: String, mend: String?)
  /// `mends` are the two readings, as percentages, that the key allows.
  case percentMeant(text: String, percent: String, mends: [String])
  case outsideLimits(
    name: String, text: String, measure: AssumptionKey.Measure, limits: AssumptionKey.Limits,
    isLow: Bool, isAnnual: Bool, mend: String?)
  case invertedQuote(text: String, inverse: String)
  case notAnInteger(text: String, below: Int?)
  case integerOutside(name: String, text: String, range: ClosedRange<Int>)
  /// More quarters than are simulated without a flag; `most` is what the flag allows.
  case longHorizon(text: String, quarters: Double, usual: Int, most: Int)
  case unknownChoice(text: String, options: [String], nearest: String?)
  case notAQuarter(text: String)
  case notADate(text: String)
  case noSuchDay(text: String, last: String)
  case emptyText(name: String)
  case textTooLong(name: String, count: Int, limit: Int)
  case wrongCount(name: String, expected: Int, found: Int)
  case notVarying(name: String, AssumptionKey.Variation)
  case knotNotAscending(String, after: String)
  case emptyPath
  case unknownProfile(text: String, nearest: String?)
  case profileShape
  case profileParameter(profile: String, text: String, rule: String)
  case customWeights(expected: Int, found: Int)
  case customWeight(text: String)
  case pairShape
  case correlationOutside(text: String)
  case pairTwice(String, String)
  case selfPair(String)
  case namesExpected
  case nameTwice(String)
  case invalidDriver(String)
  case notAUnit(text: String, UnitError)
}

/// Of distributions written as calls.
public enum DistributionProblem: Equatable, Sendable {
  case unknown(name: String, nearest: String?)
  case expected(String)
  case tooDeep(limit: Int)
  case arguments(function: String, found: Int)
  case labels(function: String, found: String)
  case boundsNeeded(function: String)
  /// `argument` is the one text that holds the refused number, where a single one does.
  case refused(
    DistributionError, function: String, measure: AssumptionKey.Measure, argument: String?)
  case outsideLimits(
    text: String, low: Double, high: Double, measure: AssumptionKey.Measure,
    limits: AssumptionKey.Limits)
}

/// Of files that are named.
public enum FileProblem: Error, Equatable, Sendable {
  /// `searched` is where the name led to, when it stands in a scenario or a flag.
  case missing(name: String, nearest: String?, searched: String?)
  case unknownScenario(name: String, nearest: String?, known: [String])
  case notAFile(name: String)
  case unreadable(name: String)
  case outside(name: String)
  case notRelative(name: String)
  case cycle([String])
  case chainTooLong(limit: Int)
}

/// Of tables in CSV files.
public enum TableProblem: Equatable, Sendable {
  case noHeader
  case repeatedColumn(String)
  case missingColumn(String, known: [String])
  case raggedRow(expected: Int, found: Int)
  case unclosedQuote
  case strayQuote
  case semicolons
  case rateNotPositive(column: String, text: String)
  case figureNotPositive(String)
  /// Growth is in per cent.
  case growthUnit(String)
  /// Growth of -100 % and less, or beyond what a scenario takes.
  case growthBeyond(String)
  /// `wanted` is the item or unit of the pair.
  case otherPair(String, wanted: String)
  case rateLeaps(String, after: String)
  case missingCell(column: String)
  case repeatedCell(column: String, value: String, firstLine: Int)
  case notAscending(period: String, after: String)
  case unknownPeriod(String)
  case quarterWithoutEnd(quarter: String)
  case tooFewQuarters(found: Int, needed: Int)
  case tooFewRows(found: Int, needed: Int)
  case constantColumn(column: String, text: String, rows: Int)
  case periodsMissing(period: String, after: String)
  case boundsCrossed(from: String, to: String)
  case noSuchPeriod(String, table: String, first: String, last: String)
  case noRows
  case quarterExpected(String)
  case moneyExpected(item: String, unit: String)
  case otherCurrency(String, scenario: String)
  case amountTooLow(item: String, text: String, allowsZero: Bool)
  case amountTooHigh(item: String, text: String, billions: Double)
  case notWholeMillions(item: String, text: String)
  case cell(column: String, ValueProblem)
  case observation(ObservationProblem)
}

/// Of figures that came out, to be set against a forecast or fitted.
public enum ObservationProblem: Equatable, Sendable {
  /// `before` is the file and line of the first.
  case twice(item: String, period: String, before: String)
  case notPositive(item: String, text: String)
  case otherUnit(item: String, found: String, forecast: String)
  case noneForetold(wanted: String, items: [String])
  /// A name that differs from a known one in case or spaces alone.
  case nearlyKnown(item: String, known: String)
  case noItem(String, items: [String])
}

/// Of `--set path=value`.
public enum FlagProblem: Equatable, Sendable {
  case noEqualsSign
  case noMetricFormula
  case unknownPath(path: String, nearest: String?)
  case isSection(path: String, keys: [String])
  case setTwice(path: String)
  case noValue(path: String)
}

/// Of the scenario as a whole: values that are right alone and wrong together.
public enum WholeProblem: Equatable, Sendable {
  case sharesSum(Double, segments: [String])
  case oneWithoutOther(path: String, needs: String)
  /// A name of one's own that stands in another section too, at `place`.
  case sameName(String, other: String, place: String)
  /// Rates of a table that are several times the spot rate, or a fraction of it.
  case farFromSpot(rate: Double, file: String, line: Int?, spot: Double)
  /// A standard error, as a share of its parameter.
  case errorTooLarge(path: String, share: Double, most: Double)
  case revisionOutsidePlan(quarter: String, first: String, last: String)
  case growsManyfold(path: String, factor: Double, quarters: Int)
}
