public import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothText

/// One report as one self-contained page: the report as people read it, every attribution marked,
/// its sources in the margin in order.
///
/// The page needs nothing else: no script, font or picture from elsewhere, and a content security
/// policy that forbids them. Marks differ in shape as well as in colour: a content stands between
/// numbered brackets, a source is underlined, a cue is dotted. Hovering, tapping or focusing a
/// number shows whose words it passed through; without JavaScript, too. It follows the reader's
/// light or dark setting, prints, and fits a phone. Statements, entities, places, times and events can
/// be switched on over the words; each stands in a list below, with links both ways.
///
///     Page(reading).html
public struct Page: Sendable {
  let index: ReadingIndex
  let claims: Claims
  let places: Places
  let records: PageRecords
  private let report: Report
  private let marks: PageMarks

  public init(_ reading: Reading) {
    index = ReadingIndex(reading)
    claims = Claims(index)
    places = Places(reading.report)
    records = PageRecords(claims)
    report = reading.report
    marks = PageMarks(reading)
  }

  /// UTF-8; a whole HTML document.
  ///
  /// - Complexity: O(n) in bytes, and quadratic in the marks of one passage.
  public var html: [UInt8] {
    var html = HTMLWriter()
    writeHead(to: &html)
    html.markup("<body>\n")
    writeHeader(to: &html)
    html.markup("<main>\n")
    for number in report.blocks.indices { writeBlock(number, to: &html) }
    html.markup("</main>\n")
    writeSources(to: &html)
    writeRecords(to: &html)
    writeFooter(to: &html)
    html.markup("<script>")
    html.markup(PageStyle.script)
    html.markup("</script>\n</body>\n</html>\n")
    return html.bytes
  }

  // MARK: Head, header, footer

  private func writeHead(to html: inout HTMLWriter) {
    html.markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
    html.markup("style-src '")
    html.markup(PageStyle.styleDigest)
    html.markup("'; script-src '")
    html.markup(PageStyle.scriptDigest)
    html.markup("'; base-uri 'none'; form-action 'none'\">\n")
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n")
    html.element("title", title)
    html.markup("\n<style>")
    html.markup(PageStyle.style)
    html.markup("</style>\n</head>\n")
  }

  private var title: String {
    report.headline?.value.singleLine ?? report.file?.singleLine ?? "Report without a headline"
  }

  private var hasHeadline: Bool { report.blocks.contains { $0.role == .headline } }

  private func writeHeader(to html: inout HTMLWriter) {
    html.markup("<header>\n")
    let provenance = Provenance(report, words: index.words).phrases
    if !provenance.isEmpty {
      html.element("p", class: "from") { $0.text(provenance.joined(separator: " · ")) }
    }
    if !hasHeadline { html.element("h1", title) }
    html.element("p", class: "key") { html in
      html.text(ClaimCounts(claims).phrases.joined(separator: " · "))
      guard !index.reading.attributions.isEmpty else { return }
      html.markup(" <span class=\"legend\"><b class=\"s\">source</b> <i class=\"u\">cue</i> ")
      html.markup(
        "<sup>1</sup><span class=\"open\"></span><span class=\"c\">words attributed</span>")
      html.markup("<span class=\"close\"></span></span>")
    }
    writeSwitches(to: &html)
    html.markup("</header>\n")
  }

  private func writeFooter(to html: inout HTMLWriter) {
    html.markup("<footer>\n")
    for warning in index.reading.allWarnings {
      html.element("p", class: "warning") { html in
        html.text(warning.message)
        html.markup(" <code>")
        html.text(warning.slug)
        html.markup("</code>")
      }
    }
    html.element("p", class: "model") { html in
      html.text("Read by quoth with \(index.reading.model). ")
      html.text("Brackets, numbers and the margin are not part of the report.")
    }
    html.markup("</footer>\n")
  }

  // MARK: The report

