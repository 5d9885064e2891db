import QuothEntity

/// A body as a report names it, taken apart: *Kareth's interior ministry in a statement*.
///
///     BodyName("Kareth's interior ministry on Monday", lands: ["kareth"]).owner     // "kareth"
struct BodyName {
  /// The name without its owner, in lower case; empty for none.
  private(set) var body: [Substring]
  /// Whose it is.
  private(set) var owner: String?

  /// - Parameter lands: names of states and places that the report names, in lower case.
  init(_ name: String, lands: Set<String>) {
    var words: [Substring] = []
    var owning: [Substring] = []
    for word in name.split(whereSeparator: \.isWhitespace) {
      let key = NameKey(word).text
      if Self.ends.contains(key) || key == "of" && words.isEmpty { break }
      if words.isEmpty, owning.isEmpty, Self.determiners.contains(key) { continue }
      words += NameKey(word).words.map { Substring($0) }
      if owning.isEmpty, let last = words.last, Self.isPossessive(word) {
        owning = words.dropLast() + [last.hasSuffix("s") ? last.dropLast() : last]
        words = []
      }
      if let last = word.last, ",;:".contains(last) { break }
    }
    if let mark = words.firstIndex(of: "of") {
      let rest = words[(mark + 1)...].filter { !Self.determiners.contains(String($0)) }
      if lands.contains(rest.joined(separator: " ")) {
        owning = rest
        words = Array(words[..<mark])
      } else {
        words.remove(at: mark)
      }
    }
    if words.isEmpty || words.last.map({ Self.documents.contains($0) }) ?? false, !owning.isEmpty {
      (words, owning) = (owning, [])
    }
    if owning.isEmpty, words.count > 1, lands.contains(String(words[0])) {
      owning = [words.removeFirst()]
    }
    body = words
    owner = owning.isEmpty ? nil : owning.joined(separator: " ")
  }

  /// The owner's words and its own.
  var text: String? { body.isEmpty ? nil : body.joined(separator: " ") }

  private static func isPossessive(_ word: Substring) -> Bool {
    ["'s", "’s", "s'", "s’"].contains { word.hasSuffix($0) }
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "that", "this",
  ]
  /// Words that end a name.
  private static let ends: Set<String> = [
    "in", "on", "at", "from", "for", "with", "who", "which", "after", "before", "there", "here",
    "today",
    "yesterday", "working", "speaking", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday",
  ]
  /// What a body says something in.
  private static let documents: Set<Substring> = [
    "statement", "bulletin", "letter", "report", "filing", "website", "site", "account", "count",
    "figures", "tally", "release", "notice",
  ]
}
