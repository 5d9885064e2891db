import QuothReport

/// The entities of a report as they are met: one for each distinct name as written, and one for each
/// place where an unnamed source stands.
struct EntityList {
  private(set) var entities: [Entity] = []
  private var byName: [String: Entity.ID] = [:]
  private var byPlace: [Span: Entity.ID] = [:]

  /// The entity of a phrase, made when it is new.
  mutating func entity(for source: SourceReader.Source, at span: Span) -> Entity.ID {
    let mention = Entity.Mention(span: source.nameSpan ?? span, kind: source.mention)
    if source.mention == .name, let id = byName[source.name] {
      if !entities[id].mentions.contains(mention) { entities[id].mentions.append(mention) }
      return id
    }
    if source.mention != .name, let id = byPlace[span] { return id }
    let id = entities.count
    entities.append(
      Entity(id: id, name: source.name, type: source.type.entityKind, mentions: [mention]))
    if source.mention == .name { byName[source.name] = id } else { byPlace[span] = id }
    return id
  }
}

extension Attribution.SourceType {
  fileprivate var entityKind: Entity.Kind {
    switch self {
    case .namedPerson, .unnamedPerson: .person
    case .organisation, .media: .organisation
    case .state: .state
    case .unnamedCollective: .group
    case .none: .other
    }
  }
}
