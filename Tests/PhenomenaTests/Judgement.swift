import QuothAnnotation
import QuothStatement
import QuothTime
import QuothReport
import QuothText
import QuothView

/// How a reading meets one case.
struct Judgement {
  /// The expectations that the reading does not meet.
  let failures: [Failure]
  var passes: Bool { failures.isEmpty }

  /// The line of an expectation, and what was found instead where that can be said.
  struct Failure: CustomStringConvertible {
    var line: Int
    var found: String?

    var description: String { found.map { "\(line) (\($0))" } ?? "\(line)" }
  }

  init(of reading: Reading, on phenomenon: PhenomenonCase) throws {
    let judge = Judge(reading)
    let record = try RecordJudge(Record(reading).json, text: reading.report.text)
    failures = phenomenon.expectations.compactMap { expectation -> Failure? in
      let line = expectation.line
      switch expectation.demand {
      case .attribution(let demand): return judge.meets(demand) ? nil : Failure(line: line)
      case .record(let demand):
        return record.shortfall(of: demand).map { Failure(line: line, found: $0) }
      }
    }
  }
}

/// Compares attributions with patterns by the words they share.
private struct Judge {
  let reading: Reading
  let index: WordIndex

  /// Least intersection over union of a content with what is expected.
  let contentOverlap = 0.8
  /// The same of sources, venues, addressees and caveats.
  let partOverlap = 0.5
  /// Words that a cue may have beyond the expected ones.
  let spareCueWords = 4

  init(_ reading: Reading) {
    self.reading = reading
    index = WordIndex(reading.report.text)
  }

  func meets(_ demand: AttributionDemand) -> Bool {
    switch demand {
    case .exists(let pattern): reading.attributions.contains { matches($0, pattern) }
    case .pooled(let pattern): matchesPooled(pattern)
    case .missing(let pattern): !reading.attributions.contains { matches($0, pattern) }
    case .outsideContents(let passage):
      index.words(in: passage).isDisjoint(
        with: index.words(in: reading.attributions.flatMap(\.content)))
    case .sentenceRole(let passage, let role):
      reading.text.sentences.contains { sentence in
        sentence.role == role && passage.contains { $0.overlaps(sentence.span) }
      }
    case .sentences(let passages):
      passages.allSatisfy { passage in
        reading.text.sentences.contains { [$0.span] == passage }
      }
    case .sources(let same, let left, let right): haveSource(same: same, left, right)
    }
  }

  private func matches(_ attribution: Attribution, _ pattern: AttributionPattern) -> Bool {
    sourceMatches(attribution, pattern)
      && cueMatches(attribution, pattern.cue)
      && contentMatches(attribution.content, pattern)
      && otherFieldsMatch(attribution, pattern)
  }

  /// Whether attributions of the pattern's source and cue, and cueless ones of the same source,
  /// hold the content between them, and one of them meets all else.
  private func matchesPooled(_ pattern: AttributionPattern) -> Bool {
    guard case .words(let contents) = pattern.content else { return false }
    return contents.contains { content in
      let wanted = index.words(in: content)
      let parts = reading.attributions.filter { part in
        let words = index.words(in: part.content)
        return Double(words.intersection(wanted).count) >= contentOverlap * Double(words.count)
          && (part.cue.isEmpty || cueMatches(part, pattern.cue)) && sourceMatches(part, pattern)
      }
      return index.overlap(parts.flatMap(\.content), content) >= contentOverlap
        && parts.contains { cueMatches($0, pattern.cue) && otherFieldsMatch($0, pattern) }
    }
  }

  private func sourceMatches(_ attribution: Attribution, _ pattern: AttributionPattern) -> Bool {
    guard spansMatch(attribution.source, pattern.source) else { return false }
    guard let head = pattern.sourceHead else { return true }
    return index.words(in: attribution.source).isSuperset(of: index.words(in: head))
  }

