import QuothAnnotation
import QuothReport
public import QuothStatement

/// Who acts and speaks in reports, one line an actor.
///
/// Actors are the persons, organisations, states and groups that a report names, cites or has do
/// something. Those of several reports are one where a lexicon knows them by one link; the rest is
/// left to the ledger.
///
///     ActorTable([reading]).text(width: 100, isColoured: false)
public struct ActorTable: Sendable {
  private let readings: [Reading]
  private let actors: [Actor]

  private struct Actor: Sendable {
    var name: String
    var type: Entity.Kind
    var country: String?
    var link: String?
    var roles: [String]
    var mentions: [(report: Int, entity: Entity.ID)]
    /// How often it says, and does, something.
    var sayings: Int
    var deeds: Int
  }

  public init(_ readings: [Reading]) {
    self.readings = readings
    var actors: [Actor] = []
    var linked: [String: Int] = [:]
    for (report, reading) in readings.enumerated() {
      let words = Words(reading.report.text)
      for entity in reading.entities where Self.isActor(entity, in: reading) {
        let roles = entity.roles.map { words.line($0.span) }
        let sayings = reading.attributions.count { $0.sourceEntities.contains(entity.id) }
        let deeds = reading.events.count { $0.actors.contains(entity.id) }
        if let link = entity.link, let known = linked[link] {
          actors[known].mentions.append((report, entity.id))
          actors[known].roles += roles
          actors[known].sayings += sayings
          actors[known].deeds += deeds
          continue
        }
        if let link = entity.link { linked[link] = actors.count }
        actors.append(
          Actor(
            name: entity.name.singleLine, type: entity.type, country: entity.country,
            link: entity.link, roles: roles, mentions: [(report, entity.id)], sayings: sayings,
            deeds: deeds))
      }
    }
    self.actors = actors
  }

  public var isEmpty: Bool { actors.isEmpty }

  private static func isActor(_ entity: Entity, in reading: Reading) -> Bool {
    switch entity.type {
    case .place, .product, .other: return false
    case .person, .organisation, .state, .group: break
    }
    return entity.mentions.contains { $0.kind == .name || $0.kind == .adjective }
      || reading.attributions.contains { $0.sourceEntities.contains(entity.id) }
      || reading.events.contains {
        $0.actors.contains(entity.id) || $0.recipients.contains(entity.id)
      }
  }

  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  public func text(width: Int, isColoured: Bool) -> String {
    var sheet = Sheet(width: min(max(width, 40), 100), isColoured: isColoured)
    if actors.isEmpty { sheet.paragraph([Run("no actor found", .quiet)]) }
    for actor in actors {
      var details: [String] = []
      for role in actor.roles where !details.contains(role) { details.append(role) }
      details += [actor.country, actor.link].compactMap(\.self)
      if actor.sayings > 0 { details.append("says \(actor.sayings)") }
      if actor.deeds > 0 { details.append("acts \(actor.deeds)") }
      if readings.count > 1 {
        let reports = Set(actor.mentions.map(\.report)).count
        details.append("\(reports) report\(reports == 1 ? "" : "s")")
      }
      sheet.paragraph(
        [Run(actor.name, .source)] + details.map { Run("· " + $0) }, hanging: Self.column,
        head: Run(actor.type.rawValue, .saying))
    }
    return sheet.text
  }

  /// Where names begin: the widest type and two blanks.
  private static let column = 14

  /// One line a row, as `quoth actors` of the ledger writes them.
  public var json: [UInt8] {
    var bytes: [UInt8] = []
    for (number, actor) in actors.enumerated() {
      var json = JSONWriter()
      json.object { json in
        json.member("actor", "k\(number + 1)")
        json.member("name", actor.name)
        json.member("type", actor.type.rawValue)
        json.member("country", actor.country)
        json.member("link", actor.link)
        json.member("roles", actor.roles)
        json.member("attributions", actor.sayings)
        json.member("events", actor.deeds)
        json.key("mentions")
        json.array(actor.mentions) { json, mention in
          let report = readings[mention.report].report
          json.object { json in
            json.member("report", report.id)
            json.member("file", report.file ?? report.url?.value)
            json.member("entity", "e\(mention.entity + 1)")
          }
        }
      }
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }
}
