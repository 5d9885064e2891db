import QuothStatement
import QuothAnnotation
import QuothReport

extension Sample {
  /// A report that nobody says anything in.
  static var empty: Sample { Sample([(.body, "The bridge is closed.")]) }

  /// Markup, escape sequences, writing direction and wide characters in every place they can stand.
  static var hostile: Sample {
    let tag = "<script>alert(1)</script>"
    var sample = Sample([
      (.headline, "\(tag) & \"quotes\" ' \u{1B}[31m"),
      (
        .body,
        """
        “Close </style><img src=x onerror=alert(1)> the \u{202E}bridge\u{202C} 港口港口港口港口,” \
        Ivo <b>Maric</b>\u{1B}]0;owned\u{7} said on 🇳🇴👩‍🚒 \
        Averylongwordwithoutanyblankinitthatdoesnotfitonanylineofanyterminalwhateveritswidthmaybeatall.
        """
      ),
      (.caption, "--> ]]> &amp; &#x3C;i&#x3E; \u{2028}\u{9B}31m"),
    ]) { report in
      report.headline = Stated("\(tag) & \"quotes\" ' \u{1B}[31m", from: .text)
      report.publisher = Stated("\"><svg onload=alert(1)>", from: .meta)
      report.url = Stated("javascript:alert(1)", from: .meta)
      report.language = Stated("en\" onclick=\"alert(1)", from: .meta)
      report.byline = Stated(["</title>\(tag)"], from: .meta)
      report.file = "\(tag).txt"
      report.warnings = [Warning(slug: "report.odd", message: "\(tag) \u{1B}[2J")]
    }
    let source = sample.span("Ivo <b>Maric</b>\u{1B}]0;owned\u{7}")
    let maric = sample.entity("Ivo <b>Maric</b>\u{1B}]0;owned\u{7}")
    let content = sample.span(
      "“Close </style><img src=x onerror=alert(1)> the \u{202E}bridge\u{202C} 港口港口港口港口,”")
    let outer = sample.attribute(
      [content, sample.span("Averylong"), sample.span("word")], to: [source],
      by: [sample.span("said")], kind: .direct, entities: [maric],
      venue: [sample.span("<script>")])
    // Parts that overlap, repeat, stand inside their own source or reach beyond the text.
    sample.attribute(
      [content, Span(start: 5, end: 5_000), Span(start: 90, end: 90)], to: [content], by: [content],
      act: .deny, entities: [7], parent: outer)
    sample.attribute([Span(start: 4_000, end: 9_000)], to: [], by: [], type: .none, parent: 3)
    sample.attribute([], to: [], by: [], type: .none, parent: 2)
    return sample
  }

  /// Sixty attributions by seven sources, three layers deep.
  static var crowded: Sample {
    let names = [
      "Ana Ruiz", "Tomas Rey", "Ilse Brandt", "Ivo Maric", "Petra Lund", "the harbour board",
      "two engineers",
    ]
    let acts: [Attribution.Act] = [.state, .warn, .deny, .promise, .other, .confirm, .speculate]
    let paragraphs = (0..<20).map { number in
      """
      \(names[number % 7]) said on day \(number) that crossing \(number) would open once \
      \(names[(number + 3) % 7]) agreed with \(names[(number + 5) % 7]), who feared that the piers \
      of crossing \(number) had moved by several centimetres since the flood of the previous spring \
      and would not carry lorries, trams or the weekly market without repairs that nobody had yet \
      offered to pay for.
      """
    }
    var sample = Sample(
      [(.headline, "Twenty crossings, one flood")] + paragraphs.map { (.body, $0) }
    ) {
      $0.headline = Stated("Twenty crossings, one flood", from: .text)
    }
    let ids = names.map { sample.entity($0) }
    for (number, paragraph) in paragraphs.enumerated() {
      let block = sample.reading.report.blocks[number + 1].span
      func part(_ words: String) -> Span {
        let offset = Array(paragraph.utf8).firstOffset(of: Array(words.utf8))
        return Span(start: block.start + offset, end: block.start + offset + words.utf8.count)
      }
      func rest(_ words: String) -> Span { Span(start: part(words).start, end: block.end - 1) }
      let unnamed = Attribution.SourceType.unnamedCollective
      let outer = sample.attribute(
        [rest("crossing \(number) would")], to: [part(names[number % 7])], by: [part("said")],
        kind: number % 3 == 0 ? .mixed : .indirect, act: acts[number % 7],
        type: number % 7 == 6 ? unnamed : .namedPerson, entities: [ids[number % 7]])
      let middle = sample.attribute(
        [rest("with \(names[(number + 5) % 7])")], to: [part(names[(number + 3) % 7])],
        by: [part("agreed")], act: .agree, entities: [ids[(number + 3) % 7]], parent: outer)
      sample.attribute(
        [rest("the piers")], to: [part(names[(number + 5) % 7])], by: [part("feared that")],
        act: .fear, entities: [ids[(number + 5) % 7]], parent: middle)
    }
    return sample
  }
}

extension [UInt8] {
  /// - Precondition: the words stand in the bytes.
  fileprivate func firstOffset(of words: [UInt8]) -> Int {
    indices.first { self[$0...].starts(with: words) }!
  }
}
