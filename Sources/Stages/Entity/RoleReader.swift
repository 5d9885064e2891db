import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothText

/// The offices and callings that a report gives people, as it states them.
///
/// Before a name, *Norland's deputy foreign minister Ana Ruiz*; set off by commas, *Tomas Rey, a fellow with the
/// Harbour Institute,* and *the mayor, Ana Ruiz,*; after a copula, *Ana Ruiz is the mayor*; and in the words of an
/// unnamed source, *the ministry's spokesperson*.
struct RoleReader {
  private let words: Words
  private let lexicon: Lexicon
  private let roles: RoleWords
  private let nouns: HeadNouns
  /// The names of the text with the group of each, by the token they begin at and the one they end before.
  private let beginning: [Int: [(name: FoundName, group: Int)]]
  private let ending: [Int: (name: FoundName, group: Int)]
  /// Last words of bodies' names: *ministry* of the Transport Ministry.
  private let bodies: [String: Set<Int>]

  struct Role: Hashable {
    var span: Span
    /// The group of the state or body it belongs to.
    var of: Int?
    var standing: Entity.Role.Standing
  }

  /// - Parameter names: in text order.
  init(words: Words, lexicon: Lexicon, actors: ActorLexicon, names: [(name: FoundName, group: Int)])
  {
    self.words = words
    self.lexicon = lexicon
    roles = actors.roles
    nouns = actors.nouns
    beginning = Dictionary(grouping: names) { $0.name.tokens.lowerBound }
    ending = Dictionary(names.map { ($0.name.tokens.upperBound, $0) }) { $1 }
    var bodies: [String: Set<Int>] = [:]
    for (name, group) in names where name.type == .organisation {
      bodies[words.lower[name.tokens.upperBound - 1], default: []].insert(group)
    }
    self.bodies = bodies
  }

  /// The roles that stand around a person's name.
  func roles(around name: FoundName) -> [Role] {
    var roles = before(name.tokens)
    if let after = after(name.tokens) { roles.append(after) }
    // "President Ana Ruiz of Norland"
    if let owner = organisation(behind: name.tokens.upperBound - 1, before: words.lower.count) {
      for index in roles.indices where roles[index].of == nil { roles[index].of = owner }
    }
    return roles
  }

  /// The role that the words of an unnamed source state.
  func role(in tokens: [Int]) -> Role? {
    guard let first = tokens.first, let last = tokens.last else { return nil }
    return described(from: first, before: last + 1)
  }

  // MARK: Before the name

  /// The title before a name, behind what it is in apposition to: *its spokesperson, Colonel Ana Ruiz*.
  private func before(_ name: Range<Int>) -> [Role] {
    guard let (title, start) = title(before: name) else { return [] }
    guard word(start - 1) == ",", let (other, _) = self.title(before: start..<name.upperBound)
    else {
      return [title]
    }
    return [other, title]
  }

  private func title(before name: Range<Int>) -> (role: Role, start: Int)? {
    var head = name.lowerBound - 1
    guard head >= 0 else { return nil }
    let isApposed = word(head) == ","
    if isApposed { head -= 1 }
    let last = head
    if isElect(head) { head -= 2 }
    if !isRole(head), let office = officeOf(endingAt: head) { head = office }
    guard isRole(head),
      !isApposed || [",", "."].contains(word(name.upperBound)) || isVerb(name.upperBound)
    else { return nil }
    var start = start(of: head)
    if isApposed, !isDetermined(start) { return nil }
    let owner = owner(before: start)
    // "former US Secretary of State"
    if let owning = self.name(endingAt: start)?.name, isOwner(owning), owning.tokens.lowerBound > 0,
      standing(word(owning.tokens.lowerBound - 1)) != nil
    {
      start = owning.tokens.lowerBound - 1
    }
    return (role(start, last, of: owner), start)
  }

