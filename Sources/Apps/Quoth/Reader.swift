import QuothAnnotation
public import QuothEngine
import QuothDigest
import QuothEntity
import QuothLinking
import QuothPlace
public import QuothReport
public import QuothStatement
public import QuothSyntax
import QuothSystem
import QuothText
import QuothTime

/// Reads reports: bytes in, who said what out.
///
///     let reader = try Reader()
///     let reading = try reader.read(Document(bytes: bytes, file: "bridge.txt"))
///     reading.attributions.first?.act     // .state
///
/// One reader serves any number of threads at once. Nothing is written and nothing is fetched.
public struct Reader: Sendable {
  public struct Options: Sendable {
    /// Folder of the model; found by ``DataFolders`` when `nil`.
    public var model: String?
    public var engine: Model.Options.Engine
    /// `nil` chooses what is faster here.
    public var precision: Model.Options.Precision?
    /// Reads reports in other languages than English too.
    public var force: Bool

    public init(
      model: String? = nil, engine: Model.Options.Engine = .auto,
      precision: Model.Options.Precision? = nil,
      force: Bool = false
    ) {
      self.model = model
      self.engine = engine
      self.precision = precision
      self.force = force
    }
  }

  /// The model in use.
  public let model: Model
  private let times: TimeReader
  private let parser: Parser
  private let coreference: CoreferenceReader
  private let certainty: CertaintyHead
  private let events: EventHead
  private let annotator: Annotator
  private let entities: EntityReader
  private let places: PlaceReader
  private let statements: StatementReader
  private let force: Bool
  let voices: VoiceLexicon

  /// Loads the model and the lexicons.
  ///
  /// - Throws: ``QuothError`` naming the file that is missing or does not fit.
  public init(_ options: Options = Options()) throws(QuothError) {
    let folder: String
    if let named = options.model {
      folder = named
    } else {
      folder = try DataFolders.find("Models/english")
    }
    let lexicons = try Lexicons()
    do throws(EngineError) {
      model = try Model(
        folder: folder,
        options: Model.Options(engine: options.engine, precision: options.precision))
    } catch {
      throw QuothError(error)
    }
    do throws(SyntaxError) {
      parser = try Parser(model: model, lemmatiser: lexicons.lemmatiser)
      coreference = try CoreferenceReader(model: model)
      certainty = try CertaintyHead(model: model)
      events = try EventHead(model: model)
    } catch {
      throw QuothError(error)
    }
    do throws(AnnotationError) {
      annotator = try Annotator(model: model, lexicon: lexicons.words)
    } catch {
      throw QuothError(error)
    }
    times = lexicons.times
    entities = EntityReader(lexicon: lexicons.words, actors: lexicons.actors)
    places = PlaceReader(try Gazetteer.installed())
    statements = StatementReader(certainty: lexicons.certainty, events: lexicons.events)
    force = options.force
    voices = lexicons.voices
  }

  /// Reads one report.
  ///
  /// - Throws: ``QuothError`` when the bytes are no report, or one in another language.
  public func read(_ document: Document) throws(QuothError) -> Reading {
    try read(report(document))
  }

  /// The report of a document, before it is annotated.
  public func report(_ document: Document) throws(QuothError) -> Report {
    let report: Report
    do throws(ReportError) {
      report = try Report(document, id: document.reportID)
    } catch {
      throw QuothError(error)
    }
    if !force { try LanguageGate.check(report) }
    return report
  }

  /// Reads a report from its words to what its statements are about.
  public func read(_ report: Report) throws(QuothError) -> Reading {
    try read(try heads(Words(Text(report))))
  }

  /// Reads on from what the heads say of a report.
  public func read(_ heads: Heads) throws(QuothError) -> Reading {
    let words = heads.encoding.words
    let report = words.text.report
    let times = NamedTimes(words: words, syntax: heads.syntax)
      .times(among: times.expressions(in: words.text, published: report.published?.value))
    let annotations: Annotations
    do throws(AnnotationError) {
      annotations = try annotator.read(
        heads.encoding, syntax: heads.syntax, times: times)
    } catch {
      throw QuothError(error)
    }
    let known = entities.read(annotations, syntax: heads.syntax, chains: heads.chains)
    let places = Self.settled(
      places.places(
        in: words.text, names: Self.typedNames(heads.syntax, words),
        countries: known.entities.compactMap(\.country)), known.entities)
    let found = statements.read(
      StatementReader.Sources(
        words: words, syntax: heads.syntax, attributions: known.attributions,
        entities: known.entities, times: times, places: Self.mentions(places, words),
        certainty: heads.certainty, events: heads.events,
        published: (report.published?.value).flatMap { CalendarDay($0) }))
    return Reading(
      text: words.text, syntax: heads.syntax, attributions: known.attributions,
      statements: found.statements, events: found.events, entities: found.entities,
      places: places, times: times, relations: found.relations,
      model: model.manifest.name + " " + model.manifest.version, warnings: report.warnings)
  }

  /// What the model says of a report in one pass.
  public struct Heads: Sendable {
    public var encoding: Encoding
    public var syntax: Syntax
    public var chains: [CoreferenceReader.Chain]
    public var certainty: [Float?]
    public var events: [FoundEvent]
  }

  /// The encoder's pass over a report, and what its heads read.
  public func heads(_ words: Words) throws(QuothError) -> Heads {
    do throws(EngineError) {
      let encoding = try Encoding(words, model: model)
      let syntax = try parser.read(encoding)
      return Heads(
        encoding: encoding, syntax: syntax,
        chains: try coreference.read(encoding, syntax), certainty: try certainty.read(encoding),
        events: try events.read(encoding))
    } catch {
      throw QuothError(error)
    }
  }

  // MARK: From one stage to the next

  private static func typedNames(_ syntax: Syntax, _ words: Words) -> [TypedName] {
    syntax.names.map { name in
      let kind: TypedName.Kind =
        switch name.kind {
        case .person: .person
        case .organisation: .organisation
        case .state: .state
        case .place: .place
        case .group, .product, .other, .adjective: .other
        }
      return TypedName(span: words.span(name.tokens), kind: kind)
    }
  }

  /// The places without mentions that stand for a government, and without towns and divisions whose every mention is
  /// of a state of that name.
  private static func settled(_ places: [Place], _ entities: [Entity]) -> [Place] {
    let metonyms = Set(entities.flatMap(\.mentions).filter(\.isMetonym).map(\.span))
    let places = places.compactMap { place in
      var place = place
      place.mentions.removeAll(where: metonyms.contains)
      return place.mentions.isEmpty ? nil : place
    }
    let states = entities.filter { $0.type == .state }
    var kept = places.filter { place in
      place.precision == .country
        || !place.mentions.allSatisfy { mention in
          states.contains {
            $0.country != place.country && $0.mentions.map(\.span).contains(mention)
          }
        }
    }
    for number in kept.indices { kept[number].id = number }
    return kept
  }

  private static func mentions(
    _ places: [Place], _ words: Words
  ) -> [StatementReader.Sources.PlaceMention] {
    places.flatMap { place in
      place.mentions.compactMap { span in
        let tokens = words.text.tokens(overlapping: span)
        return tokens.isEmpty ? nil : .init(tokens: tokens, place: place.id)
      }
    }
  }
}

extension Document {
  /// By what the report is known that it holds: `sha256:` and the digest of its bytes.
  ///
  /// - Complexity: O(n) in bytes.
  public var reportID: String { "sha256:" + Digest.sha256(bytes) }
}
