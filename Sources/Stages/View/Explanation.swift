public import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothText
import QuothTime

/// The value after each step of reading one report, for people who want to know why.
public struct Explanation: Sendable {
  private let reading: Reading
  private let engine: String
  private let words: Words

  /// - Parameter engine: How the model was computed, such as `AVX-512, int8`.
  public init(_ reading: Reading, engine: String) {
    self.reading = reading
    self.engine = engine
    words = Words(reading.report.text)
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
        "\(reading.attributions.count) attributions, \(reading.entities.count) entities", .quiet),
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

  private func row(_ name: String, _ value: String, _ span: Span, to sheet: inout Sheet) {
    sheet.paragraph(
      [Run(value), Run(span.description, .quiet)], indent: 2, hanging: Self.column,
      head: Run(name, .saying))
  }

  /// Where values begin.
  private static let column = 22
}
