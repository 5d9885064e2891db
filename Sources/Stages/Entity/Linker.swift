public import QuothAnnotation

/// Finds who in the lexicon an entity of a report is; says nothing rather than guess.
///
///     linker.officeholder(named: ["Angela Merkel"], roles: […], in: report)?.id     // "person:angela-merkel"
///
/// A person is linked by full name when just one bearer of it fits: in office on the day of the report, or
/// out of it where the report says "former"; of the state that the report states; and, unless well known, of a
/// state that the report names. A surname alone needs a title of government before it.
public struct Linker: Sendable {
  private let lexicon: ActorLexicon

  public init(_ lexicon: ActorLexicon) { self.lexicon = lexicon }

  /// What a report says besides that helps to tell bearers of a name apart.
  public struct Context: Sendable {
    /// Day of publication as a number, `20090304`.
    public var day: Int?
    /// States that the report names beyond doubt, ISO 3166-1 alpha-3.
    public var states: Set<String>

    /// - Parameter published: ISO 8601 date, or date and time.
    public init(published: String?, states: Set<String>) {
      day = published.flatMap { Int($0.prefix(10).filter { $0 != "-" }) }.flatMap {
        $0 > 9_999_999 ? $0 : nil
      }
      self.states = states
    }
  }

  /// A role that the report gives the person.
  public struct StatedRole: Sendable, Hashable {
    /// In the report's words.
    public var words: String
    public var standing: Entity.Role.Standing
    /// The state it belongs to, ISO 3166-1 alpha-3, as far as stated.
    public var state: String?

    public init(_ words: String, standing: Entity.Role.Standing = .current, state: String? = nil) {
      self.words = words
      self.standing = standing
      self.state = state
    }
  }

  /// The one bearer of a person's names who fits; `nil` when there is none, or more than one.
  public func officeholder(
    named names: [String], roles: [StatedRole], in context: Context
  ) -> Officeholder? {
    let offices = roles.filter(isOffice)
    guard roles.isEmpty || !offices.isEmpty else { return nil }
    let full = names.filter { NameKey($0).words.count > 1 }
    let stated = Set(roles.compactMap(\.state))
    guard stated.count < 2 else { return nil }
    var found: [Officeholder] = []
    for name in full { found += lexicon.officeholders(named: name) }
    if found.isEmpty, !stated.isEmpty {
      for name in full { found += lexicon.officeholders(sounding: name) }
    }
    if full.isEmpty, !offices.isEmpty {
      found = names.flatMap { lexicon.officeholders(named: $0) }
    }
    let fitting = found.filter { fits($0, offices, stated.first, context) }
    let ids = Set(fitting.map(\.id))
    return ids.count == 1 ? fitting.first : nil
  }

  private func fits(
    _ person: Officeholder, _ roles: [StatedRole], _ state: String?, _ context: Context
  ) -> Bool {
    let offices = person.offices.filter { state == nil || $0.state == state }
    guard !offices.isEmpty else { return false }
    let isSupported = state != nil || offices.contains { context.states.contains($0.state) }
    guard isSupported || lexicon.isWellKnown(person) else { return false }
    guard let day = context.day else { return !roles.isEmpty && isSupported }
    if roles.contains(where: { $0.standing == .former }) {
      return offices.contains { $0.begin <= day }
    }
    return offices.contains { office in
      office.holds(on: day)
        // Who held it last is taken to hold it, or where the report says so.
        || office.isOpen && day > office.end && (office.end >= Self.newest || !roles.isEmpty)
    }
  }

  /// From this day on, the newest of the sources knows who is in office.
  private static let newest = 20_260_101

  /// Whether a stated role is one of government: *prime minister*, not *driver*.
  private func isOffice(_ role: StatedRole) -> Bool {
    role.words.lowercased().split { $0 == " " || $0 == "-" }
      .contains { lexicon.roles.contains(String($0), .office) }
  }

  /// The state of the offices that a person holds on a day, or held last before it.
  func country(of person: Officeholder, on day: Int?) -> String? {
    let held = day.map { day in person.offices.filter { $0.begin <= day } } ?? person.offices
    let states = Set(held.map(\.state))
    return states.count == 1 ? states.first : held.last?.state
  }
}