  /// The noun of *Secretary of State*, given its last word.
  private func officeOf(endingAt last: Int) -> Int? {
    guard words.isCapitalised(last) else { return nil }
    var token = last
    while token > 0, last - token < 4,
      words.isCapitalised(token) || ["of", "the", "and", "for"].contains(word(token))
    {
      if word(token) == "of" || word(token) == "for", isRole(token - 1) { return token - 1 }
      token -= 1
    }
    return nil
  }

  /// The first word of a role whose noun is given.
  private func start(of head: Int) -> Int {
    var start = head
    while start > 0 {
      let before = start - 1
      if name(endingAt: start) != nil { break }
      if ["-", "‐", "‑"].contains(word(before)), before > 0,
        standing(word(before - 1)) != nil || roles.contains(word(before - 1), .modifier)
          || isRole(before - 1)
      {
        start = before - 1
      } else if isModifier(before) || isRole(before) {
        start = before
      } else if word(before) == "and", isRole(before - 1) {
        start = before - 1
      } else {
        break
      }
    }
    return start
  }

  private func isDetermined(_ start: Int) -> Bool {
    ["the", "its", "their", "his", "her", "our", "'s", "’s"].contains(word(start - 1))
      || name(endingAt: start).map { isOwner($0.name) } == true
  }

  /// Who owns the role that starts at a token: *Norland's*, *Spanish*, *Harbour Institute*, *the ministry's*.
  private func owner(before start: Int) -> Int? {
    if let owner = name(endingAt: start), isOwner(owner.name) { return owner.group }
    guard ["'s", "’s", "'", "’"].contains(word(start - 1)) else { return nil }
    if let owner = name(endingAt: start - 1), isOwner(owner.name) { return owner.group }
    let body = bodies[word(start - 2)] ?? []
    return body.count == 1 ? body.first : nil
  }

  private func owner(at token: Int) -> (name: FoundName, group: Int)? {
    beginning[token]?.first { isOwner($0.name) }
  }

  private func isOwner(_ name: FoundName) -> Bool { name.type != .person }

  // MARK: After the name

  private func after(_ name: Range<Int>) -> Role? {
    var token = name.upperBound
    if ["is", "was"].contains(word(token)), ["a", "an", "the"].contains(word(token + 1)) {
      return described(from: token + 1, before: words.lower.count)
    }
    guard word(token) == "," else { return nil }
    token += 1
    // "Ana Ruiz, 44, a driver"
    if words.text.tokens.indices.contains(token), words.text.tokens[token].kind == .number,
      word(token + 1) == ","
    {
      token += 2
    }
    if word(token) == "who", ["is", "was"].contains(word(token + 1)) { token += 2 }
    return described(from: token, before: words.lower.count)
  }

  /// The role that a phrase begins with: its words up to a noun for a person, and whose it is.
  private func described(from first: Int, before end: Int) -> Role? {
    var start = first
    var of: Int?
    while start < min(end, first + Self.mostBefore) {
      if Self.determiners.contains(word(start)) {
        start += 1
      } else if ["'s", "’s", "'", "’"].contains(word(start)) {
        let body = bodies[word(start - 1)] ?? []
        of = of ?? (body.count == 1 ? body.first : nil)
        start += 1
      } else if let owner = owner(at: start), owner.name.tokens.upperBound < end {
        of = owner.group
        start = owner.name.tokens.upperBound
      } else if ["'s", "’s"].contains(word(start + 1)) {
        start += 1
      } else {
        break
      }
    }
    guard let head = head(from: start, before: end), !isTitleOfAnother(head) else { return nil }
    return role(start, head, of: of ?? organisation(behind: head, before: end))
  }

  private static let mostBefore = 12
  private static let determiners: Set<String> = [
    "the", "a", "an", "its", "their", "his", "her", "one", "two", "another", "some",
    "three", "four", "five", "six", "several", "many", "both",
  ]

  /// The noun of the role that starts at a token.
  private func head(from start: Int, before end: Int) -> Int? {
    var token = start
    var head: Int?
    while token < min(end, start + 6), token < words.lower.count {
      if isRole(token) {
        head = token
      } else if head != nil || !mayDescribe(token) {
        break
      }
      token += 1
    }
    // "Eight years his brother's senior"
    return head.flatMap { ["'s", "’s", "'", "’"].contains(word($0 + 1)) ? nil : $0 }
  }

