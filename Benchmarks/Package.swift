// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "quoth-benchmarks",
  dependencies: [.package(name: "quoth", path: "..")],
  targets: [
    .executableTarget(
      name: "encoder", dependencies: [.product(name: "Quoth", package: "quoth")],
      path: "Sources/Encoder"),
    .executableTarget(
      name: "extraction", dependencies: [.product(name: "Quoth", package: "quoth")],
      path: "Sources/Extraction"),
  ],
  swiftLanguageModes: [.v6]
)
