public import QuothLanguage
public import QuothReport

/// Keeps reports in other languages from being misread as English.
public enum LanguageGate {
  /// The language most of a report's running text is in; nil when there is too little to tell.
  ///
  /// - Complexity: O(n) in bytes, over the first 20,000 of the running text.
  public static func language(of report: Report) -> Language? {
    var sample: [UInt8] = []
    let bytes = Array(report.text.utf8)
    for block in report.blocks where block.role == .body && sample.count < sampleLimit {
      sample.append(contentsOf: bytes[block.span.range].prefix(sampleLimit))
      sample.append(UInt8(ascii: "\n"))
    }
    return Language.detect(String(decoding: sample, as: UTF8.self))
  }

  /// Refuses a report that is surely in another language than English.
  ///
  /// A mixture, and a text too short to judge, pass.
  ///
  /// - Throws: ``QuothError`` with slug `report.not-english`, naming the language.
  public static func check(_ report: Report) throws(QuothError) {
    guard let language = language(of: report), language.isReliable, !english.contains(language.code),
      language.percent >= leastShare
    else { return }
    throw QuothError(
      slug: "report.not-english",
      message: "\(report.file ?? report.url?.value ?? "The report"): is in \(language.name), and only English "
        + "is read. Use --force to read it all the same.")
  }

  private static let sampleLimit = 20_000
  /// Per cent of the text that must be in the other language.
  private static let leastShare = 60
  /// Scots is what CLD2 makes of much English from Scotland.
  private static let english: Set<String> = ["en", "sco"]
}
