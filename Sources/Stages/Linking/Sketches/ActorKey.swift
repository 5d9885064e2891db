public import QuothAnnotation
import QuothEntity

/// By what somebody is known across reports: the id of a lexicon, else the name as it is spelled, without titles.
///
///     ActorKey(entity)?.text     // "person:ilse brandt", "state:DEU"
///
/// Only those whom a report names have one; *two officials* are nobody whom another report could mean.
public struct ActorKey: Sendable, Hashable {
  public let text: String
  /// The term under which statements that name somebody find each other: a person's family name, for all
  /// else the whole name.
  public let term: Term
  /// Whether it is a family name alone, which several people bear.
  public let isFamilyAlone: Bool

  public init?(_ entity: Entity) {
    guard entity.link != nil || entity.mentions.contains(where: { $0.kind == .name }) else {
      return nil
    }
    let words = NameKey(entity.name).words.drop { Self.determiners.contains($0) }
    guard let last = words.last else { return nil }
    let name = words.joined(separator: " ")
    text = entity.link ?? "\(entity.type.rawValue):\(name)"
    let isPerson = entity.type == .person
    isFamilyAlone = isPerson && words.count == 1 && entity.link == nil
    term = Term(isPerson ? String(last) : entity.link ?? name)
  }

  private static let determiners: Set<Substring> = ["the", "a", "an"]
}
