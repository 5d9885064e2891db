public import QuothEngine
import QuothReport
public import QuothSyntax
import QuothText
public import QuothTime

/// Reads who said what: the encoder's scores and the rules of the language together.
///
///     let annotator = try Annotator(model: model, lexicon: lexicon)
///     try annotator.read(encoding, syntax: syntax, times: times).attributions.first?.kind     // .direct
///
/// Pure: the same text, model and lexicon give the same reading.
public struct Annotator: Sendable {
  private let model: Model
  private let lexicon: Lexicon
  private let decoder: AttributionDecoder
  private let confidence: Confidence

  /// - Throws: ``AnnotationError/unfitModel(name:lacks:)`` when the model has not the heads, streams
  ///   and tables that attribution needs.
  public init(model: Model, lexicon: Lexicon) throws(AnnotationError) {
    func unfit(_ lacks: String) -> AnnotationError {
      .unfitModel(name: model.manifest.name, lacks: lacks)
    }
    guard model.manifest.features.map(\.name) == EncoderInput.streams else {
      throw unfit("the feature streams \(EncoderInput.streams.joined(separator: ", "))")
    }
    let heads = [
      (Self.roles, AttributionWeights.Tag.allCases.count),
      (Self.links, AttributionWeights.linkOutputs),
      (Self.nestedRoles, AttributionWeights.Tag.allCases.count),
      (Self.nestedLinks, AttributionWeights.linkOutputs),
    ]
    for (name, outputs) in heads {
      guard model.manifest.heads.contains(where: { $0.name == name && $0.output == outputs }) else {
        throw unfit("the head \(name) with \(outputs) outputs")
      }
    }
    guard let weights = AttributionWeights({ model.tensor($0)?.values }) else {
      throw unfit("the tables of attribution")
    }
    guard let confidence = Confidence(model.tensor("attribution.confidence")?.values ?? []) else {
      throw unfit("attribution.confidence")
    }
    self.model = model
    self.lexicon = lexicon
    self.confidence = confidence
    decoder = AttributionDecoder(weights: weights)
  }

  private static let roles = "attribution.roles"
  private static let links = "attribution.links"
  private static let nestedRoles = "attribution.nested.roles"
  private static let nestedLinks = "attribution.nested.links"

  /// Reads a report that the encoder has read.
  ///
  /// - Throws: ``AnnotationError/engine(_:)`` when the model refuses its input.
  public func read(
    _ encoding: Encoding, syntax: Syntax, times: [TimeExpression]
  ) throws(AnnotationError) -> Annotations {
    let words = encoding.words
    let text = words.text
    let extent = ContentExtent(passage: words.passage)
    let input = encoding.input
    let states = encoding.states(ofUnits: input.units.indices)
    let found = decoder.decode(
      emissions: try scores(of: Self.roles, states).values,
      links: try scores(of: Self.links, states).values,
      paragraphs: input.paragraphs, sections: sections(of: input, in: text)
    ).compactMap { Draft($0, units: input.units, extent: extent) }
    var drafts = SpeakerLabels(words: words).completed(found.leavingOut { isDoubtful($0, words) })
    let rules = DraftRules(words: words, syntax: syntax, lexicon: lexicon, extent: extent)
    drafts = WholeQuotations(text: text).completed(rules.completed(drafts))
    drafts = OpenQuotations(words: words).completed(drafts).nested
    try addNested(to: &drafts, encoding, extent)
    drafts = rules.correctedWithin(drafts)
    let passive = AgentlessPassive(words: words, lexicon: lexicon)
    drafts = RunOnQuotations(text: text).divided(drafts.map(passive.corrected))
    return record(drafts, words, times)
  }

  /// The running text is one section; every headline, deck, subhead, caption and dateline is one of
  /// its own.
  private func sections(of input: EncoderInput, in text: Text) -> [Int] {
    input.sentences.map { index in
      guard index < text.sentences.count, text.sentences[index].role != .body else { return 0 }
      let sentence = text.sentences[index]
      return 1 + 2 * sentence.block + (sentence.role == .credit ? 1 : 0)
    }
  }

  /// What a head says of each row of states.
  private func scores(
    of head: String, _ states: [Float]
  ) throws(AnnotationError) -> Scores.Table {
    do {
      return try model.scores(of: head, states)
    } catch {
      throw .engine(error)
    }
  }

  /// Whether a cue shows no act that the lexicon knows and is more likely none: *gave*, *contacted*.
  private func isDoubtful(_ draft: Draft, _ words: Words) -> Bool {
    confidence.probability(draft.evidence) < 0.5
      && ActReader(words: words, lexicon: lexicon).act(of: draft) == .other
  }

