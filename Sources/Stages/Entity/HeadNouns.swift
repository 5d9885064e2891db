import QuothAnnotation

/// What the noun of a phrase says of who or what is meant: *nurse* a person, *brewery* an organisation.
struct HeadNouns: Sendable {
  private var kinds: [String: Entity.Kind] = [:]

  init(_ rows: LexiconRows) throws(LexiconError) {
    for row in rows.rows {
      let kind = try row.label(Entity.Kind.self)
      for noun in row.words(field: 1) { kinds[noun] = kinds[noun] ?? kind }
    }
  }

  /// What one of these is; `nil` for a noun that is not listed.
  func kind(of noun: String) -> Entity.Kind? {
    if let kind = kinds[noun] { return kind }
    // "fisherman", "lighthouse keeper"
    for (ending, whole) in Self.endings where noun.hasSuffix(ending) {
      return kinds[whole]
    }
    return nil
  }

  /// Last parts of compounds written as one word.
  private static let endings = [
    ("woman", "woman"), ("man", "man"), ("keeper", "innkeeper"), ("owner", "shipowner"),
    ("maker", "mapmaker"), ("ship", "ship"), ("boat", "boat"), ("brother", "twin"),
  ]
}
