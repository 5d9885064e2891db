import QuothReport
import QuothSyntax
import QuothText

/// Speakers named outside any clause: turns of a transcript ("WOLD: I heard it."), questions and
/// answers, and the name under a quotation ("— Commissioner Ida Storm").
///
/// A label is a short line head in capitals or capitalised words before a colon. Its paragraph is a
/// turn when the label comes back, when it is a "Q" or "A", or when a quotation follows; a timetable
/// has none of these.
struct SpeakerLabels {
  let words: Words

  /// The drafts with those of the labels in place of what the model made of the same words; what is
  /// said within a turn becomes nested.
  ///
  /// - Precondition: no draft has a parent yet.
  func completed(_ drafts: [Draft]) -> [Draft] {
    let spoken = turns() + signatures()
    let labels = spoken.map { spoken in
      Draft(
        source: [spoken.source], cue: [spoken.cue], content: [spoken.content],
        evidence: Self.evidence)
    }
    let others = drafts.compactMap { draft in
      var draft = draft
      draft.content.removeAll { piece in
        spoken.contains { overlap($0.content, piece) * 2 > max($0.content.count, piece.count) }
      }
      draft.parent = spoken.firstIndex { spoken in
        draft.content.allSatisfy(spoken.content.contains)
      }
      let isLabel = spoken.contains { spoken in draft.cue.contains(where: spoken.cue.overlaps) }
      return draft.content.isEmpty || isLabel ? nil : draft
    }
    return labels + others
  }

  /// What rules find is as sure as what the model is surest of.
  private static let evidence = AttributionDecoder.Evidence(
    roles: 0.95, content: 0.95, source: 0.95)

  private struct Spoken {
    var source: Span
    var cue: Span
    var content: Span
  }

  private func overlap(_ a: Span, _ b: Span) -> Int { min(a.end, b.end) - max(a.start, b.start) }

  private func turns() -> [Spoken] {
    var labels: [(label: Range<Int>, rest: Range<Int>)] = []
    for tokens in bodies() {
      let start = isMark(tokens.lowerBound) ? tokens.lowerBound + 1 : tokens.lowerBound
      guard
        let colon = (start..<tokens.upperBound).prefix(8).first(where: { words.lower[$0] == ":" }),
        colon + 1 < tokens.upperBound, isLabel(start..<colon)
      else { continue }
      labels.append((start..<colon, colon + 1..<tokens.upperBound))
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

  /// A dash and a name after a quotation, at the end of its paragraph or as the next one.
  private func signatures() -> [Spoken] {
    let bodies = bodies()
    var found: [Spoken] = []
    for (index, body) in bodies.enumerated() where isMark(body.lowerBound) {
      guard let last = body.last(where: isMark), last > body.lowerBound else { continue }
      var rest = last + 1..<body.upperBound
      if rest.isEmpty, index + 1 < bodies.count { rest = bodies[index + 1] }
      if let end = rest.last, words.lower[end] == "." { rest = rest.dropLast() }
      guard let dash = rest.first, Self.dashes.contains(words.lower[dash]),
        (2...12).contains(rest.count), isLabel(rest.dropFirst())
      else { continue }
      found.append(
        Spoken(
          source: words.span(rest.dropFirst()), cue: words.span(dash..<dash + 1),
          content: words.span(body.lowerBound..<last + 1)))
    }
    return found
  }

  private static let dashes: Set<String> = ["—", "–", "―", "-", "--"]

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
