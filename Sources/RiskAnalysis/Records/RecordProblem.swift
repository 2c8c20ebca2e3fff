/// What is wrong with a record that is read, and where.
public struct RecordProblem: Error, Hashable, Sendable {
  /// From 1; the column counts Unicode scalars.
  public let line: Int
  public let column: Int
  public let kind: Kind

  public init(line: Int, column: Int, kind: Kind) {
    self.line = line
    self.column = column
    self.kind = kind
  }

  public enum Kind: Hashable, Sendable {
    // Of the text
    case tooLarge(bytes: Int, limit: Int)
    case notUTF8
    case ended
    case expected(Token)
    case tooDeep(limit: Int)
    case controlCharacter(UInt32)
    case escape
    case number(text: String)
    case moreAfterTheEnd
    // Of the members
    case twice(member: String, firstLine: Int)
    case unknown(member: String, known: [String])
    case missing(member: String)
    case notThe(Shape, member: String)
    case otherFormat(found: String)
    case otherVersion(found: Int)
    case bothOrNeither(String, String)
    case digest
    case seed(text: String)
    case date(text: String)
    case quarter(text: String)
    case belowOne(member: String, found: Int)
    case grid(Grid)
    case quantityTwice(String)
    case nothing(member: String)
  }

  /// Of levels and quantiles.
  public enum Grid: Hashable, Sendable {
    case levelOutside(Double)
    case levelsNotAscending(level: Double, after: Double)
    case quantilesDescend(level: Double, value: Double, below: Double)
    case count(levels: Int, quantiles: Int)
  }

  public enum Token: String, Sendable {
    case value = "a value"
    case member = "a name in quotation marks"
    case colon = "a colon"
    case commaOrBrace = "a comma or }"
    case commaOrBracket = "a comma or ]"
  }

  public enum Shape: String, Sendable {
    case object = "an object"
    case array = "a list"
    case text = "a text in quotation marks"
    case number = "a number"
    case whole = "a whole number"
    case textOrNull = "a text in quotation marks, or null"
  }
}
