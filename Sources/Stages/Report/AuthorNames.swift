/// The names in one or more bylines.
///
///     AuthorNames(["By Ilse Brandt and Ivo Maric"]).names     // ["Ilse Brandt", "Ivo Maric"]
///
/// A name stays as spelled. Addresses, e-mail addresses and markup are dropped; a name given twice
/// is kept once.
struct AuthorNames {
  /// Names kept; whoever lists more is listing something else.
  static let limit = 64

  private(set) var names: [String] = []

  init(_ texts: [String]) {
    // "(Image: Meridian Wire/Ekphoto)" credits a picture.
    for text in texts where text.utf8.count <= 1000 && !text.hasPrefix("(") {
      for part in Self.split(Self.withoutLead(Wording.tidy(text))) { add(part) }
    }
  }

  private mutating func add(_ part: String) {
    let name = Self.withoutLead(Wording.tidy(part))
    guard 2...80 ~= name.utf8.count, !name.contains("://"), !name.contains("@"),
      !name.contains("<"),
      !name.hasPrefix("("),
      name.unicodeScalars.contains(where: \.properties.isAlphabetic)
    else { return }
    let folded = Wording.folded(name)
    guard names.count < Self.limit, !names.contains(where: { Wording.folded($0) == folded }) else {
      return
    }
    names.append(name)
  }

  /// Without `By` and the like at its head.
  private static func withoutLead(_ text: String) -> String {
    let lower = text.lowercased()
    for lead in [
      "by ", "by: ", "written by ", "story by ", "posted by ", "author: ", "reported by ",
    ]
    where lower.hasPrefix(lead) {
      return String(decoding: Array(text.utf8.dropFirst(lead.utf8.count)), as: UTF8.self)
    }
    return text
  }

  /// Cuts at commas, semicolons, bars, slashes, ampersands and `and`.
  private static func split(_ text: String) -> [String] {
    let isAddress = text.contains("://")
    let pieces = isAddress ? [Substring(text)] : text.split(separator: "/")
    return pieces.flatMap { piece in
      var parts: [String] = [""]
      for word in piece.split(separator: " ") {
        if ["and", "&", "|", "with"].contains(word.lowercased()) {
          parts.append("")
          continue
        }
        let ends = word.last == "," || word.last == ";"
        if parts[parts.count - 1] != "" { parts[parts.count - 1] += " " }
        parts[parts.count - 1] += ends ? word.dropLast() : word
        if ends { parts.append("") }
      }
      return parts
    }
  }
}
