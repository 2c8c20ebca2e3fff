// swift-tools-version: 6.2
import PackageDescription

// Every warning is an error in this package's own code.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let strictC: [CSetting] = [.treatAllWarnings(as: .error)]

// Built into the tool, from the folder scenarios.
let builtInScenarios = [
  "alibaba-380b", "alibaba-380b-2025q3", "capacity-bound", "chip-embargo", "currency-shocks",
  "fixed-yuan",
  "overseas-push", "pace-continues", "plan-kept", "price-war", "rate-history", "strong-yuan",
  "yuan-devaluation", "power-bill", "reference-workload", "peers/alphabet", "peers/amazon",
  "peers/bytedance",
  "peers/meta", "peers/microsoft",
]

let package = Package(
  name: "capexsim",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "capexsim", targets: ["capexsim"]),
    // What a program of one's own, or the package in Benchmarks/, can import.
    .library(
      name: "CapexSimulation",
      targets: [
        "NumericalMethods", "PathAlgebra", "CapexModel", "ScenarioFiles", "MonteCarlo",
        "RiskAnalysis",
      ]),
  ],
  traits: [
    .trait(name: "XLSX", description: "Workbooks of Excel, by run --xlsx; needs libxlsxwriter.")
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // MARK: C doors, imported by NumericalMethods alone
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"]), .yum(["gsl-devel"])]),
    .target(name: "CColumnKernels", dependencies: ["CGSL"], cSettings: strictC),

    // MARK: Mathematics
    .target(
      name: "NumericalMethods", dependencies: ["CGSL", "CColumnKernels"], swiftSettings: strict),
    .target(name: "PathAlgebra", dependencies: ["NumericalMethods"], swiftSettings: strict),

    // MARK: The plan and its model
    .target(
      name: "CapexModel", dependencies: ["PathAlgebra", "NumericalMethods"], swiftSettings: strict),
    .target(
      name: "ScenarioFiles",
      dependencies: [
        "CapexModel", "PathAlgebra", "NumericalMethods", .product(name: "Yams", package: "Yams"),
      ],
      // The reports that are expected of them.
      exclude: builtInScenarios.map { "BuiltIn/\($0).txt" },
      // Links to the top-level folders; each file is listed in BuiltInScenarios too.
      resources: builtInScenarios.map { .embedInCode("BuiltIn/\($0).yaml") } + [
        .embedInCode("BuiltInTables/alibaba-quarterly.csv"),
        .embedInCode("BuiltInTables/articles.csv"),
        .embedInCode("BuiltInTables/conflicts.csv"),
        .embedInCode("BuiltInTables/usdcny-daily-later.csv"),
        .embedInCode("BuiltInTables/usdcny-monthly.csv"),
      ],
      swiftSettings: strict),

    // MARK: Simulation and answers
    .target(
      name: "MonteCarlo", dependencies: ["PathAlgebra", "NumericalMethods"], swiftSettings: strict),
    .target(
      name: "RiskAnalysis",
      dependencies: [
        "MonteCarlo", "ScenarioFiles", "CapexModel", "PathAlgebra", "NumericalMethods",
      ],
      swiftSettings: strict),
    .target(
      name: "Reporting",
      dependencies: ["RiskAnalysis", "ScenarioFiles", "CapexModel", "PathAlgebra"],
      swiftSettings: strict),

    // MARK: Workbooks, with the trait XLSX
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter",
      providers: [.apt(["libxlsxwriter-dev", "zlib1g-dev"]), .brew(["libxlsxwriter"])]),
    .target(
      name: "WorkbookFiles",
      dependencies: [
        "Reporting", .target(name: "CXlsxWriter", condition: .when(traits: ["XLSX"])),
      ],
      swiftSettings: strict),

    // MARK: The tool
    .executableTarget(
      name: "capexsim",
      dependencies: [
        "ScenarioFiles", "CapexModel", "MonteCarlo", "RiskAnalysis", "Reporting", "WorkbookFiles",
        "PathAlgebra", "NumericalMethods",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // MARK: Tests, one folder a module
    .testTarget(
      name: "NumericalMethodsTests", dependencies: ["NumericalMethods"], exclude: ["KnownAnswers"],
      swiftSettings: strict),
    .testTarget(
      name: "PathAlgebraTests", dependencies: ["PathAlgebra", "NumericalMethods"],
      swiftSettings: strict),
    .testTarget(
      name: "CapexModelTests",
      dependencies: [
        "CapexModel", "ScenarioFiles", "MonteCarlo", "PathAlgebra", "NumericalMethods",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ScenarioFilesTests",
      dependencies: ["ScenarioFiles", "CapexModel", "NumericalMethods"],
      exclude: ["Files"], swiftSettings: strict),
    .testTarget(
      name: "MonteCarloTests",
      dependencies: [
        "MonteCarlo", "ScenarioFiles", "CapexModel", "PathAlgebra", "NumericalMethods",
      ],
      swiftSettings: strict),
    .target(
      name: "SyntheticResults",
      dependencies: [
        "RiskAnalysis", "MonteCarlo", "CapexModel", "PathAlgebra", "NumericalMethods",
      ],
      path: "Tests/SyntheticResults", swiftSettings: strict),
    .testTarget(
      name: "RiskAnalysisTests",
      dependencies: [
        "RiskAnalysis", "SyntheticResults", "MonteCarlo", "ScenarioFiles", "CapexModel",
        "PathAlgebra", "NumericalMethods",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Reporting", "RiskAnalysis", "SyntheticResults", "MonteCarlo", "CapexModel", "PathAlgebra",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "WorkbookFilesTests",
      dependencies: ["WorkbookFiles", "Reporting", "RiskAnalysis", "SyntheticResults"],
      swiftSettings: strict),
    .testTarget(
      name: "AcceptanceTests",
      dependencies: [
        "ScenarioFiles", "CapexModel", "MonteCarlo", "RiskAnalysis", "Reporting", "PathAlgebra",
        "NumericalMethods",
      ],
      swiftSettings: strict),
    // Feeds batteries of tests for random numbers; see Scripts/dieharder.
    .executableTarget(
      name: "StreamWords", dependencies: ["NumericalMethods"], path: "Tests/StreamWords",
      swiftSettings: strict),
    .testTarget(
      name: "CommandLineTests", dependencies: ["capexsim", "RiskAnalysis"], swiftSettings: strict),
    .testTarget(name: "ProjectRulesTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
