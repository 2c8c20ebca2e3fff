internal import CapexModel
internal import ScenarioFiles

/// The form of scenario files as a JSON Schema (draft 7), for editors that complete and check.
///
/// It follows the catalogue, so it knows every key and the kind of its value. It says nothing of
/// what several values must be together, which `capexsim check` does. Held by
/// `ScenarioSchemaTests`.
public struct ScenarioSchema: Sendable {
  public init() {}

  public var text: String { schema.written() + "\n" }

  var schema: JSONValue {
    let whole = properties(CatalogueTree.whole, path: []) + ScenarioSchema.besideShorthands(leaf)
    let extends = ScenarioSchema.member(
      "extends", "Another scenario, of which this one says what is different.")
    return .object([
      ("$schema", .text("http://json-schema.org/draft-07/schema#")),
      ("title", .text("A scenario of capexsim")), ("type", .text("object")),
      ("properties", .object([extends] + ScenarioSchema.annotations + whole)),
      ("additionalProperties", .boolean(false)),
      ("definitions", .object(ScenarioSchema.definitions)),
      // What a file without a base must have.
      (
        "anyOf",
        .array([
          .object([("required", .array([.text("extends")]))]),
          .object([("required", .array(required.map { .text($0) }))]),
        ])
      ),
    ])
  }

  /// Keys and sections at the top that have no standard and do not depend on others.
  private var required: [String] {
    var names: [String] = []
    for key in Catalogue.keys where key.need == .required && key.condition == nil {
      let isInOptional = Catalogue.optionalSections.contains { key.path.hasPrefix($0 + ".") }
      let top = String(key.path.prefix { $0 != "." })
      if !isInOptional, !names.contains(top) { names.append(top) }
    }
    return names
  }

  /// In the order of the catalogue, which is that of the documents.
  private func properties(_ tree: CatalogueTree, path: [String]) -> [(String, JSONValue)] {
    ScenarioSchema.ordered(tree, path: path).compactMap { name in
      tree.children[name].map { (name, node($0, path: path + [name])) }
    }
  }

  private static func ordered(_ tree: CatalogueTree, path: [String]) -> [String] {
    var names: [String] = []
    for key in Catalogue.keys {
      let parts = key.path.split(separator: ".").map(String.init)
      guard parts.count > path.count, Array(parts.prefix(path.count)) == path else { continue }
      let name = parts[path.count]
      if name != "*", tree.children[name] != nil, !names.contains(name) { names.append(name) }
    }
    return names
  }

  private func node(_ tree: CatalogueTree, path: [String]) -> JSONValue {
    if let key = tree.key { return leaf(key) }
    var members: [(String, JSONValue)] = [
      ("type", .array([.text("object"), .text("null")])),
      ("properties", .object(ScenarioSchema.annotations + properties(tree, path: path))),
    ]
    if let chosen = tree.children["*"] {
      let inner = node(chosen, path: path + ["*"])
      members.append(
        ("patternProperties", .object([(ChosenName.pattern, inner)])))
    }
    members.append(("additionalProperties", .boolean(false)))
    return shorthand(.object(members), at: path.joined(separator: "."))
  }

  private static func besideShorthands(
    _ leaf: (AssumptionKey) -> JSONValue
  ) -> [(String, JSONValue)] {
    Catalogue.keys.flatMap { key in
      Catalogue.besideShorthands.sorted { $0.key < $1.key }
        .filter { $0.value == key.path }.map { ($0.key, leaf(key)) }
    }
  }

  /// A section whose name may have a value at once: `metrics: { share: capex / cloudRevenue }`.
  private func shorthand(_ section: JSONValue, at path: String) -> JSONValue {
    guard let name = Catalogue.shorthands[path],
      let key = Catalogue.keys.first(where: { $0.path == "\(path).\(name)" })
    else { return section }
    return .object([("anyOf", .array([section] + ValueSchema(key).forms))])
  }

  /// A value, or a map of it with its source; null takes back what the base says.
  private func leaf(_ key: AssumptionKey) -> JSONValue {
    let forms = ValueSchema(key).forms
    let annotated = JSONValue.object([
      ("type", .text("object")),
      (
        "properties",
        .object([("value", .object([("anyOf", .array(forms))]))] + ScenarioSchema.annotations)
      ),
      ("required", .array([.text("value")])), ("additionalProperties", .boolean(false)),
    ])
    var members: [(String, JSONValue)] = [
      ("description", .text(key.meaning)),
      ("anyOf", .array(forms + [annotated, .object([("type", .text("null"))])])),
    ]
    if case .standard(let content) = key.need, let standard = ValueSchema.standard(content) {
      members.append(("default", standard))
    }
    return .object(members)
  }

  private static let annotations = ["source", "note"].map { name in
    (name, JSONValue.object([("$ref", .text("#/definitions/\(name)"))]))
  }

  private static let definitions = [
    member("source", "Where it comes from: a row of a file in seeds, or `judgement`."),
    member("note", "What explains the source."),
  ]

  private static func member(_ name: String, _ meaning: String) -> (String, JSONValue) {
    (name, .object([("type", .text("string")), ("description", .text(meaning))]))
  }

}
