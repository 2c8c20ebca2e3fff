/// The scenarios and tables that the tool carries with it, as they stand in the project.
public enum BuiltInScenarios {
  /// By name, such as `alibaba-380b` or `peers/amazon`, in the order in which they are listed.
  public static let all: [(name: String, bytes: [UInt8])] = [
    ("alibaba-380b", PackageResources.alibaba_380b_yaml)
  ]

  /// Tables that they name, by path in the project.
  static let tables: [(path: String, bytes: [UInt8])] = []

  public static var names: [String] { all.map(\.name) }

  /// The text of one scenario as it was written; nil for an unknown name.
  public static func bytes(named name: String) -> [UInt8]? {
    all.first { $0.name == name }?.bytes
  }

  /// A file by its path in the project.
  static func file(at path: String) -> [UInt8]? {
    if let scenario = all.first(where: { "scenarios/\($0.name).yaml" == path }) {
      return scenario.bytes
    }
    return tables.first { $0.path == path }?.bytes
  }
}
