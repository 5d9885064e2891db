import QuothReport
import QuothText

/// Speakers named outside any clause: turns of a transcript ("WOLD: I heard it."), questions and
/// answers, and the name under a quotation ("— Commissioner Ida Storm").
///
/// A label is a short line head in capitals or capitalised words before a colon. Its paragraph is a
/// turn when the label comes back, when it is a "Q" or "A", or when a quotation follows; a timetable
/// has none of these.
struct SpeakerLabels {
  let words: Words

  /// The drafts with those of the labels added; what is said within a turn becomes nested.
  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = drafts
    for spoken in turns() + signatures() {
      let known = drafts.contains { draft in
        draft.parent == nil
          && draft.content.contains { overlap($0, spoken.content) * 2 > spoken.content.count }
      }
      guard !known else { continue }
      for index in drafts.indices
      where drafts[index].parent == nil && drafts[index].content.allSatisfy(spoken.content.contains)
      {
        drafts[index].parent = drafts.count
      }
      drafts.append(
        Draft(
          source: [spoken.source], cue: spoken.cue.map { [$0] } ?? [], content: [spoken.content],
          evidence: Self.evidence))
    }
    return drafts
  }

  /// What rules find is as sure as what the model is surest of.
  private static let evidence = AttributionDecoder.Evidence(
    roles: 0.95, content: 0.95, source: 0.95)

  private struct Spoken {
    var source: Span
    var cue: Span?
    var content: Span
  }

  private func overlap(_ a: Span, _ b: Span) -> Int { min(a.end, b.end) - max(a.start, b.start) }

  private func turns() -> [Spoken] {
    var labels: [(label: Range<Int>, rest: Range<Int>)] = []
    for tokens in bodies() {
      guard let colon = tokens.prefix(8).first(where: { words.lower[$0] == ":" }),
        colon > tokens.lowerBound, colon + 1 < tokens.upperBound,
        isLabel(tokens.lowerBound..<colon)
      else { continue }
      labels.append((tokens.lowerBound..<colon, colon + 1..<tokens.upperBound))
    }
    let names = labels.map { words.lower[$0.label].joined(separator: " ") }
    return zip(labels, names).compactMap { turn, name in
      let comesBack = names.count { $0 == name } > 1
      guard comesBack || name == "q" || name == "a" || isMark(turn.rest.lowerBound) else {
        return nil
      }
      let colon = words.span(turn.label.upperBound..<turn.label.upperBound + 1)
      return Spoken(source: words.span(turn.label), cue: colon, content: words.span(turn.rest))
    }
  }

  /// A paragraph of a dash and a name, under a paragraph that is one quotation.
  private func signatures() -> [Spoken] {
    let bodies = bodies()
    return zip(bodies, bodies.dropFirst()).compactMap { quotation, signature in
      guard isMark(quotation.lowerBound), isMark(quotation.upperBound - 1),
        ["—", "–", "-", "--"].contains(words.lower[signature.lowerBound]),
        (2...9).contains(signature.count), isLabel(signature.dropFirst())
      else { return nil }
      return Spoken(
        source: words.span(signature.dropFirst()), cue: nil, content: words.span(quotation))
    }
  }

  /// Tokens of each paragraph of running text that has any.
  private func bodies() -> [Range<Int>] {
    words.text.blocks.compactMap { sentences in
      guard let first = sentences.first, words.text.sentences[first].role == .body else {
        return nil
      }
      let tokens =
        words.text.sentences[first].tokens
        .lowerBound..<words.text.sentences[sentences.upperBound - 1].tokens.upperBound
      return tokens
    }
  }

  /// Capitalised words, with nothing but titles' full stops, commas and "of" between them.
  private func isLabel(_ tokens: Range<Int>) -> Bool {
    !tokens.isEmpty
      && tokens.allSatisfy {
        words.isCapitalised($0) || [",", "of", "the", "."].contains(words.lower[$0])
      }
      && words.isCapitalised(tokens.lowerBound)
  }

  private func isMark(_ token: Int) -> Bool {
    ["\"", "“", "”", "«", "»", "„", "''", "``"].contains(words.lower[token])
  }
}
