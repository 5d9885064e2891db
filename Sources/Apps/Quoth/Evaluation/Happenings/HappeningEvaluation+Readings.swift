import QuothLinking
import QuothReport

extension HappeningEvaluation: ReadingMeasure {
  /// With gold mentions: of our grouping, of the baseline *same lemma*, and of *same lemma* within groups of
  /// reports; then of our grouping with our own mentions.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    let gold = gold(readings)
    let asked = readings.map { $0.happenings?.asked }
    let found = zip(readings, documents).map { own($0, in: $1) }
    let world = world(readings, asked)
    let groups = world.groups(least: Self.leastOfGroup)
    let lemmas = world.reports.map { $0.events.events.map(\.lemma) }
    func score(_ clusters: Clusters) -> CoreferenceScore {
      CoreferenceScore(gold: gold, found: clusters, keepsSingletons: true)
    }
    let ours = clusters(asked, by: grouped(world))
    let sameLemma = score(clusters(asked, by: lemmas))
    let sameInGroup = score(
      clusters(
        asked, by: zip(groups, lemmas).map { group, own in own.map { Term(Term("\(group)"), $0) } })
    )
    let lead = score(ours).conllF1 - max(sameLemma.conllF1, sameInGroup.conllF1)
    return score(ours).figures(of: "gold mentions")
      + [
        Figure(
          "gold mentions CoNLL without singletons",
          100 * CoreferenceScore(gold: gold, found: ours).conllF1)
      ]
      + sameLemma.figures(of: "same lemma") + sameInGroup.figures(of: "same lemma in a group")
      + [Figure("ahead of same lemma", 100 * lead)]
      + score(clusters(found, by: grouped(self.world(readings, found)))).figures(
        of: "own mentions")
  }

  /// With which the same lemma in a group does best on topics 1 to 30.
  private static let leastOfGroup = 0.6

  private func world(
    _ readings: [MeasuredReading], _ told: [MeasuredHappenings.Told?]
  ) -> World {
    World(
      zip(readings, told).map { reading, told in
        HappeningGrouping.Report(
          sketch: reading.happenings?.sketch ?? ReportSketch(words: [:]),
          events: told?.events ?? EventSketches(sentences: [], events: []))
      })
  }

  private func grouped(_ world: World) -> [[Int]] {
    world.happenings(HappeningGrouping { world.importance($0) })
  }

  /// The gold mentions, then the signs of each pair that is weighed: what training reads
  /// (Tools/training/quoth_training/happenings.py).
  public func predictions(of readings: [MeasuredReading]) -> String {
    let world = world(readings, readings.map { $0.happenings?.asked })
    var lines = ""
    func write(_ members: (inout JSONWriter) -> Void) {
      var json = JSONWriter()
      json.object(members)
      lines += json.text + "\n"
    }
    for (number, document) in documents.enumerated() {
      for (event, mention) in document.mentions.enumerated() {
        write { json in
          json.member("document", document.name)
          json.member("report", number)
          json.member("event", event)
          json.member("happening", mention.happening)
        }
      }
    }
    world.forEachPair { one, other, signs in
      write { json in
        json.key("pair")
        json.array([one.report, one.event, other.report, other.event]) { $0.number($1) }
        json.key("signs")
        json.array(signs.values) { $0.number($1) }
      }
    }
    return lines
  }

  /// Mentions that have the same key are one happening.
  private func clusters<Key: Hashable>(
    _ told: [MeasuredHappenings.Told?], by keys: [[Key]]
  ) -> Clusters {
    var clusters: [Key: [Mention]] = [:]
    var order: [Key] = []
    for (number, (told, keys)) in zip(told, keys).enumerated() {
      for (head, key) in zip(told?.heads ?? [], keys) {
        if clusters[key] == nil { order.append(key) }
        clusters[key, default: []].append(Mention(document: number, head: head))
      }
    }
    return order.compactMap { clusters[$0] }
  }
}
