import QuothReport
import QuothSyntax

/// The rules that correct and complete what the model found, in their order.
struct DraftRules {
  private let clauses: Clauses
  private let extent: ContentExtent
  private let frames: SayingFrames
  private let none: NoSaying

  init(words: Words, syntax: Syntax, lexicon: Lexicon, extent: ContentExtent) {
    clauses = Clauses(words: words, lexicon: lexicon)
    self.extent = extent
    frames = SayingFrames(clauses: clauses, syntax: syntax)
    none = NoSaying(clauses: clauses, syntax: syntax)
  }

  /// Drafts of the outermost layer, completed.
  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = StrandedContent(clauses: clauses).settled(drafts)
    drafts = TagClauses(clauses: clauses).completed(drafts)
    drafts = NounCues(clauses: clauses).completed(drafts)
    drafts = SmallConstructions(clauses: clauses).completed(drafts)
    drafts = SharedSource(clauses: clauses).completed(frames.completed(drafts))
    return corrected(drafts)
  }

  /// The same drafts, those within another's content completed and corrected.
  func correctedWithin(_ drafts: [Draft]) -> [Draft] {
    let drafts = frames.completedWithin(TagClauses(clauses: clauses).completedWithin(drafts))
    return drafts.leavingOut { $0.parent != nil && none.holds($0) }.map {
      $0.parent == nil ? $0 : corrected($0, among: drafts)
    }
  }

  /// Drafts of one layer, each corrected, without those that are no saying.
  func corrected(_ drafts: [Draft]) -> [Draft] {
    return drafts.leavingOut(none.holds).map { corrected($0, among: drafts).inOrder }
  }

  private func corrected(_ draft: Draft, among drafts: [Draft]) -> Draft {
    let stopped = ContentStop(clauses: clauses, extent: extent).corrected(draft, among: drafts)
    return SourceBesideCue(clauses: clauses).corrected(stopped)
  }
}