  private func writeBlock(_ number: Int, to html: inout HTMLWriter) {
    let block = report.blocks[number]
    guard !block.span.isEmpty else { return }
    let marked = MarkedBlock(
      block.span, marks.marks[number], records: records.blocks[number])
    let here = marks.attributions[number]
    html.markup("<div class=\"row\" id=\"p")
    html.number(number + 1)
    html.markup("\">\n")
    let element = element(of: block)
    html.markup("<")
    html.markup(element.name)
    html.markup(" class=\"text ")
    html.markup(element.style)
    html.markup("\">")
    let local = Dictionary(uniqueKeysWithValues: here.enumerated().map { ($1, $0) })
    for segment in marked.segments { write(segment, local, block: number, to: &html) }
    html.markup("</")
    html.markup(element.name)
    html.markup(">\n")
    let notes = here.filter { marks.first[$0]?.block == number }
    if !notes.isEmpty {
      html.markup("<ol class=\"notes\">\n")
      for attribution in notes {
        writeNote(attribution, local, block: number, to: &html)
      }
      html.markup("</ol>\n")
    }
    html.markup("</div>\n")
  }

  private func element(of block: Block) -> (name: StaticString, style: StaticString) {
    switch (block.role, block.form) {
    case (.headline, _): ("h1", "headline")
    case (.deck, _): ("p", "deck")
    case (.subhead, _): ("h2", "subhead")
    case (.caption, _): ("p", "caption")
    case (.credit, _): ("p", "credit")
    case (.body, .quotation): ("blockquote", "body")
    case (.body, .listItem): ("p", "body item")
    case (.body, .paragraph): ("p", "body")
    }
  }

  private func write(
    _ segment: MarkedBlock.Segment, _ local: [Int: Int], block: Int, to html: inout HTMLWriter
  ) {
    for attribution in marks.attributions[block]
    where marks.first[attribution]?.offset == segment.span.start
      && marks.first[attribution]?.block == block && !segment.opening.contains(attribution)
    {
      writeNumber(attribution, local, to: &html)
    }
    for attribution in segment.opening.sorted(by: { depth($0) < depth($1) }) {
      if marks.first[attribution]?.offset == segment.span.start {
        writeNumber(attribution, local, to: &html)
      }
      html.markup("<span class=\"open")
      writeName(attribution, local, to: &html)
      html.markup("\"></span>")
    }
    let anchors = writeAnchors(of: segment, to: &html)
    if segment.marks.isEmpty, segment.records.isEmpty {
      html.text(index.words[segment.span])
    } else {
      html.markup("<span class=\"m")
      if !segment.marks.isEmpty { writeClasses(of: segment, local, to: &html) }
      writeClasses(of: segment.records, to: &html)
      html.markup("\">")
      html.text(index.words[segment.span])
      html.markup("</span>")
    }
    for _ in 0..<anchors { html.markup("</span>") }
    writeTags(behind: segment, to: &html)
    for attribution in segment.closing.sorted(by: { depth($0) > depth($1) }) {
      html.markup("<span class=\"close")
      writeName(attribution, local, to: &html)
      html.markup("\"></span>")
    }
  }

  /// The number of an attribution, which leads to its note.
  private func writeNumber(
    _ attribution: Int, _ local: [Int: Int], to html: inout HTMLWriter
  ) {
    html.markup("<a class=\"n")
    writeName(attribution, local, to: &html)
    html.markup("\" id=\"r")
    html.number(attribution + 1)
    html.markup("\" href=\"#n")
    html.number(attribution + 1)
    html.markup("\" aria-label=\"")
    html.text("Attribution \(attribution + 1): \(summary(attribution))")
    html.markup("\">")
    html.number(attribution + 1)
    html.markup("</a>")
  }

  /// The class that lights up with the attribution, and the one of its hue.
  private func writeName(_ attribution: Int, _ local: [Int: Int], to html: inout HTMLWriter) {
    html.markup(" k")
    html.number((local[attribution] ?? 0) % PageStyle.localNames)
    html.markup(" h")
    html.number(index.sourceOf[attribution] % PageStyle.hues)
  }

