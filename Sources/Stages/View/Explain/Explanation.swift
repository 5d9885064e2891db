public import QuothAnnotation
import QuothPlace
import QuothReport
public import QuothStatement
import QuothText
import QuothTime

/// The value after each step of reading one report, for people who want to know why: of a statement,
/// the words, the grammar and the scores that made each field.
public struct Explanation: Sendable {
  private let reading: Reading
  private let engine: String
  private let words: Words
  private let claims: Claims
  private let scores: [Float?]

  /// - Parameters:
  ///   - engine: How the model was computed, such as `AVX-512, int8`.
  ///   - scores: What its head of certainty says of each token, -3 to 3; empty where nobody knows.
  public init(_ reading: Reading, engine: String, scores: [Float?] = []) {
    self.reading = reading
    self.engine = engine
    self.scores = scores
    claims = Claims(ReadingIndex(reading))
    words = claims.index.words
  }

  /// Steps in their order; spans are UTF-8 bytes.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal, at least 40.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Sheet(width: max(width, 40), isColoured: isColoured)
    writeReport(to: &sheet)
    writeText(to: &sheet)
    writeTimes(to: &sheet)
    sheet.blank()
    sheet.paragraph([Run("ENGINE", .section)])
    row("model", reading.model, to: &sheet)
    row("kernels", engine, to: &sheet)
    writeAttributions(to: &sheet)
    writeEntities(to: &sheet)
    writePlaces(to: &sheet)
    writeStatements(to: &sheet)
    writeRelations(to: &sheet)
    return sheet.text
  }

  private func writeReport(to sheet: inout Sheet) {
    let report = reading.report
    sheet.paragraph([Run("REPORT", .section)])
    row("id", report.id, to: &sheet)
    row("file", report.file, to: &sheet)
    row("address", report.url?.value, report.url?.basis, to: &sheet)
    row("publisher", report.publisher?.value, report.publisher?.basis, to: &sheet)
    row("headline", report.headline?.value, report.headline?.basis, to: &sheet)
    row("byline", report.byline?.value.joined(separator: ", "), report.byline?.basis, to: &sheet)
    row("published", report.published?.value, report.published?.basis, to: &sheet)
    row("updated", report.updated?.value, report.updated?.basis, to: &sheet)
    row("section", report.section?.value, report.section?.basis, to: &sheet)
    row("language", report.language?.value, report.language?.basis, to: &sheet)
    row("dateline", report.dateline.map { words.line($0.span) }, to: &sheet)
    row("credit", report.credit.joined(separator: ", "), to: &sheet)
    for warning in report.warnings { row(warning.slug, warning.message, to: &sheet) }
    for (number, block) in report.blocks.enumerated() {
      let form = block.form == .paragraph ? "" : " \(block.form.rawValue)"
      row(
        "\(number + 1) \(block.role.rawValue)\(form)", words.line(block.span), block.span,
        to: &sheet)
    }
  }

  private func writeText(to sheet: inout Sheet) {
    let text = reading.text
    sheet.blank()
    sheet.paragraph([
      Run("TEXT", .section),
      Run("\(text.sentences.count) sentences, \(text.tokens.count) tokens", .quiet),
    ])
    for (number, sentence) in text.sentences.enumerated() {
      row(
        "s\(number + 1) \(sentence.role.rawValue)", words.line(sentence.span), sentence.span,
        to: &sheet)
    }
  }

  private func writeTimes(to sheet: inout Sheet) {
    sheet.blank()
    sheet.paragraph([
      Run("TIME", .section), Run("\(reading.times.count) expressions", .quiet),
    ])
    for (number, time) in reading.times.enumerated() {
      let mod = time.mod.map { " \($0.rawValue)" } ?? ""
      row(
        "x\(number + 1) \(time.type.rawValue)", "\(time.value)\(mod) “\(words.line(time.span))”",
        time.span, to: &sheet)
    }
  }

  private func writeAttributions(to sheet: inout Sheet) {
    sheet.blank()
    sheet.paragraph([
      Run("ANNOTATION", .section),
      Run(
        "\(reading.attributions.count) attributions", .quiet),
    ])
    for attribution in reading.attributions {
      var facts = [
        attribution.kind.rawValue, attribution.act.rawValue, attribution.sourceType.rawValue,
        "\(attribution.percent) %",
      ]
      if let parent = attribution.parent { facts.append("inside a\(parent + 1)") }
      sheet.paragraph(
        [Run(facts.joined(separator: " · "), .quiet)], hanging: 6,
        head: Run("a\(attribution.id + 1)", .source))
      part("source", attribution.source, to: &sheet)
      part("cue", attribution.cue, to: &sheet)
      part("content", attribution.content, to: &sheet)
      part("venue", attribution.venue, to: &sheet)
      part("caveats", attribution.caveats, to: &sheet)
      part("when", attribution.saidWhen.map { [$0.span] } ?? [], to: &sheet)
    }
  }

  private func writeEntities(to sheet: inout Sheet) {
    title("ENTITY", "\(reading.entities.count) entities", to: &sheet)
    for (number, entity) in reading.entities.enumerated() {
      let roles = entity.roles.map { words.line($0.span) }
      let facts = ["\(entity.mentions.count) mentions", entity.country, entity.link]
        .compactMap(\.self)
      row(
        "e\(number + 1) \(entity.type.rawValue)",
        ([entity.name.singleLine] + roles + facts).joined(separator: " · "), to: &sheet)
    }
  }

  private func writePlaces(to sheet: inout Sheet) {
    title("PLACE", "\(reading.places.count) places", to: &sheet)
    for (number, place) in reading.places.enumerated() {
      let facts = [
        place.name.singleLine, place.country, place.precision?.rawValue,
        place.geonames.map { "geonames \($0)" },
      ].compactMap(\.self).joined(separator: " · ")
      row("l\(number + 1)", facts, place.mentions.first, to: &sheet)
    }
  }

  /// Each statement with the words and scores that made its fields.
  private func writeStatements(to sheet: inout Sheet) {
    title(
      "STATEMENT", "\(reading.statements.count) statements, \(reading.events.count) events",
      to: &sheet)
    for (number, statement) in reading.statements.enumerated() {
      let span = statement.spans.first.map { [Run($0.description, .quiet)] } ?? []
      sheet.paragraph(
        [Run(claims.index.quoted.line(statement.spans))] + span, hanging: 6,
        head: Run("t\(number + 1)", .source))
      for field in StatementReasons(statement, in: claims, scores: scores).fields {
        let because = field.because.joined(separator: ", ")
        sheet.paragraph(
          [Run(field.value)] + (because.isEmpty ? [] : [Run("← " + because, .quiet)]), indent: 6,
          hanging: 17, head: Run(field.name, .saying))
      }
    }
  }

  private func writeRelations(to sheet: inout Sheet) {
    title("RELATION", "\(reading.relations.count) relations", to: &sheet)
    for relation in reading.relations {
      let from = relation.from.map { "t\($0 + 1) → " } ?? ""
      row(
        relation.type.rawValue, "\(from)t\(relation.to + 1) ← “\(words.line(relation.evidence))”",
        to: &sheet)
    }
  }

  private func title(_ title: String, _ count: String, to sheet: inout Sheet) {
    sheet.blank()
    sheet.paragraph([Run(title, .section), Run(count, .quiet)])
  }

  private func part(_ name: String, _ spans: [Span], to sheet: inout Sheet) {
    for span in spans {
      sheet.paragraph(
        [Run(words.line(span)), Run(span.description, .quiet)], indent: 6, hanging: 15,
        head: Run(name, .saying))
    }
  }

  private func row(
    _ name: String, _ value: String?, _ basis: Basis? = nil, to sheet: inout Sheet
  ) {
    guard let value, !value.isEmpty else { return }
    let source = basis.map { [Run("from \($0.rawValue)", .quiet)] } ?? []
    sheet.paragraph(
      [Run(value)] + source, indent: 2, hanging: Self.column, head: Run(name, .saying))
  }

  private func row(_ name: String, _ value: String, _ span: Span?, to sheet: inout Sheet) {
    sheet.paragraph(
      [Run(value)] + (span.map { [Run($0.description, .quiet)] } ?? []), indent: 2,
      hanging: Self.column,
      head: Run(name, .saying))
  }

  /// Where values begin.
  private static let column = 22
}
