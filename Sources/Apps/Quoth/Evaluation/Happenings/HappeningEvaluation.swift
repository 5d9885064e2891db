import QuothLinking
import QuothReport
import QuothSystem

/// The measure of happenings across reports: ECB+, the sentences whose coreference was checked, no topics given.
///
///     let happenings = try HappeningEvaluation(folder: "corpora/ecbplus", part: part)
///     happenings.figures(of: readings)
///
/// All reports are one world: a cluster may hold mentions of any of them. Clusters of one mention are kept on
/// both sides, as is usual on this corpus. Gold mentions are words that are looked up in our reading; our own are
/// the events of the record within the same sentences, and are the same as gold ones when their heads are the same
/// word. Source: Cybulska and Vossen 2014, "Using a sledgehammer to crack a nut?"; a baseline of same lemmas
/// within groups of documents as Upadhyay et al. 2016, "Revisiting the evaluation for cross document event
/// coreference", have it.
public struct HappeningEvaluation: Sendable {
  let documents: [ECBPlusDocument]
  public let corpora: [MeasuredCorpus]

  private static let list = "ECBplus_coreference_sentences.csv"

  /// Reads the documents of the part that have checked sentences.
  ///
  /// - Throws: ``EvaluationError/noGold(folder:layout:)`` when there are none, or the error of a file that
  ///   cannot be read.
  public init(folder: String, part: MeasuredPart) throws {
    guard Files.isFolder(folder + "/ECB+") else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.ecbPlusLayout)
    }
    let checked = Self.checked(try GoldFile(Self.list, in: folder))
    let names = checked.keys.filter(part.holds).sorted(by: Self.isBefore)
    var files: [GoldFile] = []
    documents = try names.compactMap { name in
      let file = "ECB+/\(name).xml"
      guard Files.exists("\(folder)/\(file)") else { return nil }
      let gold = try GoldFile(file, in: folder)
      files.append(gold)
      return ECBPlusDocument(xml: gold.text, name: name, checked: checked[name] ?? [])
    }
    guard !documents.isEmpty else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.ecbPlusLayout)
    }
    corpora = [
      MeasuredCorpus(
        name: "ecbplus", documents: documents.count,
        fingerprint: CorpusFile.fingerprint(of: files.map(\.file)))
    ]
  }

  /// The numbers of the checked sentences of each document.
  private static func checked(_ list: GoldFile) -> [String: Set<Int>] {
    var checked: [String: Set<Int>] = [:]
    for line in list.lines.dropFirst() {
      let fields = line.split(separator: ",").map { $0.filter { !$0.isWhitespace } }
      guard fields.count == 3, let sentence = Int(fields[2]) else { continue }
      checked["\(fields[0])/\(fields[0])_\(fields[1])", default: []].insert(sentence)
    }
    return checked
  }

  /// By topic, then by name.
  private static func isBefore(_ one: String, _ other: String) -> Bool {
    func topic(_ name: String) -> Int { Int(name.prefix { $0 != "/" }) ?? 0 }
    return (topic(one), one) < (topic(other), other)
  }

  public var articles: [MeasuredArticle] { documents.map(\.article) }
}

extension HappeningEvaluation {
  /// A mention by the number of its document and its head.
  struct Mention: Hashable {
    var document: Int
    var head: Span
  }

  /// Which mentions are one happening.
  typealias Clusters = [[Mention]]

  /// The gold clusters over mentions as our reading has their heads.
  func gold(_ readings: [MeasuredReading]) -> Clusters {
    var clusters: [String: [Mention]] = [:]
    var order: [String] = []
    for (number, (document, reading)) in zip(documents, readings).enumerated() {
      for (mention, head) in zip(document.mentions, reading.happenings?.asked.heads ?? []) {
        if clusters[mention.happening] == nil { order.append(mention.happening) }
        clusters[mention.happening, default: []].append(Mention(document: number, head: head))
      }
    }
    return order.compactMap { clusters[$0] }
  }

  /// Our own events in the sentences that were checked.
  func own(_ reading: MeasuredReading, in document: ECBPlusDocument) -> MeasuredHappenings.Told? {
    guard let found = reading.happenings?.found else { return nil }
    let tokens = GoldTokens(document.text.tokens)
    let kept = found.heads.indices.filter { index in
      tokens[found.heads[index]].map { document.checked.contains($0.lowerBound) } ?? false
    }
    return MeasuredHappenings.Told(
      heads: kept.map { found.heads[$0] },
      events: EventSketches(
        sentences: found.events.sentences, events: kept.map { found.events.events[$0] }))
  }
}
