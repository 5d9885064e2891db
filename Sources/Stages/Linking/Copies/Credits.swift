public import QuothReport
public import QuothText

/// An agency or outlet that a report names as where its copy, or a part of it, comes from.
public struct Credit: Sendable, Hashable {
  /// In full where the report or the lexicon has it: `Coastal News Agency` for `CNA`.
  public var name: String
  /// The name as it stands in the text; nil when only the page's own data has it.
  public var span: Span?
  public var scope: Scope

  public init(name: String, span: Span? = nil, scope: Scope) {
    self.name = name
    self.span = span
    self.scope = scope
  }

  public enum Scope: String, Sendable, Hashable {
    /// The report is theirs: `SALTPORT (CNA) —`, `By the Associated Press`, `First published by …`.
    case whole
    /// Something of theirs is in it: `With files from …`, `… contributed to this report`.
    case files
    /// Someone spoke to them: *told AP*.
    case quotation
  }
}

/// What a report says of where its copy came from.
///
/// Credit lines, bylines and the dateline are those that ``Report`` found; here they are read for names,
/// and running text for *told AP* and an agency in parentheses after a paragraph's last stop. An agency
/// is known from the lexicon of agencies, by what its name ends in (*Agency*, *Press*, *Newswire*), or
/// as a few capitals that stand where only agencies do.
///
///     Credits(text).all.first?.name     // "Coastal News Agency"
public struct Credits: Sendable {
  /// In text order, those without a place last; no name twice in one scope.
  public private(set) var all: [Credit] = []

  /// - Complexity: O(n) in bytes of the text.
  public init(_ text: Text) {
    let reader = CreditReader(text)
    for sentence in text.sentences {
      switch sentence.role {
      case .credit: reader.creditLine(sentence).forEach { add($0) }
      case .caption: break
      default: (reader.told(sentence) + reader.parenthesis(sentence)).forEach { add($0) }
      }
    }
    for line in text.report.credit + (text.report.byline?.value ?? []) {
      guard let name = reader.statedAgency(line),
        !all.contains(where: { $0.scope != .quotation && line.contains($0.name) || $0.name == name }
        )
      else { continue }
      add(Credit(name: name, scope: .whole))
    }
  }

  private mutating func add(_ credit: Credit) {
    if !all.contains(where: { $0.name == credit.name && $0.scope == credit.scope }) {
      all.append(credit)
    }
  }
}

/// Reads names of agencies off the tokens of one report.
private struct CreditReader {
  let text: Text
  let bytes: [UInt8]
  /// Names in the report that end as agencies' do, by their initials.
  private var namesByInitials: [String: String] = [:]

  init(_ text: Text) {
    self.text = text
    bytes = Array(text.report.text.utf8)
    let named = names(in: text.tokens.indices).map(\.text).filter(AgencyNames.endsAsAgency)
    for name in named + [text.report.publisher?.value].compactMap(\.self) {
      let initials = String(name.split(separator: " ").compactMap(\.first).filter(\.isUppercase))
      if initials.count > 1 { namesByInitials[initials] = name }
    }
  }

  // MARK: Credit lines

  /// The agencies that a byline, a credit line or a dateline names.
  func creditLine(_ sentence: Sentence) -> [Credit] {
    let line = Wording.folded(slice(sentence.span))
    let scope: Credit.Scope = Self.filesPhrases.contains { line.contains($0) } ? .files : .whole
    let isForeign = Self.publishedPhrases.contains { line.contains($0) }
    let isDateline = text.report.dateline.map { sentence.span.start == $0.span.start } ?? false
    return names(in: sentence.tokens).compactMap { name in
      guard isForeign || isAgency(name.text, capitals: !isDateline || isInParentheses(name.tokens))
      else { return nil }
      if isDateline, !isInParentheses(name.tokens) { return nil }
      return Credit(name: fullName(name.text), span: name.span, scope: scope)
    }
  }

  private static let filesPhrases = [
    "files from", "inputs from", "contributed", "with reporting", "additional reporting",
    "with agencies", "compiled",
  ]
  private static let publishedPhrases = [
    "published by", "published in", "published on", "appeared in", "appeared on",
  ]

  // MARK: Running text

