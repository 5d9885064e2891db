import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothTime

/// What a line on a claim says beside its words.
extension Claims {
  /// The word for how it is held: a grade of certainty, or what is done by saying it.
  func label(_ claim: Claim) -> String {
    guard let statement = statement(claim) else {
      return attribution(claim).map(cueLabel) ?? "open"
    }
    let act = attribution(claim)?.act
    if let stance = act?.stance { return stance }
    return statement.certainty.word(negationIsShown: index.isNegated(statement.spans))
  }

  /// For plain saying the cue in its own words where they are short, otherwise the act.
  private func cueLabel(_ attribution: Attribution) -> String {
    guard attribution.act.isPlainSaying else {
      return attribution.act.stance ?? attribution.act.word
    }
    let cue = index.words.line(attribution.cue)
    if cue.isEmpty { return "goes on" }
    return TerminalText.width(TerminalText.safe(cue)) <= Self.widestLabel
      ? cue : attribution.act.word
  }

  /// A cue wider than this gives way to the word for its act.
  private static let widestLabel = 12

  /// The date, and whether it is a plan, a condition or a norm.
  func time(_ claim: Claim) -> [String] {
    guard let statement = statement(claim) else { return [] }
    let when = statement.time.flatMap { ShortTime($0, near: index.publicationYear)?.words }
    return [when, statement.timeClass.caution].compactMap(\.self)
  }

  /// The place, where the claim's own words do not name it.
  func place(_ claim: Claim) -> String? {
    guard let statement = statement(claim), let number = statement.place,
      index.reading.places.indices.contains(number)
    else { return nil }
    let place = index.reading.places[number]
    let isNamed = place.mentions.contains { mention in
      statement.spans.contains { $0.overlaps(mention) }
    }
    return isNamed ? nil : place.name.singleLine
  }

  /// Who is who: the name, and through whom it came.
  func holderName(_ holder: Claim.Holder) -> String {
    switch holder {
    case .source(let number):
      index.sources[number].isNobody ? "nobody named" : index.sources[number].name
    case .report: "the report itself"
    case .nobody: "nobody named"
    }
  }

  /// Through whom the words came, where another one passes them on.
  func messengers(_ claim: Claim) -> [String] {
    guard let attribution = claim.attribution else { return [] }
    let layers = index.layers(attribution)
    let own = index.sourceOf[attribution]
    return layers.dropLast().map { index.sourceOf[$0] }
      .filter { $0 != own && !index.sources[$0].isNobody }
      .map { "through " + index.title(ofSource: $0) }
  }

  /// Whether the report, too, holds it to be so.
  func isTakenOver(_ claim: Claim) -> Bool {
    guard let statement = statement(claim), statement.attribution != nil else { return false }
    return statement.reporterCertainty.degree != .none
  }
}
