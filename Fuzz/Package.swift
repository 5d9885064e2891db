// swift-tools-version: 6.2
import PackageDescription

/// One program for each parser; libFuzzer brings `main` and calls `LLVMFuzzerTestOneInput`.
func fuzz(_ name: String) -> Target {
  .executableTarget(
    name: "Fuzz\(name)",
    dependencies: [.product(name: "Quoth", package: "quoth")],
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "quoth-fuzz",
  dependencies: [.package(name: "quoth", path: "..")],
  targets: [
    fuzz("HTML"),
    fuzz("Text"),
  ],
  swiftLanguageModes: [.v6]
)
