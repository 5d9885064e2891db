// swift-tools-version: 6.2
import PackageDescription

/// One program for each parser; libFuzzer brings `main` and calls `LLVMFuzzerTestOneInput`.
func fuzz(_ name: String) -> Target {
  .executableTarget(
    name: "Fuzz\(name)",
    dependencies: ["FuzzChecks", .product(name: "Quoth", package: "quoth")],
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "quoth-fuzz",
  dependencies: [.package(name: "quoth", path: "..")],
  targets: [
    .target(name: "FuzzChecks", dependencies: [.product(name: "Quoth", package: "quoth")]),
    // The parser belongs to the program, which no other package can import: its files are linked.
    .executableTarget(
      name: "FuzzArguments", swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    fuzz("Dates"),
    fuzz("Feed"),
    fuzz("Gold"),
    fuzz("HTML"),
    fuzz("JSON"),
    fuzz("Lexicon"),
    fuzz("Manifest"),
    fuzz("Reading"),
    fuzz("Report"),
    fuzz("Subwords"),
    fuzz("Text"),
    fuzz("Vocabulary"),
    fuzz("WebArchive"),
    fuzz("Weights"),
  ],
  swiftLanguageModes: [.v6]
)
