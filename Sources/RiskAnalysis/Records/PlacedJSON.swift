/// A value of JSON with the place where it begins.
struct PlacedJSON {
  let content: Content
  let line: Int
  let column: Int

  indirect enum Content {
    case object([Member])
    case array([PlacedJSON])
    case text(String)
    /// As it is written, in the grammar of JSON.
    case number(String)
    case boolean(Bool)
    case null
  }

  struct Member {
    let name: String
    let value: PlacedJSON
    let line: Int
    let column: Int
  }

  func problem(_ kind: RecordProblem.Kind) -> RecordProblem {
    RecordProblem(line: line, column: column, kind: kind)
  }
}
