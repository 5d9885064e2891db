/// The names in a byline, and the paper or agency after them.
///
///     Byline("By Ana Ruiz and Tom Ek, Harbour Herald").affiliation     // "Harbour Herald"
struct Byline {
  private(set) var names: [String] = []
  /// The first thing after the names that is a proper name; nil for a post such as `Staff Writer`.
  private(set) var affiliation: String?

  init(_ line: String) {
    let clauses = Self.clauses(line)
    guard let head = clauses.first else { return }
    let segments = head.split(separator: ",").map { Wording.tidy(String($0)) }.filter {
      !$0.isEmpty
    }
    let count = Self.nameCount(segments)
    var authors: [String] = []
    for segment in segments.prefix(count) {
      let (name, place) = Self.cut(segment)
      authors.append(name)
      if let place, affiliation == nil { affiliation = place }
    }
    names = AuthorNames(authors).names
    affiliation =
      affiliation
      ?? (segments.dropFirst(count) + clauses.dropFirst()).first(where: Self.isProperName)
  }

  /// The line without `By`, cut at bars, dots and dashes that stand apart.
  private static func clauses(_ line: String) -> [String] {
    var clauses: [[Substring]] = [[]]
    for word in line.split(separator: " ") {
      if ["|", "·", "•", "-", "–", "—", "/"].contains(word) {
        clauses.append([])
      } else {
        clauses[clauses.count - 1].append(word)
      }
    }
    return clauses.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
  }

  /// How many of the parts between commas are names: up to the one with `and`, else the first, or all
  /// when there are three and more.
  private static func nameCount(_ segments: [String]) -> Int {
    let last = segments.lastIndex { segment in
      segment.split(separator: " ").contains { $0 == "and" || $0 == "&" }
    }
    if let last { return last + 1 }
    let allNames =
      segments.count > 2
      && segments.allSatisfy { 2...3 ~= $0.split(separator: " ").count && isProperName($0) }
    return allNames ? segments.count : min(1, segments.count)
  }

  /// Cuts `Ana Ruiz in Saltport` and `Ana Ruiz for the Harbour Herald`; only the paper is kept.
  private static func cut(_ segment: String) -> (name: String, place: String?) {
    let words = segment.split(separator: " ")
    guard let cut = words.firstIndex(where: { ["in", "for", "at", "of", "from"].contains($0) }),
      cut > 1
    else {
      return (segment, nil)
    }
    let rest = words[(cut + 1)...].drop { $0 == "the" }.joined(separator: " ")
    return (
      words[..<cut].joined(separator: " "), words[cut] == "in" || words[cut] == "from" ? nil : rest
    )
  }

  private static func isProperName(_ text: String) -> Bool {
    let words = text.split(separator: " ")
    let posts: Set<String> = [
      "Staff", "Writer", "Reporter", "Correspondent", "Editor", "Columnist", "Published", "Updated",
    ]
    return !words.isEmpty && Timestamp(text) == nil
      && words.allSatisfy { word in
        (word.first?.isUppercase ?? false || ["of", "the", "and"].contains(word))
          && !posts.contains(String(word))
      }
  }
}

/// The name of a newspaper or station.
enum Masthead {
  /// The name before the first comma, bar or dash of a line: `Harbour Herald, 4 March 2026`.
  ///
  /// - Returns: nil when it is not capitalised throughout, or has no word that such names have.
  static func leading(_ line: String) -> String? {
    let head = line.prefix { !",|·•–—(".contains($0) }
    let words = head.split(separator: " ")
    guard 1...5 ~= words.count, words.contains(where: { nouns.contains(String($0)) }),
      words.allSatisfy({ $0.first?.isUppercase ?? false || ["of", "the", "and"].contains($0) })
    else { return nil }
    return words.joined(separator: " ")
  }

  private static let nouns: Set<String> = [
    "Advertiser", "Agencies", "Agency", "Argus", "Broadcasting", "Bulletin", "Chronicle", "Citizen",
    "Courant", "Courier",
    "Daily", "Dispatch", "Echo", "Examiner", "Express", "Gazette", "Globe", "Guardian", "Herald",
    "Independent", "Inquirer", "Journal", "Ledger", "Mail", "Mercury", "Mirror", "Monitor", "News",
    "Observer", "Online", "Post", "Press", "Radio", "Record", "Register", "Review", "Sentinel",
    "Standard",
    "Star", "Sun", "Telegraph", "Times", "Today", "Tribune", "Voice", "Weekly",
  ]
}
