import Foundation
@testable import QuothAnnotation
import QuothReport
@testable import QuothSyntax
import QuothTestSupport
import QuothText

@testable import QuothEntity

/// The lexicons that ship.
enum Shipped {
  static let lexicon = try! Lexicon(file)
  static let actors = try! ActorLexicon(file)

  static func file(_ name: String) -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
      .standardized
    return Array((try? Data(contentsOf: root.appending(path: "Lexicons/" + name))) ?? Data())
  }
}

/// A report in our own words with its entities; whoever speaks is named by hand, as the annotator would.
struct Sample {
  let text: Text
  let reading: Annotations

  /// - Parameters:
  ///   - words: paragraphs, divided by empty lines.
  ///   - speakers: words of sources in text order, each sought behind the one before; words behind a bar only
  ///     help to find them: `Rey| said`.
  ///   - names: names of the model in text order, where there is a tree.
  ///   - quoted: quotations with their sources.
  ///   - chains: heads of phrases that mean the same.
  init(
    _ words: String, date: String? = nil, speakers: [String] = [], tree: Tree? = nil,
    names: [(words: String, kind: Name.Kind)] = [], chains: [[String]] = [],
    quoted: [(content: String, source: String)] = []
  ) {
    let report = Report(
      id: "sha256:0", published: date.map { Stated($0, from: .flag) }, text: words,
      blocks: Self.blocks(words))
    let text = Text(report)
    let all = Words(text)
    let sources = SourceReader(words: all, lexicon: Shipped.lexicon)
    var entities: [Entity] = []
    var attributions: [Attribution] = []
    var from = words.startIndex
    for speaker in speakers {
      let sought = speaker.replacing("|", with: "")
      let speaker = speaker.prefix { $0 != "|" }
      let range = words.range(of: sought, range: from..<words.endIndex)!
      from = range.upperBound
      let start = words.utf8.distance(from: words.startIndex, to: range.lowerBound)
      let span = Span(start: start, end: start + speaker.utf8.count)
      let found = sources.sources([span])
      let ids = found.map { source -> Int in
        entities.append(
          Entity(
            id: entities.count, name: source.name, type: source.type.kind,
            mentions: [.init(span: source.nameSpan ?? span, kind: source.mention)]))
        return entities.count - 1
      }
      attributions.append(
        Attribution(
          id: attributions.count, source: [span], cue: [], content: [span], kind: .indirect,
          sourceType: found.first?.type ?? .none, sourceEntities: ids, confidence: 1))
    }
    for (content, source) in quoted {
      let spans = [content, source].map { sought in
        let range = words.range(of: sought)!
        let start = words.utf8.distance(from: words.startIndex, to: range.lowerBound)
        return Span(start: start, end: start + sought.utf8.count)
      }
      let found = sources.sources([spans[1]])
      entities += found.map { source in
        Entity(
          id: entities.count, name: source.name, type: source.type.kind,
          mentions: [.init(span: source.nameSpan ?? spans[1], kind: source.mention)])
      }
      attributions.append(
        Attribution(
          id: attributions.count, source: [spans[1]], cue: [], content: [spans[0]], kind: .direct,
          sourceType: found.first?.type ?? .none, sourceEntities: [entities.count - 1],
          confidence: 1))
    }
    let plain = Annotations(text: text, attributions: attributions, entities: entities)
    self.text = text
    reading = EntityReader(lexicon: Shipped.lexicon, actors: Shipped.actors)
      .read(
        plain, syntax: tree.map { Self.syntax($0, names, all) },
        chains: chains.map { chain in
          .init(mentions: Self.mentions(chain, tree, all))
        })
  }

  private static func syntax(
    _ tree: Tree, _ names: [(words: String, kind: Name.Kind)], _ words: Words
  ) -> Syntax {
    let written = words.text.tokens.map { words.passage.words($0.span) }
    precondition(written == tree.forms, "tokens are \(written)")
    var found: [Name] = []
    var from = 0
    for name in names {
      let forms = name.words.split(separator: " ").map(String.init)
      let start = (from...(written.count - forms.count)).first {
        Array(written[$0..<$0 + forms.count]) == forms
      }!
      from = start + forms.count
      found.append(Name(tokens: start..<from, kind: name.kind, confidence: 1))
    }
    return Syntax(words: tree.words, names: found)
  }

  /// Mentions by the words of their heads, each sought behind the one before.
  private static func mentions(
    _ chain: [String], _ tree: Tree?, _ words: Words
  ) -> [CoreferenceReader.Mention] {
    var from = 0
    return chain.map { word in
      let head = tree!.forms[from...].firstIndex(of: word)!
      from = head + 1
      return .init(tokens: head..<head + 1, head: head)
    }
  }

  private static func blocks(_ words: String) -> [Block] {
    var blocks: [Block] = []
    var start = 0
    for paragraph in words.components(separatedBy: "\n\n") {
      let end = start + paragraph.utf8.count
      blocks.append(Block(span: Span(start: start, end: end), role: .body))
      start = end + 2
    }
    return blocks
  }

  /// Every entity that has a mention in these words.
  func entities(_ words: String) -> [Entity] {
    reading.entities.filter { entity in entity.mentions.contains { self.words($0.span) == words } }
  }

  /// The only one.
  func entity(_ words: String) throws -> Entity {
    let found = entities(words)
    guard found.count == 1, let entity = found.first else {
      throw Missing(words: words, found: found)
    }
    return entity
  }

  struct Missing: Error { var words: String, found: [Entity] }

  func words(_ span: Span) -> String {
    String(decoding: Array(text.report.text.utf8)[span.range], as: UTF8.self)
  }

  func mentions(_ entity: Entity) -> [String] { entity.mentions.map { words($0.span) } }

  /// Roles as "standing words of owner".
  func roles(_ entity: Entity) -> [String] {
    entity.roles.map { role in
      let owner = role.of.map { " of " + reading.entities[$0].name } ?? ""
      return (role.standing == .current ? "" : role.standing.rawValue + ": ") + words(role.span)
        + owner
    }
  }

  /// The entities of the source of an attribution.
  func speakers(_ attribution: Int) -> [Entity] {
    reading.attributions[attribution].sourceEntities.map { reading.entities[$0] }
  }
}

extension Attribution.SourceType {
  fileprivate var kind: Entity.Kind {
    switch self {
    case .namedPerson, .unnamedPerson: .person
    case .organisation, .media: .organisation
    case .state: .state
    case .unnamedCollective: .group
    case .none: .other
    }
  }
}