  /// *told AP*, *told the Coastal News Agency*.
  func told(_ sentence: Sentence) -> [Credit] {
    sentence.tokens.dropLast().compactMap { token in
      guard ["told", "tells"].contains(slice(text.tokens[token].span)) else { return nil }
      let isNamed = slice(text.tokens[token + 1].span).lowercased() == "the"
      let start = min(token + (isNamed ? 2 : 1), sentence.tokens.upperBound)
      guard let name = names(in: start..<sentence.tokens.upperBound).first,
        name.tokens.lowerBound == start, isAgency(name.text, capitals: false)
      else { return nil }
      return Credit(name: fullName(name.text), span: name.span, scope: .quotation)
    }
  }

  /// An agency alone in parentheses at the end of a paragraph: *… on Tuesday. (CNA)*
  func parenthesis(_ sentence: Sentence) -> [Credit] {
    guard
      sentence.tokens.upperBound
        == text.sentences[text.blocks[sentence.block]].last?.tokens.upperBound
    else { return [] }
    return names(in: sentence.tokens.suffix(8)).filter { name in
      isInParentheses(name.tokens) && name.tokens.upperBound + 2 >= sentence.tokens.upperBound
        && isAgency(name.text, capitals: false)
    }.map { Credit(name: fullName($0.text), span: $0.span, scope: .whole) }
  }

  private func isInParentheses(_ tokens: Range<Int>) -> Bool {
    tokens.lowerBound > 0 && tokens.upperBound < text.tokens.count
      && slice(text.tokens[tokens.lowerBound - 1].span) == "("
      && slice(text.tokens[tokens.upperBound].span) == ")"
  }

  // MARK: Names

  /// The agency that a line of the page's own data names as a whole.
  func statedAgency(_ line: String) -> String? {
    let line = line.hasPrefix("The ") ? String(line.dropFirst(4)) : line
    return isAgency(line, capitals: false) ? fullName(line) : nil
  }

  /// - Parameter capitals: whether any few capitals are taken for an agency.
  private func isAgency(_ name: String, capitals: Bool) -> Bool {
    NewsAgencies.contains(name) || AgencyNames.endsAsAgency(name) || namesByInitials[name] != nil
      || capitals && AgencyNames.isInitials(name)
  }

  private func fullName(_ name: String) -> String {
    AgencyNames.full[Wording.folded(name)] ?? namesByInitials[name] ?? name
  }

  /// Runs of words with capital initials, without *The* before them.
  private func names(in tokens: Range<Int>) -> [(text: String, span: Span, tokens: Range<Int>)] {
    var names: [(text: String, span: Span, tokens: Range<Int>)] = []
    var start: Int?
    func close(_ end: Int) {
      guard var first = start else { return }
      start = nil
      while first < end, AgencyNames.leading.contains(slice(text.tokens[first].span)) { first += 1 }
      guard first < end else { return }
      let span = Span(start: text.tokens[first].span.start, end: text.tokens[end - 1].span.end)
      names.append((slice(span), span, first..<end))
    }
    for token in tokens {
      let span = text.tokens[token].span
      let isCapital = bytes[span.start] &- UInt8(ascii: "A") < 26
      let joins =
        start != nil && token + 1 < tokens.upperBound
        && bytes[text.tokens[token + 1].span.start] &- UInt8(ascii: "A") < 26
        && ["-", "of"].contains(slice(span))
      if isCapital { start = start ?? token } else if !joins { close(token) }
    }
    close(tokens.upperBound)
    return names
  }

  private func slice(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
}

/// How agencies are called.
private enum AgencyNames {
  /// Words with a capital that may stand before a name in a credit line and are no part of it.
  static let leading: Set<String> = [
    "The", "By", "With", "From", "Files", "Source", "Additional", "Reporting", "Edited", "First",
    "This", "Originally", "Published", "Compiled", "Inputs",
  ]

  static func endsAsAgency(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last else { return false }
    return ["Agency", "Agencies", "Press", "Newswire", "Newswires", "Wire", "Wires"].contains(last)
      || name.hasSuffix("News Service")
  }

  static func isInitials(_ name: String) -> Bool {
    2...5 ~= name.utf8.count && name.utf8.allSatisfy { 0x41...0x5A ~= $0 }
  }

  /// Short and long names of one agency, folded, by the one it is told under.
  static let full: [String: String] = [
    "ap": "Associated Press", "the associated press": "Associated Press",
    "associated press": "Associated Press", "ap news": "Associated Press",
    "afp": "Agence France-Presse", "agence france presse": "Agence France-Presse",
    "pa": "Press Association", "pa media": "Press Association",
    "pti": "Press Trust of India", "upi": "United Press International",
    "aap": "Australian Associated Press", "dpa": "Deutsche Presse-Agentur",
    "deutsche presse agentur": "Deutsche Presse-Agentur",
  ]
}