  private func cueMatches(_ attribution: Attribution, _ cue: AttributionPattern.Part?) -> Bool {
    guard case .words(let expected) = cue else { return spansMatch(attribution.cue, cue) }
    let found = index.words(in: attribution.cue)
    return expected.contains { passage in
      let wanted = index.words(in: passage)
      guard !wanted.isEmpty else { return index.overlap(attribution.cue, passage) == 1 }
      return 2 * found.intersection(wanted).count >= wanted.count
        && found.subtracting(wanted).count <= spareCueWords
    }
  }

  private func contentMatches(_ content: [Span], _ pattern: AttributionPattern) -> Bool {
    switch pattern.content {
    case .words(let passages) where pattern.isExact: passages.contains(content)
    case .words(let passages):
      passages.contains { index.overlap(content, $0) >= contentOverlap }
    default: true
    }
  }

  private func otherFieldsMatch(_ attribution: Attribution, _ pattern: AttributionPattern) -> Bool {
    pattern.kinds?.contains(attribution.kind) ?? true
      && pattern.acts?.contains(attribution.act) ?? true
      && pattern.sourceTypes?.contains(attribution.sourceType) ?? true
      && spansMatch(attribution.venue, pattern.venue)
      && spansMatch(attribution.caveats, pattern.caveat)
      && parentMatches(attribution, pattern.parent)
      && addresseeMatches(attribution, pattern.addressee)
      && timeMatches(attribution.saidWhen, pattern.saidWhen)
  }

  /// Whether all spans together, or one of them, are the passage.
  private func spansMatch(_ spans: [Span], _ part: AttributionPattern.Part?) -> Bool {
    switch part {
    case nil: true
    case .absent: spans.isEmpty
    case .present, .date: !spans.isEmpty
    case .words(let passages):
      passages.contains { passage in
        ([spans] + spans.map { [$0] }).contains { index.overlap($0, passage) >= partOverlap }
      }
    }
  }

  private func parentMatches(_ attribution: Attribution, _ part: AttributionPattern.Part?) -> Bool {
    let parent = reading.attributions.first { $0.id == attribution.parent }
    switch part {
    case nil: return true
    case .absent: return parent == nil
    case .present, .date: return parent != nil
    case .words(let passages):
      guard let parent else { return false }
      return passages.contains { index.overlap(parent.content, $0) >= contentOverlap }
    }
  }

  private func addresseeMatches(_ attribution: Attribution, _ part: AttributionPattern.Part?)
    -> Bool
  {
    let mentions = reading.entities.filter { attribution.addressee.contains($0.id) }
      .flatMap(\.mentions)
    switch part {
    case nil: return true
    case .absent: return attribution.addressee.isEmpty
    case .present, .date: return !attribution.addressee.isEmpty
    case .words(let passages):
      return passages.contains { passage in
        mentions.contains { index.overlap([$0.span], passage) >= partOverlap }
      }
    }
  }

  private func timeMatches(_ time: Time?, _ part: AttributionPattern.Part?) -> Bool {
    switch part {
    case nil: true
    case .absent: time == nil
    case .date(let date): time?.value.hasPrefix(date) == true
    case .present, .words: time != nil
    }
  }

  /// The same source is one entity, or else the very same words; different ones share no entity.
  private func haveSource(same: Bool, _ left: Passage, _ right: Passage) -> Bool {
    guard let left = attribution(holding: left), let right = attribution(holding: right) else {
      return false
    }
    let entities = (Set(left.sourceEntities), Set(right.sourceEntities))
    let words = !left.source.isEmpty && left.source == right.source
    return same
      ? words || (!entities.0.isEmpty && entities.0 == entities.1)
      : !words && entities.0.isDisjoint(with: entities.1)
  }

  /// The outermost attribution whose content holds most words of the passage.
  private func attribution(holding passage: Passage) -> Attribution? {
    let wanted = index.words(in: passage)
    return reading.attributions
      .filter { $0.parent == nil }
      .map { ($0, index.words(in: $0.content).intersection(wanted).count) }
      .filter { 2 * $0.1 > wanted.count }
      .max { $0.1 < $1.1 }?.0
  }
}
