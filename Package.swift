// swift-tools-version: 6.2
import PackageDescription

/// The rules every Swift target is built under (Documentation/Style.md).
let rules: [SwiftSetting] = [
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
  .strictMemorySafety(),
  .treatWarning("StrictMemorySafety", as: .error),
]

/// A step that a report passes through, in `Sources/Stages`.
func stage(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(
    name: "Quoth\(name)", dependencies: dependencies, path: "Sources/Stages/\(name)",
    swiftSettings: rules)
}

/// A Swift module that speaks our words for one C library, in `Sources/Bridges`.
func bridge(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(
    name: "Quoth\(name)", dependencies: dependencies, path: "Sources/Bridges/\(name)",
    swiftSettings: rules)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: dependencies + ["QuothTestSupport"],
    path: "Tests/\(name)Tests", exclude: exclude, swiftSettings: rules)
}

let package = Package(
  name: "quoth",
  products: [
    .library(name: "Quoth", targets: ["Quoth"]),
    .executable(name: "quoth", targets: ["QuothCommand"]),
  ],
  targets: [
    // Stages, in the order a report meets them.
    stage("Report", ["QuothMarkup"]),
    stage("Intake", ["QuothReport", "QuothMarkup"]),
    stage("Text", ["QuothReport"]),
    stage("Time", ["QuothReport", "QuothText"]),
    .target(
      name: "QuothEngine", dependencies: ["QuothKernels", "QuothSystem"], path: "Sources/Engine",
      swiftSettings: rules),
    stage("Syntax", ["QuothReport", "QuothText", "QuothEngine", "QuothKernels"]),
    stage("Annotation", ["QuothReport", "QuothText", "QuothTime", "QuothEngine", "QuothSyntax"]),
    stage("Entity", ["QuothReport", "QuothText", "QuothSyntax", "QuothAnnotation"]),
    stage("Place", ["QuothReport", "QuothText", "QuothSystem"]),
    stage(
      "Statement",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothEngine", "QuothSyntax", "QuothAnnotation",
        "QuothPlace",
      ]),
    stage(
      "Linking",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation", "QuothEntity",
        "QuothPlace", "QuothStatement",
      ]),
    stage(
      "Ledger",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation", "QuothPlace",
        "QuothStatement", "QuothLinking", "QuothDatabase",
      ]),
    stage(
      "View",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation", "QuothPlace",
        "QuothStatement", "QuothLinking", "QuothLedger",
      ]),

    // Bridges: a C library behind one small module each.
    .systemLibrary(
      name: "CQuothXML", path: "Sources/Bridges/CXML", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]),
    bridge("Markup", ["CQuothXML"]),
    .target(name: "CQuothDNNL", path: "Sources/Bridges/CDNNL"),
    bridge("Kernels", ["CQuothDNNL", "QuothSystem"]),
    .target(
      name: "CQuothLanguage", path: "Sources/Bridges/CLanguage",
      linkerSettings: [.linkedLibrary("cld2")]),
    bridge("Language", ["CQuothLanguage"]),
    .systemLibrary(
      name: "CQuothDigest", path: "Sources/Bridges/CDigest", pkgConfig: "libmd",
      providers: [.apt(["libmd-dev"])]),
    bridge("Digest", ["CQuothDigest"]),
    .systemLibrary(
      name: "CQuothArchive", path: "Sources/Bridges/CArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]),
    bridge("Archive", ["CQuothArchive", "QuothSystem"]),
    .systemLibrary(
      name: "CQuothSQLite", path: "Sources/Bridges/CSQLite", pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"])]),
    bridge("Database", ["CQuothSQLite"]),
    bridge("System"),
    bridge("Fetch"),
    bridge("Loopback"),

    // Apps.
    .target(
      name: "Quoth",
      dependencies: [
        "QuothMarkup", "QuothReport", "QuothText", "QuothTime", "QuothEngine", "QuothSyntax",
        "QuothAnnotation", "QuothEntity", "QuothPlace", "QuothStatement", "QuothLinking",
        "QuothLedger", "QuothView", "QuothLanguage", "QuothDigest", "QuothArchive",
        "QuothIntake", "QuothSystem",
      ],
      path: "Sources/Apps/Quoth", swiftSettings: rules),
    .executableTarget(
      name: "QuothCommand",
      dependencies: [
        "Quoth", "QuothReport", "QuothText", "QuothTime", "QuothEngine", "QuothAnnotation",
        "QuothLinking", "QuothLedger", "QuothIntake", "QuothView", "QuothSystem", "QuothFetch",
      ],
      path: "Sources/Apps/Command", swiftSettings: rules),

    // Tests mirror Sources.
    .target(
      name: "QuothTestSupport", dependencies: ["QuothReport", "QuothSyntax"], path: "Tests/Support",
      swiftSettings: rules),
    tests("Report", ["QuothReport", "QuothMarkup"]),
    tests(
      "Bridges",
      [
        "QuothArchive", "QuothDigest", "QuothLanguage", "QuothSystem", "QuothFetch",
        "QuothLoopback",
      ]),
    tests("Intake", ["Quoth", "QuothReport", "QuothIntake"]),
    tests("Text", ["QuothReport", "QuothText"]),
    tests("Time", ["QuothReport", "QuothText", "QuothTime"]),
    tests("Engine", ["QuothEngine", "QuothKernels", "QuothSystem"]),
    tests("Syntax", ["QuothReport", "QuothText", "QuothEngine", "QuothSyntax"]),
    tests(
      "Annotation",
      ["QuothReport", "QuothText", "QuothTime", "QuothEngine", "QuothSyntax", "QuothAnnotation"],
      exclude: ["Parity"]),
    tests("Entity", ["QuothReport", "QuothText", "QuothSyntax", "QuothAnnotation", "QuothEntity"]),
    tests("Place", ["QuothReport", "QuothText", "QuothPlace"]),
    tests(
      "Statement",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation", "QuothStatement",
      ]),
    tests("Linking", ["QuothReport", "QuothText", "QuothLinking"]),
    tests(
      "View",
      [
        "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation", "QuothPlace",
        "QuothStatement", "QuothView",
      ]),
    tests(
      "Evaluation",
      [
        "Quoth", "QuothReport", "QuothText", "QuothTime", "QuothSyntax", "QuothAnnotation",
        "QuothPlace", "QuothStatement",
      ]),
    tests(
      "Phenomena",
      [
        "Quoth", "QuothReport", "QuothText", "QuothTime", "QuothAnnotation", "QuothStatement",
        "QuothView",
      ], exclude: ["Cases"]),
    tests(
      "Command",
      [
        "Quoth", "QuothCommand", "QuothAnnotation", "QuothStatement", "QuothView", "QuothSystem",
        "QuothDigest",
      ]),
    tests("Ledger", ["Quoth", "QuothReport", "QuothStatement", "QuothLedger", "QuothView"]),
    tests(
      "World", ["Quoth", "QuothReport", "QuothLedger", "QuothSystem"],
      exclude: ["World", "Blind", "README.md"]),
    tests("Documentation", []),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
