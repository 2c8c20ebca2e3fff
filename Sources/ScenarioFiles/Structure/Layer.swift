internal import CapexModel

/// What one file, or all flags, say: values by path, sections that are there, and removals.
struct Layer {
  /// A value that is given, not read yet.
  struct Leaf {
    let keyed: KeyedPath
    let key: AssumptionKey
    /// Where the key stands.
    let place: SourceSpan
    let value: SourceNode
    let source: String?
    let note: String?
    let files: FileReferences
    /// The text of the value, to show what an override replaced.
    let text: String
  }

  struct Removal {
    let path: String
    let place: SourceSpan
  }

  var leaves: [String: Leaf] = [:]
  /// Where each section's key stands.
  var sections: [String: SourceSpan] = [:]
  var removals: [Removal] = []
  /// Paths about which something was said already, so that they are not called missing.
  var faulty: Set<String> = []
  let start: SourceSpan
  /// SHA-256 of the file's text; empty for flags.
  var digest = ""
  var isFlags = false

  init(start: SourceSpan) { self.start = start }
}
