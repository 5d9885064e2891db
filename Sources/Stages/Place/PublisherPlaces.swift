/// Where the publisher of a report is at home, as far as its name and address show.
///
/// *saltportdailynews.com* and *The Saltport Herald* are read as Saltport; `.no` stands for Norway.
struct PublisherPlaces {
  /// Countries, by number: that of the address, and those the caller gives.
  private(set) var countries: Set<Int> = []
  /// The towns and divisions that it may be called after.
  private(set) var towns: [GazetteerEntry] = []

  init(_ hints: PlaceResolver.Hints, _ gazetteer: Gazetteer) {
    for code in hints.countries {
      if let country = gazetteer.country(code: code) { countries.insert(country.record) }
    }
    if let host = hints.url.map(Self.host) {
      let labels = host.split(separator: ".")
      if let country = Self.country(of: labels, gazetteer) { countries.insert(country) }
      towns = Self.towns(of: labels.dropLast(), gazetteer)
    }
    if towns.isEmpty, let publisher = hints.publisher {
      towns = Self.towns(called: publisher.split(separator: " "), gazetteer)
    }
  }

  /// The host of an address, in lower case.
  private static func host(_ address: String) -> Substring {
    let lower = address.lowercased()
    let rest = lower.firstRange(of: "://").map { lower[$0.upperBound...] } ?? lower[...]
    return rest.prefix { $0 != "/" && $0 != ":" && $0 != "?" }
  }

  /// The country that the last part of a host stands for.
  private static func country(of labels: [Substring], _ gazetteer: Gazetteer) -> Int? {
    guard let last = labels.last, last.utf8.count == 2 else { return nil }
    let code = last == "uk" ? "GB" : last.uppercased()
    return sold.contains(code) ? nil : gazetteer.country(code: code)?.record
  }

  /// Codes under which outlets of all countries have addresses.
  private static let sold: Set<String> = ["AI", "CC", "CO", "FM", "IO", "LY", "ME", "TV", "WS"]

  // MARK: Names of newspapers

  /// What newspapers are called beside their town.
  private static let titles: [String] = [
    "daily", "news", "times", "herald", "journal", "state", "tribune", "chronicle", "gazette",
    "post",
    "star", "telegram", "sun", "online", "press", "today", "weekly", "the", "record", "register",
    "courier", "observer", "independent", "leader", "sentinel", "standard", "mercury", "dispatch",
    "echo",
    "mail", "argus", "enterprise", "examiner", "guardian", "review", "republic", "reporter",
    "citizen",
    "advertiser", "advocate", "banner", "bulletin", "democrat", "democratic", "ledger", "messenger",
    "monitor", "globe", "world", "eagle", "beacon", "call", "voice", "week", "evening", "morning",
    "sunday", "live", "now", "newspapers", "paper", "local", "tv", "radio",
  ]

  /// Places of a host's parts: one that is a town's name beside a newspaper's word.
  private static func towns(
    of labels: ArraySlice<Substring>, _ gazetteer: Gazetteer
  ) -> [GazetteerEntry] {
    let parts = labels.flatMap { $0.split(separator: "-") }.filter { $0 != "www" }
    let hasTitle = parts.contains { isTitle($0) }
    for part in parts {
      let shortest = hasTitle ? 4 : 5
      for count in stride(from: part.count, through: shortest, by: -1) {
        let rest = part.dropFirst(count)
        guard rest.isEmpty ? hasTitle : isTitle(rest) else { continue }
        let found = places(joined: part.prefix(count), gazetteer)
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// Whether some letters are words of newspapers' names, one or several.
  private static func isTitle(_ letters: Substring) -> Bool {
    titles.contains { word in
      letters.hasPrefix(word)
        && (letters.count == word.count || isTitle(letters.dropFirst(word.count)))
    }
  }

  /// Places whose name is written without blanks, of two words at most.
  private static func places(joined name: Substring, _ gazetteer: Gazetteer) -> [GazetteerEntry] {
    let whole = places(named: String(name), gazetteer)
    if !whole.isEmpty { return whole }
    for split in 3..<max(3, name.count - 2) {
      let found = places(named: name.prefix(split) + " " + name.dropFirst(split), gazetteer)
      if !found.isEmpty { return found }
    }
    return []
  }

  private static func towns(called words: [Substring], _ gazetteer: Gazetteer) -> [GazetteerEntry] {
    let words = words.first?.lowercased() == "the" ? words.dropFirst() : words[...]
    for count in stride(from: min(3, words.count - 1), through: 1, by: -1)
    where words.dropFirst(count).contains(where: { titles.contains($0.lowercased()) }) {
      let found = places(named: words.prefix(count).joined(separator: " "), gazetteer)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Towns and divisions by their own name, but no names that are words too.
  private static func places(named name: String, _ gazetteer: Gazetteer) -> [GazetteerEntry] {
    let lookup = gazetteer.look(up: name)
    guard !lookup.isWord else { return [] }
    return lookup.places.filter { $0.kind == .own }.map { gazetteer.entry($0.record) }
      .filter { $0.kind == .town || $0.kind == .admin1 || $0.kind == .admin2 }
  }
}
