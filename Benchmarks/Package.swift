// swift-tools-version: 6.1
import PackageDescription

// A package of its own, so that building the tool needs none of this.
//
// Benchmark brings a module Numerics of its own, from swift-numerics. So the target that imports
// ours has no dependency on Benchmark, and the one that has sees the other under another name.
// SwiftPM 6.3 misses that name now and then; Benchmarks/library asks again.
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
      dependencies: [.product(name: "CapexSimulation", package: "capexsim")],
      // Bodies that travel to another module would take our Numerics with them.
      swiftSettings: [.unsafeFlags(["-disable-cmo"])]),
    .executableTarget(
      name: "Core",
      dependencies: [
        "CheckedWork",
        .product(
          name: "Benchmark", package: "benchmark", moduleAliases: ["Numerics": "RealNumerics"]),
      ],
      path: "Benchmarks/Core",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ],
  swiftLanguageModes: [.v6]
)
