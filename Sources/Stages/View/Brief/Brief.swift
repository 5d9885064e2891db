import QuothAnnotation
import QuothReport
public import QuothStatement
import QuothText

/// One report on a terminal: what is disputed, then who says what, then where and when.
///
/// One line is one claim, in the words of the report, with how sure its holder is as a word. Only
/// words of the report and a small fixed vocabulary appear; what is left out of a long claim is
/// marked `[…]`. What a source would not say is kept, and so is what was looked for and not found.
///
///     Brief(reading).text(width: 100, isColoured: false)
public struct Brief: Sendable {
  private let index: ReadingIndex
  private let claims: Claims
  private let places: Places
  private let showsLines: Bool

  /// - Parameter showsLines: Whether lines of the report's text are lines of a file that the user
  ///   can open; false for pages, whose text is extracted.
  public init(_ reading: Reading, showsLines: Bool = true) {
    index = ReadingIndex(reading)
    claims = Claims(index)
    places = Places(reading.report)
    self.showsLines = showsLines
  }

  /// The brief with a line end at the end.
  ///
  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    let layout = BriefLayout(
      width: min(max(width, 40), 100),
      label: claims.all.map { TerminalText.width(TerminalText.safe(claims.label($0))) }.max() ?? 0,
      reference: claims.all.map { TerminalText.width(reference($0.spans)) }.max() ?? 0)
    var sheet = Sheet(width: layout.width, isColoured: isColoured)
    writeHeader(to: &sheet)
    writeDisputes(layout, to: &sheet)
    writeSources(layout, to: &sheet)
    writeRefusals(layout, to: &sheet)
    let setting = Setting(index)
    writeSetting(setting, layout, to: &sheet)
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
    sheet.paragraph(separated(ClaimCounts(claims).phrases, .quiet))
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

  private func writeTitle(_ title: String, to sheet: inout Sheet) {
    sheet.blank()
    sheet.paragraph([Run(title, .section)])
  }

  // MARK: What is disputed

  private func writeDisputes(_ layout: BriefLayout, to sheet: inout Sheet) {
    guard !claims.disputes.isEmpty else { return }
    writeTitle("DISPUTED", to: &sheet)
    for dispute in claims.disputes {
      let words = layout.shortened(words(of: dispute.head), lines: 4, indent: layout.sourceIndent)
      sheet.paragraph(
        [Run(words, .source)] + details(claims.time(claims.all[dispute.head])),
        indent: layout.sourceIndent,
        hanging: layout.itemIndent)
      for voice in dispute.voices { writeVoice(voice, of: dispute, layout, to: &sheet) }
      if let publisher = abstainer(from: dispute) {
        sheet.paragraph([Run("\(publisher) takes no side.", .quiet)], indent: layout.itemIndent)
      }
    }
  }

  private func writeVoice(
    _ voice: Dispute.Voice, of dispute: Dispute, _ layout: BriefLayout, to sheet: inout Sheet
  ) {
    let claim = claims.all[voice.claim]
    let label = voice.opposition ?? claims.label(claim)
    let saysMore = voice.claim != dispute.head && !voice.isReference
    let phrases =
      [claims.holderName(claim.holder)] + notes(on: claim.holder)
      + claims.messengers(claim)
    var runs = [Run(phrases.joined(separator: ", ") + (saysMore ? ":" : ""), .source)]
    if saysMore { runs.append(Run(layout.shortened(words(of: voice.claim), lines: 3))) }
    runs += details(
      (saysMore ? claims.time(claim) : []) + circumstances(voice.claim))
    sheet.paragraph(
      runs, indent: layout.itemIndent, hanging: layout.contentIndent,
      head: Run(label, ink(claim, opposition: voice.opposition)),
      tail: Run(reference(claim.spans), .quiet), margin: layout.margin)
  }

  private func notes(on holder: Claim.Holder) -> [String] {
    guard case .source(let number) = holder else { return [] }
    return index.sources[number].notes
  }

  /// The publisher, where it is known and the report holds none of it to be so or not so.
  private func abstainer(from dispute: Dispute) -> String? {
    let isSilent = dispute.voices.allSatisfy { voice in
      claims.statement(claims.all[voice.claim]).map {
        $0.attribution != nil && $0.reporterCertainty.degree == .none
      }
        ?? false
    }
    return isSilent ? (index.reading.report.publisher?.value).map(TerminalText.safe) : nil
  }

  // MARK: By source

