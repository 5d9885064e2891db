/// The people of a report by the words of their names, so that each new name is compared with few.
struct PersonIndex {
  private var byWord: [String: Set<Int>] = [:]
  private var byLetter: [UInt8: Set<Int>] = [:]
  private var names: [Int: [PersonName]] = [:]

  /// Lists a group under a name; a fuller name takes the place of a shorter one, a further one stands beside it.
  mutating func add(_ name: PersonName, group: Int, isFurther: Bool = false) {
    names[group] = isFurther ? (names[group] ?? []) + [name] : [name]
    for key in keys(of: name) { byWord[key, default: []].insert(group) }
    if let letter = name.words.last?.utf8.first { byLetter[letter, default: []].insert(group) }
  }

  /// Groups whose name shares its first or last word with this one, all of its letters, or its sound, and of
  /// which a condition holds; in the order in which they came.
  func groups(like name: PersonName, where holds: (PersonName) -> Bool) -> [Int] {
    let found = keys(of: name).reduce(into: Set<Int>()) { $0.formUnion(byWord[$1] ?? []) }
    return found.filter { names[$0]?.contains(where: holds) ?? false }.sorted()
  }

  /// The groups of full names of which this is one with a slip.
  func groups(resembling name: PersonName) -> [Int] {
    guard let letter = name.words.last?.utf8.first else { return [] }
    return (byLetter[letter] ?? []).filter {
      names[$0]?.contains { $0.isFull && $0.resembles(name) } ?? false
    }
    .sorted()
  }

  private func keys(of name: PersonName) -> [String] {
    guard let first = name.words.first, let last = name.words.last else { return [] }
    return [first, last, name.words.joined()] + (name.sound.map { [$0] } ?? [])
  }
}
