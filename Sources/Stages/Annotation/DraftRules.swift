import QuothReport

/// The rules that correct and complete what the model found, in their order.
struct DraftRules {
  private let clauses: Clauses
  private let extent: ContentExtent

  init(words: Words, lexicon: Lexicon, extent: ContentExtent) {
    clauses = Clauses(words: words, lexicon: lexicon)
    self.extent = extent
  }

  /// Drafts of the outermost layer, completed.
  func completed(_ drafts: [Draft]) -> [Draft] {
    var drafts = StrandedContent(clauses: clauses).settled(drafts)
    drafts = TagClauses(clauses: clauses).completed(drafts)
    drafts = NounCues(clauses: clauses).completed(drafts)
    drafts = SmallConstructions(clauses: clauses).completed(drafts)
    drafts = SharedSource(clauses: clauses).completed(drafts)
    return corrected(drafts)
  }

  /// The same drafts, those within another's content corrected.
  func correctedWithin(_ drafts: [Draft]) -> [Draft] {
    let stop = ContentStop(clauses: clauses, extent: extent)
    let beside = SourceBesideCue(clauses: clauses)
    let none = NoSaying(clauses: clauses)
    return drafts.leavingOut { $0.parent != nil && none.holds($0) }.map {
      $0.parent == nil ? $0 : beside.corrected(stop.corrected($0, among: drafts))
    }
  }

  /// Drafts of one layer, each corrected, without those that are no saying.
  func corrected(_ drafts: [Draft]) -> [Draft] {
    let stop = ContentStop(clauses: clauses, extent: extent)
    let beside = SourceBesideCue(clauses: clauses)
    let none = NoSaying(clauses: clauses)
    return drafts.leavingOut(none.holds).map {
      beside.corrected(stop.corrected($0, among: drafts)).inOrder
    }
  }
}
