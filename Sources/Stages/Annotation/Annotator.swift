public import QuothEngine
import QuothReport
public import QuothSyntax
public import QuothText
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
      (Self.links, AttributionWeights.linkOutputs), (Self.inner, 1),
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
  private static let inner = "attribution.inner"

  /// Reads a report that the encoder has read.
  ///
  /// - Throws: ``AnnotationError/engine(_:)`` when the model refuses its input.
  public func read(
    _ encoding: Encoding, syntax: Syntax, times: [TimeExpression]
  ) throws(AnnotationError) -> Annotations {
    let words = encoding.words
    let text = words.text
    let extent = ContentExtent(passage: words.passage)
    let outermost = try pass([(encoding.input, encoding.unitStates)], words, extent)
    let found = outermost.drafts[0].leavingOut { isDoubtful($0, words) }
    var drafts = SpeakerLabels(words: words).completed(found)
    let rules = DraftRules(words: words, syntax: syntax, lexicon: lexicon, extent: extent)
    drafts = OpenQuotations(words: words).completed(rules.completed(drafts)).nested
    try addNested(to: &drafts, outermost.hints, words, extent)
    drafts = rules.correctedWithin(drafts)
    let passive = AgentlessPassive(words: words, lexicon: lexicon)
    drafts = RunOnQuotations(text: text).divided(drafts.map(passive.corrected))
    return record(drafts, words, times)
  }

  /// One pass of the model over some texts.
  private struct Pass {
    /// The drafts of each text.
    var drafts: [[Draft]]
    /// First bytes of the words that, within a content, would be the cue of a saying in it.
    var hints: Set<Int>
  }

  /// Several texts, each given as its paragraphs, read in one go.
  private func reading(
    of texts: [[Span]], _ words: Words, _ extent: ContentExtent
  ) throws(AnnotationError) -> Pass {
    let inputs = texts.map { EncoderInput($0, of: words, vocabulary: model.vocabulary) }
    let states: [States]
    do {
      states = try model.states(of: inputs.map(\.encoded))
    } catch {
      throw .engine(error)
    }
    return try pass(
      zip(inputs, states).map { (input: $0, states: $1.rows) }, words, extent)
  }

  /// What the heads say of texts, each with the states of its units.
  private func pass(
    _ texts: [(input: EncoderInput, states: [Float])], _ words: Words, _ extent: ContentExtent
  ) throws(AnnotationError) -> Pass {
    var pass = Pass(drafts: [], hints: [])
    for (input, states) in texts {
      let (roles, links, inner) = try scores(states)
      let found = decoder.decode(
        emissions: roles, links: links, paragraphs: input.paragraphs,
        sections: sections(of: input, in: words.text))
      pass.drafts.append(found.compactMap { Draft($0, units: input.units, extent: extent) })
      for (unit, score) in zip(input.units, inner) where score > 0 {
        pass.hints.insert(unit.start)
      }
    }
    return pass
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

  /// What the heads of attribution say of each row of states.
  private func scores(
    _ states: [Float]
  ) throws(AnnotationError) -> (roles: [Float], links: [Float], inner: [Float]) {
    do {
      return (
        try model.scores(of: Self.roles, states).values,
        try model.scores(of: Self.links, states).values,
        try model.scores(of: Self.inner, states).values
      )
    } catch {
      throw .engine(error)
    }
  }

  /// Whether a cue shows no act that the lexicon knows and is more likely none: *gave*, *contacted*.
  private func isDoubtful(_ draft: Draft, _ words: Words) -> Bool {
    confidence.probability(draft.evidence) < 0.5
      && ActReader(words: words, lexicon: lexicon).act(of: draft) == .other
  }

  /// Reads contents again, as texts of their own, for the sayings within them.
  private func addNested(
    to drafts: inout [Draft], _ hints: Set<Int>, _ words: Words, _ extent: ContentExtent
  ) throws(AnnotationError) {
    var layer = Array(drafts.indices)
    var hints = hints
    for _ in 0..<Self.depth where !layer.isEmpty {
      let parents = layer.filter { mayHoldSaying(drafts[$0], hints, words) }
      let pass = try reading(of: parents.map { inner(drafts[$0], words) }, words, extent)
      hints = pass.hints
      layer = []
      for (parent, nested) in zip(parents, pass.drafts) {
        for var draft in nested
        where stands(draft, within: drafts[parent]) && !drafts.contains(where: draft.sharesCue) {
          draft.parent = parent
          layer.append(drafts.count)
          drafts.append(draft)
        }
      }
    }
  }

  /// Layers of sayings read below the outermost one.
  private static let depth = 3

  /// Confidence below which what was found in a content is left out. The heads learned from outermost
  /// sayings alone, and within contents most of what they are as unsure of is none.
  private static let leastNested = 0.45

  /// Whether the model expects a saying in a content, and a word there could show one; most hold none and
  /// need no second look.
  private func mayHoldSaying(_ draft: Draft, _ hints: Set<Int>, _ words: Words) -> Bool {
    let tokens = words.tokens(of: draft.content)
    return tokens.count > 3
      && tokens.contains { hints.contains(words.text.tokens[$0].span.start) }
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
