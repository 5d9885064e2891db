public import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothText

/// One report on a terminal: who said what, grouped by source, in the words of the report.
///
/// One line is one attribution. Only words of the report and a small fixed vocabulary appear; what
/// is left out of a long content is marked `[…]`. Denials come first. What stands inside another
/// one's words is indented under it.
///
///     Brief(reading).text(width: 100, isColoured: false)
public struct Brief: Sendable {
  private let index: ReadingIndex
  private let places: Places
  private let showsLines: Bool

  /// - Parameter showsLines: Whether lines of the report's text are lines of a file that the user
  ///   can open; false for pages, whose text is extracted.
  public init(_ reading: Reading, showsLines: Bool = true) {
    index = ReadingIndex(reading)
    places = Places(reading.report)
    self.showsLines = showsLines
  }

  /// The brief with a line end at the end.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    let attributions = index.reading.attributions
    let layout = Layout(
      width: min(max(width, 40), 100),
      label: attributions.map { TerminalText.width(TerminalText.safe(label($0))) }.max() ?? 0,
      reference: attributions.map { TerminalText.width(reference($0)) }.max() ?? 0)
    var sheet = Sheet(width: layout.width, isColoured: isColoured)
    writeHeader(to: &sheet)
    let denials = index.outermost.filter { isDenial($0) }
    writeSection("DENIED", denials, layout, to: &sheet)
    writeSection("BY SOURCE", index.outermost.filter { !isDenial($0) }, layout, to: &sheet)
    writeNotes(to: &sheet)
    return sheet.text
  }

  // MARK: Header and notes

  private func writeHeader(to sheet: inout Sheet) {
    let report = index.reading.report
    let headline = report.headline?.value ?? report.file ?? "Report without a headline"
    sheet.paragraph([Run(headline, .headline)])
    let provenance = Provenance(report, words: index.words).phrases
    if !provenance.isEmpty { sheet.paragraph(separated(provenance, .plain)) }
    sheet.paragraph(separated(counts, .quiet))
  }

  private var counts: [String] {
    let attributions = index.reading.attributions
    guard !attributions.isEmpty else { return ["no attribution found"] }
    let named = index.sources.filter { !$0.isNobody }
    let unnamed = named.count { $0.isUnnamed }
    let denied = attributions.count { $0.act == .deny }
    let anonymous = attributions.indices.count { index.sources[index.sourceOf[$0]].isNobody }
    var counts = [counted(named.count, "source")]
    if unnamed > 0 {
      counts[0] += unnamed == named.count ? ", unnamed" : ", \(unnamed) of them unnamed"
    }
    counts.append(counted(attributions.count, "attribution"))
    if denied > 0 { counts.append(counted(denied, "denial")) }
    if anonymous > 0 { counts.append("\(anonymous) with nobody named") }
    return counts
  }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  private func writeNotes(to sheet: inout Sheet) {
    for warning in index.reading.allWarnings {
      sheet.blank()
      sheet.paragraph(
        [Run(warning.message), Run("(\(warning.slug))", .quiet)], hanging: 6,
        head: Run("Note", .caution))
    }
  }

  /// Phrases with a middle dot between them, never at the head of a line.
  private func separated(_ phrases: [String], _ ink: Ink) -> [Run] {
    phrases.enumerated().map { Run($0 + 1 < phrases.count ? $1 + " ·" : $1, ink) }
  }

  // MARK: Sections

  private func isDenial(_ attribution: Int) -> Bool {
    index.reading.attributions[attribution].act == .deny
  }

  private func writeSection(
    _ title: String, _ attributions: [Int], _ layout: Layout, to sheet: inout Sheet
  ) {
    guard !attributions.isEmpty else { return }
    sheet.blank()
    sheet.paragraph([Run(title, .section)])
    var groups: [Int: [Int]] = [:]
    for attribution in attributions {
      groups[index.sourceOf[attribution], default: []].append(attribution)
    }
    for (source, members) in groups.sorted(by: { $0.value[0] < $1.value[0] }) {
      writeSource(index.sources[source], layout, to: &sheet)
      for attribution in members { writeAttribution(attribution, layout, to: &sheet) }
    }
  }

  private func writeSource(
    _ source: ReadingIndex.Source, _ layout: Layout, to sheet: inout Sheet
  ) {
    var runs = [Run(source.isNobody ? "nobody named" : source.name, .source)]
    for note in source.notes { runs += [Run("·", .quiet), Run(note, .quiet)] }
    sheet.paragraph(runs, indent: layout.sourceIndent, hanging: layout.itemIndent)
  }

  private func writeAttribution(_ number: Int, _ layout: Layout, to sheet: inout Sheet) {
    let attribution = index.reading.attributions[number]
    // What stands in it is shown in full under it.
    let lines = index.children[number].isEmpty ? 4 : 2
    sheet.paragraph(
      words(of: attribution, columns: lines * layout.contentWidth),
      indent: layout.itemIndent, hanging: layout.contentIndent,
      head: Run(label(attribution), ink(attribution.act)),
      tail: Run(reference(attribution), .quiet), margin: layout.margin)
    for child in index.children[number] { writeChild(child, depth: 0, layout, to: &sheet) }
  }

  /// One that stands in another one's words: an arrow, its own source, and the rest in one flow.
  private func writeChild(_ number: Int, depth: Int, _ layout: Layout, to sheet: inout Sheet) {
    let attribution = index.reading.attributions[number]
    let indent = min(layout.contentIndent + 2 * depth, layout.width / 2)
    let source = index.sources[index.sourceOf[number]]
    let lines = index.children[number].isEmpty ? 4 : 2
    sheet.paragraph(
      [
        Run(source.isNobody ? "nobody named" : source.name, .source),
        Run(label(attribution) + ":", ink(attribution.act)),
      ] + words(of: attribution, columns: lines * layout.contentWidth),
      indent: indent, hanging: indent + 2, head: Run("↳", .quiet),
      tail: Run(reference(attribution), .quiet), margin: layout.margin)
    for child in index.children[number] {
      writeChild(child, depth: depth + 1, layout, to: &sheet)
    }
  }

  // MARK: The parts of a line

  /// The content, then to whom, when, where and with what reservation it was said.
  private func words(of attribution: Attribution, columns: Int) -> [Run] {
    let content = TerminalText.safe(index.words.line(attribution.content))
    return [Run(TerminalText.shortened(content, to: columns))]
      + index.circumstances(attribution).map { Run("· " + $0, .circumstance) }
  }

  /// The act, or for plain saying the cue in its own words where they are short.
  private func label(_ attribution: Attribution) -> String {
    guard attribution.act.isPlainSaying else { return attribution.act.word }
    let cue = index.words.line(attribution.cue)
    if cue.isEmpty { return "goes on" }
    return TerminalText.width(TerminalText.safe(cue)) <= Layout.widestLabel
      ? cue : attribution.act.word
  }

  private func reference(_ attribution: Attribution) -> String {
    guard let first = attribution.content.first else { return "" }
    let paragraph = places.paragraph(first)
    guard showsLines else { return paragraph }
    return paragraph.isEmpty ? "L\(places.line(first))" : "\(paragraph) L\(places.line(first))"
  }

  private func ink(_ act: Attribution.Act) -> Ink {
    switch act {
    case .deny, .decline: .denial
    case .confirm, .agree: .confirmation
    case .accuse, .warn, .fear, .doubt: .caution
    case .promise, .expect, .intend, .hope, .urge, .ask, .speculate, .believe: .outlook
    case .state, .report, .assess, .other: .saying
    }
  }
}

/// The columns of a brief.
private struct Layout {
  /// A cue wider than this gives way to the word for its act.
  static let widestLabel = 12

  let width: Int
  let sourceIndent: Int
  let itemIndent: Int
  let contentIndent: Int
  /// Columns kept free at the right for references.
  let margin: Int

  /// - Parameters:
  ///   - label: Columns of the widest label.
  ///   - reference: Columns of the widest reference.
  init(width: Int, label: Int, reference: Int) {
    self.width = width
    let isNarrow = width < 80
    sourceIndent = isNarrow ? 0 : 2
    itemIndent = isNarrow ? 2 : 4
    contentIndent = itemIndent + label + 2
    margin = reference + 2
  }

  var contentWidth: Int { max(width - contentIndent - margin, 1) }
}
