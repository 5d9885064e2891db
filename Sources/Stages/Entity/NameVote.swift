import QuothAnnotation
import QuothSyntax

/// One type for all names of one spelling, as most of them are taken.
///
/// A family name is what its full name is, save where it stands as a place: *Kell sues the town, in Kell*.
struct NameVote {
  let words: Words
  let proper: ProperNames

  func settled(_ names: [FoundName]) -> [FoundName] {
    var votes: [String: [Entity.Kind: Int]] = [:]
    var families: Set<String> = []
    for name in names {
      guard let type = name.type else { continue }
      votes[key(name), default: [:]][type, default: 0] += 1
      if type == .person, name.tokens.count > 1 {
        families.insert(words.lower[name.tokens.upperBound - 1])
      }
    }
    return names.map { name in
      guard let type = name.type, let votes = votes[key(name)] else { return name }
      var name = name
      if name.tokens.count == 1, families.contains(words.lower[name.tokens.lowerBound]) {
        name.type = type == .place && isLocated(name) ? .place : .person
      } else if proper.isState(name.tokens) {
        name.type = .state
      } else {
        name.type = Self.order.max { (votes[$0] ?? 0, rank($0)) < (votes[$1] ?? 0, rank($1)) }
      }
      return name
    }
  }

  private func key(_ name: FoundName) -> String {
    NameKey(words.passage.words(name.span)).text
  }

  /// Kinds by how little else they are taken for.
  private static let order: [Entity.Kind] = [
    .state, .person, .organisation, .place, .group, .product, .other,
  ]

  private func rank(_ kind: Entity.Kind) -> Int { -(Self.order.firstIndex(of: kind) ?? 0) }

  private func isLocated(_ name: FoundName) -> Bool {
    let before = name.tokens.lowerBound - 1
    return before >= 0 && ["in", "near", "at", "outside", "from"].contains(words.lower[before])
  }
}
