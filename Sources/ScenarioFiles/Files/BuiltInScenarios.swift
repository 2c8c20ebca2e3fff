/// The scenarios and tables that the tool carries with it, as they stand in the project.
public enum BuiltInScenarios {
  /// By name, such as `alibaba-380b` or `peers/amazon`, in the order in which they are listed.
  public static let all: [(name: String, bytes: [UInt8])] = [
    ("alibaba-380b", PackageResources.alibaba_380b_yaml),
    ("alibaba-380b-2025q3", PackageResources.alibaba_380b_2025q3_yaml),
    ("capacity-bound", PackageResources.capacity_bound_yaml),
    ("chip-embargo", PackageResources.chip_embargo_yaml),
    ("currency-shocks", PackageResources.currency_shocks_yaml),
    ("fixed-yuan", PackageResources.fixed_yuan_yaml),
    ("overseas-push", PackageResources.overseas_push_yaml),
    ("pace-continues", PackageResources.pace_continues_yaml),
    ("plan-kept", PackageResources.plan_kept_yaml),
    ("price-war", PackageResources.price_war_yaml),
    ("rate-history", PackageResources.rate_history_yaml),
    ("strong-yuan", PackageResources.strong_yuan_yaml),
    ("yuan-devaluation", PackageResources.yuan_devaluation_yaml),
    ("power-bill", PackageResources.power_bill_yaml),
    ("reference-workload", PackageResources.reference_workload_yaml),
    ("peers/alphabet", PackageResources.alphabet_yaml),
    ("peers/amazon", PackageResources.amazon_yaml),
    ("peers/bytedance", PackageResources.bytedance_yaml),
    ("peers/meta", PackageResources.meta_yaml),
    ("peers/microsoft", PackageResources.microsoft_yaml),
  ]

  /// Tables that they name, and the figures of the articles, by path in the project.
  static let tables: [(path: String, bytes: [UInt8])] = [
    ("seeds/alibaba-quarterly.csv", PackageResources.alibaba_quarterly_csv),
    ("seeds/articles.csv", PackageResources.articles_csv),
    ("seeds/conflicts.csv", PackageResources.conflicts_csv),
    ("seeds/usdcny-daily-later.csv", PackageResources.usdcny_daily_later_csv),
    ("seeds/usdcny-monthly.csv", PackageResources.usdcny_monthly_csv),
  ]

  /// A table that the tool carries with it, such as `seeds/articles.csv`; nil for another path.
  public static func table(at path: String) -> SeedTable? {
    guard let bytes = tables.first(where: { $0.path == path })?.bytes else { return nil }
    return try? SeedTable.read(bytes, name: path).get()
  }

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
