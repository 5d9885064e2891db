import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothSyntax
import QuothText
import QuothTime

/// Why the fields of a statement are what they are, as far as its words and the grammar show it.
struct StatementReasons: Sendable {
  /// A field, its value, and the words and scores that made it.
  struct Field: Sendable, Hashable {
    var name: String
    var value: String
    var because: [String]
  }

  let fields: [Field]

  /// - Parameter scores: What the head of certainty says of each token, -3 to 3; empty where nobody
  ///   knows.
  init(_ statement: Statement, in claims: Claims, scores: [Float?]) {
    let reader = ReasonReader(statement, in: claims, scores: scores)
    fields = [
      reader.holder, reader.certainty, reader.reporterCertainty, reader.timeClass, reader.time,
      reader.place, reader.predicateField,
    ].compactMap(\.self)
  }
}

/// Looks for the reasons of one statement.
private struct ReasonReader {
  let statement: Statement
  let claims: Claims
  let scores: [Float?]
  let claim: Claim
  /// The token that the statement hangs on.
  let predicate: Int?

  init(_ statement: Statement, in claims: Claims, scores: [Float?]) {
    self.statement = statement
    self.claims = claims
    self.scores = scores
    claim = Claim(statement, in: claims.index)
    predicate = Self.predicate(of: statement, in: claims.index.reading)
  }

  private var reading: Reading { claims.index.reading }
  private var attribution: Attribution? { claims.attribution(claim) }

  // MARK: Fields

  var holder: StatementReasons.Field {
    guard let attribution else {
      return .init(
        name: "holder", value: claims.holderName(claim.holder),
        because: ["stands in no attribution"])
    }
    let layers = claims.index.layers(attribution.id).map { "a\($0 + 1)" }
    return .init(
      name: "holder", value: claims.holderName(claim.holder),
      because: ["the source of \(layers.last ?? "")"]
        + (layers.count > 1 ? ["within \(layers.dropLast().joined(separator: ", "))"] : []))
  }

  var certainty: StatementReasons.Field {
    var because = hedges + operators + embeddings
    if let attribution, !attribution.cue.isEmpty {
      because.append(
        "cue “\(claims.index.words.line(attribution.cue))”, act \(attribution.act.rawValue)")
    }
    if because.isEmpty { because.append("nothing grades it") }
    return .init(name: "certainty", value: statement.certainty.code, because: because)
  }

  var reporterCertainty: StatementReasons.Field {
    let because: String =
      if statement.attribution == nil {
        "the report's own voice"
      } else if statement.reporterCertainty.degree == .none {
        "stands within an attribution"
      } else {
        "the cue takes it for a fact"
      }
    return .init(name: "reporter", value: statement.reporterCertainty.code, because: [because])
  }

  var timeClass: StatementReasons.Field {
    var because: [String] = []
    if let predicate, let word = reading.syntax?.words[predicate] {
      because.append("“\(form(predicate))” \(word.tag)")
      because += auxiliaries.map { "“\(form($0))” \(reading.syntax?.words[$0]?.tag ?? "")" }
    }
    return .init(name: "class", value: statement.timeClass.rawValue, because: because)
  }

  var time: StatementReasons.Field? {
    statement.time.map { time in
      .init(
        name: "time", value: time.value,
        because: ["“\(claims.index.words.line(time.span))”", "settled by \(time.basis.rawValue)"])
    }
  }

  var place: StatementReasons.Field? {
    guard let number = statement.place, reading.places.indices.contains(number) else { return nil }
    let place = reading.places[number]
    let near = place.mentions.first { mention in
      statement.spans.contains { $0.overlaps(mention) }
    }
    let words = (near ?? place.mentions.first).map { "“\(claims.index.words.line($0))”" }
    return .init(
      name: "place", value: "l\(number + 1) \(place.name.singleLine)",
      because: [words].compactMap(\.self))
  }

  var predicateField: StatementReasons.Field? {
    guard let predicate else { return nil }
    var because: [String] = []
    if let word = reading.syntax?.words[predicate] {
      because += [
        "\(word.part.rawValue) \(word.tag)", "lemma \(word.lemma)", "relation \(word.label)",
      ]
    }
    if scores.indices.contains(predicate), let score = scores[predicate] {
      because.append("head of certainty \(Self.signed(score))")
    }
    for event in statement.events.filter(reading.events.indices.contains) {
      let event = reading.events[event]
      let type = event.type.map { "\($0.rawValue) \(Int((event.confidence * 100).rounded())) %" }
      because.append("v\(event.id + 1) \(type ?? "no type"), \(event.status.rawValue)")
    }
    return .init(name: "predicate", value: form(predicate), because: because)
  }

  // MARK: Reasons

  private var hedges: [String] {
    statement.hedges.map { "hedge “\(claims.index.words.line($0))”" }
  }

  /// What stands beside the predicate: modal verbs, negation, a condition.
  private var operators: [String] {
    guard let predicate, let syntax = reading.syntax else { return [] }
    var found = auxiliaries.filter { syntax.words[$0]?.tag == "MD" }.map { "modal “\(form($0))”" }
    let near = syntax.dependents[predicate] + auxiliaries.flatMap { syntax.dependents[$0] }
    for token in near {
      guard let word = syntax.words[token] else { continue }
      let span = reading.text.tokens[token].span
      if word.relation == .advmod || word.relation == .det || word.relation == .cc,
        claims.index.isNegated([span])
      {
        found.append("negation “\(form(token))”")
      }
      if word.relation == .mark, ["if", "unless", "whether"].contains(form(token).lowercased()) {
        found.append("condition “\(form(token))”")
      }
    }
    return found
  }

  /// The words that embed the predicate, from the inside out.
  private var embeddings: [String] {
    guard var token = predicate, let syntax = reading.syntax else { return [] }
    var found: [String] = []
    var seen: Set<Int> = [token]
    while let word = syntax.words[token], let governor = word.head, seen.insert(governor).inserted {
      switch word.relation {
      case .ccomp, .xcomp, .csubj, .acl, .advcl:
        found.append("under “\(form(governor))” (\(word.label))")
      default: return found
      }
      token = governor
    }
    return found
  }

  private var auxiliaries: [Int] {
    predicate.flatMap { reading.syntax?.dependents(of: $0, .aux) } ?? []
  }

  private func form(_ token: Int) -> String {
    claims.index.words.line(reading.text.tokens[token].span)
  }

  /// `+1.8`
  private static func signed(_ score: Float) -> String {
    let tenths = Int((score * 10).rounded())
    return (tenths < 0 ? "-" : "+") + "\(tenths.magnitude / 10).\(tenths.magnitude % 10)"
  }

  /// The trigger of its first event, or the word of it that hangs on none of its own.
  private static func predicate(of statement: Statement, in reading: Reading) -> Int? {
    let tokens = statement.spans.flatMap { Array(reading.text.tokens(overlapping: $0)) }
    let triggers = statement.events.filter(reading.events.indices.contains)
      .flatMap { Array(reading.text.tokens(overlapping: reading.events[$0].trigger)) }
    guard let syntax = reading.syntax else { return triggers.first }
    let own = Set(tokens)
    let top = tokens.first { token in
      guard let word = syntax.words[token], word.part != .punctuation else { return false }
      return word.head.map { !own.contains($0) } ?? true
    }
    return triggers.first { $0 == top } ?? triggers.first ?? top
  }
}
