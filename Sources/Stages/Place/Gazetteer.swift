/// The places of the world by name: countries, divisions, towns, and regions without a point.
///
/// The file is mapped and searched where it lies, so opening it costs nothing that grows with it.
///
///     let gazetteer = try Gazetteer(path: "Lexicons/places/places.bin")
///     gazetteer.candidates(named: "Kraków").first?.kind     // .town
public struct Gazetteer: Sendable {
  private let file: GazetteerFile

  /// - Throws: ``PlaceError`` when the file is missing or is no gazetteer of this version.
  public init(path: String) throws(PlaceError) {
    file = try GazetteerFile(path: path)
  }

  /// The places that a name or adjective may mean, the larger first within each kind.
  ///
  /// - Complexity: O(log n) in the names of the file.
  public func candidates(named name: some StringProtocol) -> [GazetteerEntry] {
    look(up: name).places.map { entry($0.record) }
  }

  /// A country by ISO 3166 code of two or three letters, in capitals.
  public func country(code: String) -> GazetteerEntry? {
    file.country(code: code).map(entry)
  }

  /// The name of a place as its source spells it.
  public func name(of entry: GazetteerEntry) -> String { file.spelling(at: entry.spelling) }

  /// ISO 3166 alpha-3 of the country a place lies in; nil where it lies in several or in none.
  public func country(of entry: GazetteerEntry) -> String? { entry.country.map(file.alpha3) }

  func entry(_ record: Int) -> GazetteerEntry { file.record(record) }

  /// All places, in the order of the file.
  public var entries: some Sequence<GazetteerEntry> { (0..<file.recordCount).lazy.map(entry) }

  /// What names that are looked up alike share: case, accents and signs are gone.
  func key(_ name: String) -> String {
    PlaceKey(name, in: file).map { String(decoding: $0.bytes, as: UTF8.self) } ?? name
  }

  /// All that is known of some words.
  func look(up name: some StringProtocol) -> Lookup {
    guard let key = PlaceKey(name, in: file) else { return Lookup(targets: []) }
    return Lookup(targets: file.targets(of: key.bytes))
  }

  /// What the words of a name may be.
  struct Lookup: Sendable {
    /// The places they lead to; of a place that they lead to in several ways, the first counts.
    private(set) var places: [Target] = []
    private(set) var isGivenName = false
    private(set) var isFamilyName = false
    /// Whether they are also a word that is written in lower case.
    private(set) var isWord = false

    init(targets: [Target]) {
      for target in targets {
        switch target.kind {
        case .given: isGivenName = true
        case .family: isFamilyName = true
        case .word: isWord = true
        default: if places.last?.record != target.record { places.append(target) }
        }
      }
    }
  }
}
