import QuothAnnotation
import QuothPlace
import QuothReport
import QuothStatement
import QuothTime

/// The lists under the report: every record with a link to its words.
extension Page {
  func writeRecords(to html: inout HTMLWriter) {
    for layer in layers {
      html.markup("<section class=\"records\" aria-labelledby=\"list-")
      html.markup(layer.letter)
      html.markup("\">\n<h2 id=\"list-")
      html.markup(layer.letter)
      html.markup("\">")
      html.text(layer.title)
      html.markup("</h2>\n<ul>\n")
      for number in 0..<count(of: layer) { writeRecord(layer, number, to: &html) }
      html.markup("</ul>\n</section>\n")
    }
  }

  private func writeRecord(_ layer: PageLayer, _ number: Int, to html: inout HTMLWriter) {
    html.markup("<li id=\"list-")
    writeName(of: layer, number, to: &html)
    html.markup("\" tabindex=\"-1\">")
    writeLink(to: layer, number, in: &html)
    html.markup(" ")
    switch layer {
    case .statement: writeStatement(number, to: &html)
    case .entity: writeEntity(number, to: &html)
    case .place: writePlace(number, to: &html)
    case .time: writeTime(number, to: &html)
    case .event: writeEvent(number, to: &html)
    }
    html.markup("</li>\n")
  }

  /// The record's name, which leads to its words where it has any.
  private func writeLink(to layer: PageLayer, _ number: Int, in html: inout HTMLWriter) {
    let isAnchored = records.isAnchored(layer, number)
    if isAnchored {
      html.markup("<a class=\"num\" aria-label=\"to the words\" href=\"#")
      writeName(of: layer, number, to: &html)
      html.markup("\">")
    } else {
      html.markup("<span class=\"num\">")
    }
    writeName(of: layer, number, to: &html)
    html.markup(isAnchored ? "</a>" : "</span>")
  }

  private func writeDetails(_ phrases: [String], to html: inout HTMLWriter) {
    for phrase in phrases where !phrase.isEmpty { html.text(" · " + phrase) }
  }

  // MARK: The lists

  private func writeStatement(_ number: Int, to html: inout HTMLWriter) {
    let statement = index.reading.statements[number]
    let claim = Claim(statement, in: index)
    html.markup("<span class=\"grade g")
    html.number(statement.certainty.degree.rawValue)
    html.markup("\">")
    html.text(claims.label(claim))
    html.markup("</span> ")
    html.element("b", claims.holderName(claim.holder))
    html.text(": " + index.quoted.line(statement.spans))
    writeDetails(
      claims.time(claim) + [claims.place(claim) ?? ""] + claims.messengers(claim)
        + [claims.isTakenOver(claim) ? "held by the report, too" : ""]
        + [places.paragraph(statement.spans.first)], to: &html)
    if let attribution = claim.attribution, marks(attribution) {
      html.markup(" · <a href=\"#r")
      html.number(attribution + 1)
      html.markup("\">attribution ")
      html.number(attribution + 1)
      html.markup("</a>")
    }
    for relation in index.reading.relations where relation.to == number {
      guard let from = relation.from, index.reading.statements.indices.contains(from),
        let word = relation.type.passive
      else { continue }
      let other = Claim(index.reading.statements[from], in: index)
      html.markup(" · <a href=\"#list-")
      writeName(of: .statement, from, to: &html)
      html.markup("\">")
      html.text("\(word) \(claims.holderName(other.holder))")
      html.markup("</a>")
    }
  }

  private func writeEntity(_ number: Int, to html: inout HTMLWriter) {
    let entity = index.reading.entities[number]
    html.element("b", entity.name.singleLine)
    let roles = entity.roles.map { index.words.line($0.span) }
    let count = entity.mentions.count
    writeDetails(
      [entity.type.rawValue] + roles
        + [entity.country ?? "", entity.link ?? "", "\(count) mention\(count == 1 ? "" : "s")"],
      to: &html)
  }

  private func writePlace(_ number: Int, to html: inout HTMLWriter) {
    let place = index.reading.places[number]
    html.element("b", place.name.singleLine)
    let point = place.point.map { "\(Self.degrees($0.latitude)), \(Self.degrees($0.longitude))" }
    writeDetails([place.country ?? "", point ?? "no point"], to: &html)
  }

  /// Two decimals: about a kilometre.
  private static func degrees(_ value: Double) -> String {
    var json = JSONWriter()
    json.number((value * 100).rounded() / 100)
    return json.text
  }

  private func writeTime(_ number: Int, to html: inout HTMLWriter) {
    let time = index.reading.times[number]
    html.element("b", index.words.line(time.span))
    writeDetails(
      [ShortTime(time, near: index.publicationYear)?.words ?? "", time.value], to: &html)
  }

  private func writeEvent(_ number: Int, to html: inout HTMLWriter) {
    let event = index.reading.events[number]
    html.element("b", index.words.line(event.trigger))
    let actors = names(event.actors)
    let recipients = names(event.recipients)
    writeDetails(
      [
        event.type?.rawValue ?? "", actors.isEmpty ? "" : "by " + actors,
        recipients.isEmpty ? "" : "to " + recipients,
        event.time.flatMap { ShortTime($0, near: index.publicationYear)?.words } ?? "",
        event.status.rawValue,
      ], to: &html)
  }

  private func names(_ entities: [Entity.ID]) -> String {
    entities.filter(index.reading.entities.indices.contains)
      .map { index.reading.entities[$0].name.singleLine }.joined(separator: " and ")
  }
}

extension StatementRelation.Kind {
  /// What it does, said of the statement it is done to; nil where that says nothing of who backs it.
  fileprivate var passive: String? {
    switch self {
    case .denies: "denied by"
    case .disputes: "disputed by"
    case .corrects: "corrected by"
    case .confirms: "confirmed by"
    case .corroborates: "also"
    case .conflicts: "otherwise"
    case .walksBack: "walked back by"
    case .declinesComment: "no comment:"
    case .condition, .cause, .contrast, .anaphora: nil
    }
  }
}