  /// Hue of the innermost mark, depth and parts, and one name within the passage for each
  /// attribution.
  private func writeClasses(
    of segment: MarkedBlock.Segment, _ local: [Int: Int], to html: inout HTMLWriter
  ) {
    let contents = Set(segment.marks.filter { $0.part == .content }.map(\.attribution))
    let innermost = segment.marks.max { depth($0.attribution) < depth($1.attribution) }
    html.markup(" h")
    html.number(index.sourceOf[innermost?.attribution ?? 0] % PageStyle.hues)
    if !contents.isEmpty {
      html.markup(" c d")
      html.number(min(contents.count, PageStyle.depths))
    }
    if segment.marks.contains(where: { $0.part == .source }) { html.markup(" s") }
    if segment.marks.contains(where: { $0.part == .cue }) { html.markup(" u") }
    for attribution in Set(segment.marks.map(\.attribution)).sorted() {
      html.markup(" k")
      html.number((local[attribution] ?? 0) % PageStyle.localNames)
    }
  }

  private func depth(_ attribution: Int) -> Int { index.chain(attribution).count }

  /// Whether an attribution has a number in the text that a link can lead to.
  func marks(_ attribution: Int) -> Bool { marks.first[attribution] != nil }

  // MARK: The margin

  private func writeNote(
    _ number: Int, _ local: [Int: Int], block: Int, to html: inout HTMLWriter
  ) {
    let attribution = index.reading.attributions[number]
    html.markup("<li class=\"note")
    writeName(number, local, to: &html)
    html.markup("\" id=\"n")
    html.number(number + 1)
    html.markup("\" tabindex=\"-1\"><a class=\"num\" href=\"#r")
    html.number(number + 1)
    html.markup("\" aria-label=\"to the words\">")
    html.number(number + 1)
    html.markup("</a> ")
    let source = index.sources[index.sourceOf[number]]
    html.element("b", source.isNobody ? "nobody named" : source.name)
    html.markup(" ")
    html.element("span", class: attribution.act == .deny ? "act deny" : "act") {
      $0.text(label(attribution))
    }
    html.markup(
      attribution.parent == nil ? "" : " <span class=\"in\">within another’s words</span>")
    html.element("div", class: "more") { html in
      if !source.notes.isEmpty { html.element("p", source.notes.joined(separator: " · ")) }
      let circumstances = index.circumstances(attribution)
      if !circumstances.isEmpty { html.element("p", circumstances.joined(separator: " · ")) }
      let chain = index.chain(number)
      if chain.count > 1 {
        html.element("p", class: "chain") { html in
          html.text("the report ")
          for layer in chain {
            html.markup("<span class=\"arrow\" aria-hidden=\"true\">→</span> ")
            html.text((layer.isNobody ? "nobody named" : layer.name) + " ")
          }
        }
      }
      html.element(
        "p",
        [
          attribution.kind.words, places.paragraph(attribution.content.first),
          "read with \(attribution.percent) % confidence",
        ]
        .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    html.markup("<a class=\"back\" href=\"#p")
    html.number(block + 1)
    html.markup("\">close</a></li>\n")
  }

  private func label(_ attribution: Attribution) -> String {
    let cue = index.words.line(attribution.cue)
    return attribution.act.isPlainSaying && !cue.isEmpty ? cue : attribution.act.word
  }

  private func summary(_ attribution: Int) -> String {
    let source = index.sources[index.sourceOf[attribution]]
    return "\(source.isNobody ? "nobody named" : source.name), "
      + label(index.reading.attributions[attribution])
  }

  private func writeSources(to html: inout HTMLWriter) {
    let named = index.sources.filter { !$0.attributions.isEmpty }
    guard !named.isEmpty else { return }
    html.markup("<section class=\"sources\" aria-labelledby=\"sources\">\n")
    html.markup("<h2 id=\"sources\">Sources</h2>\n<ul>\n")
    for (number, source) in index.sources.enumerated() {
      html.markup("<li class=\"h")
      html.number(number % PageStyle.hues)
      html.markup("\">")
      html.element("b", source.isNobody ? "nobody named" : source.name)
      if !source.notes.isEmpty { html.text(" · " + source.notes.joined(separator: " · ")) }
      html.markup(" <span class=\"links\">")
      for attribution in source.attributions {
        html.markup("<a href=\"#r")
        html.number(attribution + 1)
        html.markup("\">")
        html.number(attribution + 1)
        html.markup("</a> ")
      }
      html.markup("</span></li>\n")
    }
    html.markup("</ul>\n</section>\n")
  }
}
