import QuothAnnotation
import QuothStatement
import QuothTime

/// What is looked for in the statements of a ledger: words, phrases in quotation marks, and fields.
///
///     try SearchQuery("bridge \"fired on civilians\" holder:Brandt certainty:probable from:2026-03-01")
///
/// All of it has to hold. Words are compared by their stems, without accents; `bridg*` stands for all words that
/// begin so.
public struct SearchQuery: Sendable, Hashable {
  public enum Field: String, Sendable, Hashable, CaseIterable {
    case source, holder, about, act, certainty, kind, place, from, to, publisher
  }

  struct Words: Hashable {
    var text: String
    var isBeginning: Bool
  }

  private(set) var words: [Words] = []
  private(set) var fields: [Field: [String]] = [:]

  /// - Throws: ``LedgerError/wrongQuery(reason:)`` saying what does not fit.
  public init(_ text: String) throws(LedgerError) {
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard !rest.isEmpty else { break }
      let name = rest.prefix { $0.isASCII && $0.isLetter }
      let behind = rest[name.endIndex...]
      if !name.isEmpty, behind.first == ":" {
        rest = behind.dropFirst()
        guard let field = Field(rawValue: name.lowercased()) else {
          throw .wrongQuery(
            reason: "There is no field “\(name)”. Fields are "
              + Field.allCases.map(\.rawValue).joined(separator: ", ")
              + "; in quotation marks it is looked for as a word.")
        }
        try add(field, try Self.value(&rest).text)
      } else {
        let (value, isQuoted) = try Self.value(&rest)
        add(value, isQuoted: isQuoted)
      }
    }
    guard !isEmpty || text.allSatisfy(\.isWhitespace) else {
      throw .wrongQuery(reason: "“\(text)” has no word to look for.")
    }
  }

  public var isEmpty: Bool { words.isEmpty && fields.isEmpty }

  /// Adds a field, as if it stood in the query.
  public mutating func add(_ field: Field, _ value: String) throws(LedgerError) {
    let value = value.trimmed
    guard !value.isEmpty else {
      throw .wrongQuery(reason: "The field “\(field.rawValue)” has nothing behind its colon.")
    }
    let known: [String]?
    switch field {
    case .act: known = Attribution.Act.allCases.map(\.rawValue)
    case .kind: known = Attribution.Kind.allCases.map(\.rawValue)
    case .certainty: known = Array(Self.grades.keys)
    case .from, .to:
      guard value.utf8.count == 10, CalendarDay(value) != nil else {
        throw .wrongQuery(
          reason: "“\(field.rawValue)” takes a day such as 2026-03-04, not “\(value)”.")
      }
      known = nil
    case .source, .holder, .about, .place, .publisher: known = nil
    }
    if let known, !known.contains(where: { $0.lowercased() == value.lowercased() }) {
      throw .wrongQuery(
        reason: "“\(field.rawValue)” takes one of \(known.sorted().joined(separator: ", ")), "
          + "not “\(value)”.")
    }
    fields[field, default: []].append(value)
  }

  /// For each word of certainty the codes that it stands for; a code stands for itself.
  static let grades: [String: [String]] = [
    "certain": ["CT+", "CT-"], "probable": ["PR+", "PR-"], "possible": ["PS+", "PS-"],
    "open": ["Uu"], "CT+": ["CT+"], "CT-": ["CT-"], "PR+": ["PR+"], "PR-": ["PR-"],
    "PS+": ["PS+"], "PS-": ["PS-"], "Uu": ["Uu"],
  ]

  private mutating func add(_ value: String, isQuoted: Bool) {
    let isBeginning = !isQuoted && value.hasSuffix("*")
    guard value.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    words.append(Words(text: value, isBeginning: isBeginning))
  }

  /// What stands up to the next blank or, in quotation marks, up to the next mark.
  private static func value(
    _ rest: inout Substring
  ) throws(LedgerError) -> (text: String, isQuoted: Bool) {
    guard let first = rest.first, let mark = closing[first] else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return (String(value), false)
    }
    rest = rest.dropFirst()
    guard let end = rest.firstIndex(of: mark) else {
      throw .wrongQuery(reason: "A quotation mark is not closed: “\(rest)”.")
    }
    defer { rest = rest[rest.index(after: end)...] }
    return (String(rest[..<end]), true)
  }

  private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»"]
}

extension SearchQuery {
  /// The part that full text answers, in the syntax of FTS5; nil where there is none.
  ///
  /// Every word and phrase is a string of FTS5, in which nothing but a quotation mark has a meaning.
  /// Source: https://sqlite.org/fts5.html#full_text_query_syntax
  var match: String? {
    let plain = words.map { Self.string($0.text) + ($0.isBeginning ? " *" : "") }
    let holders = (fields[.holder] ?? []).map { "holders : " + Self.string($0) }
    let all = plain + holders
    return all.isEmpty ? nil : all.joined(separator: " AND ")
  }

  static func string(_ words: String) -> String {
    "\""
      + words.filter { $0 != "\0" }.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}

extension String {
  fileprivate var trimmed: String {
    let start = self.drop(while: \.isWhitespace)
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