  /// Reads contents for the sayings within them, with heads of their own over the same states.
  private func addNested(
    to drafts: inout [Draft], _ encoding: Encoding, _ extent: ContentExtent
  ) throws(AnnotationError) {
    let words = encoding.words
    let input = encoding.input
    let parents = drafts.indices.filter { mayHoldSaying(drafts[$0], words) }
    let units = parents.map { parent in
      inner(drafts[parent], words).flatMap { span in
        let first = input.units.partitionPoint { $0.start >= span.start }
        return first..<max(first, input.units.partitionPoint { $0.end > span.end })
      }
    }
    let states = encoding.states(ofUnits: units.joined())
    let roles = try scores(of: Self.nestedRoles, states)
    let links = try scores(of: Self.nestedLinks, states)
    var row = 0
    for (parent, own) in zip(parents, units) {
      let rows = row..<row + own.count
      row = rows.upperBound
      let found = decoder.decode(
        emissions: rows.flatMap { roles[$0] }, links: rows.flatMap { links[$0] },
        paragraphs: own.map { input.paragraphs[$0] }, sections: own.map { _ in 0 })
      for found in found {
        guard var draft = Draft(found, units: own.map { input.units[$0] }, extent: extent),
          stands(draft, within: drafts[parent]), !drafts.contains(where: draft.sharesCue)
        else { continue }
        draft.parent = parent
        drafts.append(draft)
      }
    }
  }

  /// Confidence below which what was found in a content is left out.
  private static let leastNested = 0.45

  /// Whether a word of a content could show a saying in it.
  private func mayHoldSaying(_ draft: Draft, _ words: Words) -> Bool {
    let tokens = words.tokens(of: draft.content)
    return tokens.count > 3
      && zip(tokens, tokens.dropFirst()).contains {
        lexicon.mayCue(words.lower[$0], before: words.lower[$1])
      }
  }

  /// A content's spans without the quotation marks around them.
  private func inner(_ draft: Draft, _ words: Words) -> [Span] {
    draft.content.map { span in
      var span = span
      if let (scalar, width) = words.passage.scalar(at: span.start),
        "\"“„«".unicodeScalars.contains(scalar), width < span.count
      {
        span.start += width
      }
      if let (scalar, width) = words.passage.scalar(before: span.end),
        "\"”“»".unicodeScalars.contains(scalar), width < span.count
      {
        span.end -= width
      }
      return span
    }
  }

  /// A nested saying has a cue and a source of its own, and says less than its parent's content.
  ///
  /// Without a source it is no saying but words about one: *declined to say how*.
  private func stands(_ draft: Draft, within parent: Draft) -> Bool {
    guard !draft.source.isEmpty,
      confidence.probability(draft.evidence) >= Self.leastNested
    else { return false }
    let inside = (draft.cue + draft.content).allSatisfy { span in
      parent.content.contains { $0.contains(span) }
    }
    return inside
      && draft.content.map(\.count).reduce(0, +) < parent.content.map(\.count).reduce(0, +)
  }

  // MARK: The record

  private func record(
    _ drafts: [Draft], _ words: Words, _ times: [TimeExpression]
  ) -> Annotations {
    let order = drafts.indices.sorted { drafts[$0].place < drafts[$1].place }
    var rank = [Int](repeating: 0, count: drafts.count)
    for (new, old) in order.enumerated() { rank[old] = new }
    let sorted = order.map { old in
      var draft = drafts[old]
      draft.parent = draft.parent.map { rank[$0] }
      draft.continues = draft.continues.map { rank[$0] }
      return draft
    }
    let details = SayingDetails(words: words, lexicon: lexicon, drafts: sorted, times: times)
    let acts = ActReader(words: words, lexicon: lexicon)
    let sources = SourceReader(words: words, lexicon: lexicon)
    let kinds = KindReader(words: words)
    let clauses = Clauses(words: words, lexicon: lexicon)
    var entities = EntityList()
    // Of each saying, who speaks and to whom; a quotation that runs on has those of its saying.
    var voices: [Int: (speakers: [Entity.ID], hearers: [Entity.ID])] = [:]
    var attributions: [Attribution] = []
    for (id, draft) in sorted.enumerated() {
      let origin = draft.continues ?? id
      let detail = details.details(of: id)
      let speakers = sources.sources(clauses.named(draft.source))
      let voice =
        voices[origin]
        ?? (
          speakers: speakers.map { entities.entity(for: $0, at: draft.source[0]) },
          hearers: (origin == id ? detail : details.details(of: origin)).addressee.map { span in
            sources.sources([span]).map { entities.entity(for: $0, at: span) }
          } ?? []
        )
      voices[origin] = voice
      attributions.append(
        Attribution(
          id: id, source: draft.source, cue: draft.cue, content: draft.content,
          kind: kinds.kind(of: draft.content, within: draft.parent.map { sorted[$0].content }),
          act: acts.act(of: sorted[origin]), sourceType: speakers.first?.type ?? .none,
          sourceEntities: voice.speakers, parent: draft.parent, addressee: voice.hearers,
          venue: detail.venue,
          saidWhen: detail.saidWhen, caveats: detail.caveats,
          confidence: confidence.probability(draft.evidence)))
    }
    return Annotations(
      text: words.text, attributions: attributions, entities: entities.entities, times: times)
  }
}

/// Why a text could not be annotated.
public enum AnnotationError: Error, Sendable {
  /// The model was made for something else.
  case unfitModel(name: String, lacks: String)
  case engine(EngineError)

  public var slug: String {
    switch self {
    case .unfitModel: "model.unfit"
    case .engine(let error): error.slug
    }
  }

  public var message: String {
    switch self {
    case .unfitModel(let name, let lacks):
      "the model \"\(name)\" lacks \(lacks); take the one that came with this version of quoth"
    case .engine(let error): error.message
    }
  }
}
