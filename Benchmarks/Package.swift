// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building the tool needs none of this.
let package = Package(
  name: "capexsim-benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "capexsim", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "CheckedWork",
      dependencies: [.product(name: "CapexSimulation", package: "capexsim")]),
    .executableTarget(
      name: "Core",
      dependencies: ["CheckedWork", .product(name: "Benchmark", package: "benchmark")],
      path: "Benchmarks/Core",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