  private func mayDescribe(_ token: Int) -> Bool {
    let isHyphen = ["-", "‐", "‑"].contains(word(token))
    return isHyphen
      || words.text.tokens[token].kind == .word && !Self.closed.contains(word(token))
        && (lexicon.verbs[word(token)] == nil || isModifier(token))
  }

  private static let closed: Set<String> = [
    "who", "which", "that", "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "and",
    "or", "but", "when",
    "where", "while", "after", "before", "is", "was", "are", "were", "has", "had", "have", "will",
    "would",
  ]

  /// *Ana Ruiz, Mayor Jan Berg and …*: the noun belongs to the name behind it.
  private func isTitleOfAnother(_ head: Int) -> Bool {
    beginning[head + 1]?.contains { $0.name.type == .person } ?? false
  }

  private func organisation(behind head: Int, before end: Int) -> Int? {
    guard ["with", "of", "at", "for", "from", "in", "to"].contains(word(head + 1)) else {
      return nil
    }
    let start = ["the", "a", "an"].contains(word(head + 2)) ? head + 3 : head + 2
    // "The son of Norwegian fishermen", "a member of Norland clubs"
    guard start < end, let owner = owner(at: start), !owner.name.isAdjective,
      !isNoun(owner.name.tokens.upperBound)
    else { return nil }
    return owner.group
  }

  // MARK: Words

  private func role(_ start: Int, _ last: Int, of: Int?) -> Role {
    let shown = words.lower[start...last].compactMap(standing).first
    return Role(span: words.span(start..<last + 1), of: of, standing: shown ?? .current)
  }

  private func standing(_ word: String) -> Entity.Role.Standing? {
    if word.hasPrefix("ex-") || roles.contains(word, .former) { return .former }
    if roles.contains(word, .acting) { return .acting }
    return roles.contains(word, .designate) || word.hasSuffix("-elect") ? .designate : nil
  }

  private func isRole(_ token: Int) -> Bool {
    guard token >= 0 else { return false }
    var word = word(token)
    if word.hasPrefix("ex-") { word.removeFirst(3) }
    guard !Self.honorifics.contains(word) else { return false }
    if lexicon.isTitle(word) || roles.contains(word, .role) || roles.contains(word, .office) {
      return true
    }
    let kind = lexicon.sourceNouns[word]
    return nouns.kind(of: word) == .person || kind == .unnamedPerson
      || kind == .unnamedCollective && word.hasSuffix("s")
  }

  /// The last word of *president-elect*.
  private func isElect(_ token: Int) -> Bool {
    roles.contains(word(token), .designate) && ["-", "‐", "‑"].contains(word(token - 1))
      && isRole(token - 2)
  }

  private static let honorifics: Set<String> = [
    "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "sir", "dame", "lord", "lady", "dr", "dr.",
    "mme",
  ]

  private func isModifier(_ token: Int) -> Bool {
    roles.contains(word(token), .modifier) || standing(word(token)) != nil
      || [.organisation, .media].contains(lexicon.sourceNouns[word(token)])
      || words.isCapitalised(token) && words.text.tokens[token].kind == .word
        && !Self.determiners.contains(word(token)) && lexicon.verbs[word(token)] == nil
        && !Self.closed.contains(word(token))
  }

  private func isVerb(_ token: Int) -> Bool { lexicon.verbs[word(token)] != nil }

  /// Whether a noun for people or bodies stands at a token, of which the name before it says which.
  private func isNoun(_ token: Int) -> Bool {
    lexicon.sourceNouns[word(token)] != nil || nouns.kind(of: word(token)) != nil
  }

  private func word(_ token: Int) -> String {
    words.lower.indices.contains(token) ? words.lower[token] : ""
  }

  private func name(endingAt token: Int) -> (name: FoundName, group: Int)? {
    ending[token]
  }
}