  private func writeSources(_ layout: BriefLayout, to sheet: inout Sheet) {
    let groups = claims.bySource
    guard !groups.isEmpty else { return }
    writeTitle("BY SOURCE", to: &sheet)
    for (holder, members) in groups {
      var runs = [Run(claims.holderName(holder), .source)]
      for note in notes(on: holder) { runs += [Run("·", .quiet), Run(note, .quiet)] }
      sheet.paragraph(runs, indent: layout.sourceIndent, hanging: layout.itemIndent)
      var told: Set<Int> = []
      for claim in members {
        let isFirst = claims.all[claim].attribution.map { told.insert($0).inserted } ?? true
        writeClaim(claim, isFirstOfItsSaying: isFirst, layout, to: &sheet)
      }
    }
  }

  private func writeClaim(
    _ claim: Int, isFirstOfItsSaying: Bool, _ layout: BriefLayout, to sheet: inout Sheet
  ) {
    let told = claims.all[claim]
    var phrases = claims.time(told)
    if let place = claims.place(told) { phrases.append(place) }
    phrases += claims.messengers(told)
    if isFirstOfItsSaying { phrases += circumstances(claim) }
    if claims.isTakenOver(told) { phrases.append("held by the report, too") }
    for note in claims.notes[claim] ?? [] {
      let other = claims.all[note.claim]
      phrases.append(
        [note.word, claims.holderName(other.holder), places.paragraph(other.spans.first)]
          .filter { !$0.isEmpty }.joined(separator: " "))
    }
    sheet.paragraph(
      [Run(layout.shortened(words(of: claim), lines: 4))] + details(phrases),
      indent: layout.itemIndent, hanging: layout.contentIndent,
      head: Run(claims.label(told), ink(told, opposition: nil)),
      tail: Run(reference(told.spans), .quiet), margin: layout.margin)
  }

  // MARK: What nobody would say

  private func writeRefusals(_ layout: BriefLayout, to sheet: inout Sheet) {
    guard !claims.refusals.isEmpty else { return }
    writeTitle("WOULD NOT SAY", to: &sheet)
    for refusal in claims.refusals {
      let quoted = index.quoted.line(refusal.spans)
      var phrases: [String] = []
      if let about = refusal.about {
        phrases.append("about " + layout.shortened(words(of: about), lines: 2))
      }
      sheet.paragraph(
        [Run(claims.holderName(refusal.holder) + ":", .source), Run(quoted)] + details(phrases),
        indent: layout.sourceIndent, hanging: layout.itemIndent,
        tail: Run(reference(refusal.spans), .quiet), margin: layout.margin)
    }
  }

  // MARK: Where and when

  private func writeSetting(_ setting: Setting, _ layout: BriefLayout, to sheet: inout Sheet) {
    guard !setting.isEmpty else { return }
    writeTitle("WHERE AND WHEN", to: &sheet)
    let rows = [
      ("", setting.places), ("not on the map:", setting.unknownPlaces), ("", setting.times),
    ]
    for (head, phrases) in rows where !phrases.isEmpty {
      let lead = head.isEmpty ? [] : [Run(head, .quiet)]
      sheet.paragraph(
        lead + separated(phrases, .plain), indent: layout.sourceIndent, hanging: layout.itemIndent)
    }
  }

  // MARK: The parts of a line

  private func words(of claim: Int) -> String {
    TerminalText.safe(index.quoted.line(claims.all[claim].spans))
  }

  /// To whom, when, where and with what reservation it was said.
  private func circumstances(_ claim: Int) -> [String] {
    claims.attribution(claims.all[claim]).map(index.circumstances) ?? []
  }

  private func details(_ phrases: [String]) -> [Run] {
    phrases.map { Run("· " + $0, .circumstance) }
  }

  private func reference(_ spans: [Span]) -> String {
    guard let first = spans.first else { return "" }
    let paragraph = places.paragraph(first)
    guard showsLines else { return paragraph }
    return paragraph.isEmpty ? "L\(places.line(first))" : "\(paragraph) L\(places.line(first))"
  }

  private func ink(_ claim: Claim, opposition: String?) -> Ink {
    if opposition != nil { return .denial }
    switch claims.attribution(claim)?.act {
    case .deny, .doubt: return .denial
    case .promise, .urge, .ask, .hope, .intend: return .outlook
    default: break
    }
    return switch claims.statement(claim)?.certainty.degree {
    case .certain: .confirmation
    case .probable, .possible: .caution
    case nil, .some(.none): .saying
    }
  }
}
