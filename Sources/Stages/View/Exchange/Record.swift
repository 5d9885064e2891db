import QuothAnnotation
import QuothPlace
import QuothReport
public import QuothStatement
import QuothText
import QuothTime

/// The record of one report (schema `quoth/1`): one JSON object on one line.
///
/// Keys stand in the order of Documentation/JSON.md. Spans are code points, end exclusive, each
/// with its `text`. What this version does not read is an empty list, and `layers` names what it
/// does read.
///
///     Record(reading).json     // {"schema":"quoth/1","report":{…},…}
public struct Record: Sendable {
  /// The lists that are filled, by their key.
  public static let layers = [
    "sentences", "attributions", "statements", "events", "entities", "places", "times", "relations",
  ]

  let reading: Reading
  let words: Words
  private let points: CodePointIndex

  public init(_ reading: Reading) {
    self.reading = reading
    words = Words(reading.report.text)
    points = CodePointIndex(words.bytes)
  }

  /// UTF-8, without the line end.
  ///
  /// - Complexity: O(n) in the bytes of the report and of its record.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", "quoth/1")
      json.key("report")
      write(reading.report, to: &json)
      json.key("sentences")
      json.array(reading.text.sentences.enumerated()) { json, sentence in
        json.object { json in
          json.member("id", "s\(sentence.offset + 1)")
          writeEdges(sentence.element.span, to: &json)
          json.member("role", sentence.element.role.rawValue)
        }
      }
      json.key("attributions")
      json.array(reading.attributions) { json, attribution in write(attribution, to: &json) }
      json.key("statements")
      json.array(reading.statements) { json, statement in write(statement, to: &json) }
      json.key("events")
      json.array(reading.events) { json, event in write(event, to: &json) }
      json.key("entities")
      json.array(reading.entities) { json, entity in write(entity, to: &json) }
      json.key("places")
      json.array(reading.places) { json, place in write(place, to: &json) }
      json.key("times")
      json.array(reading.times.enumerated()) { json, time in
        json.object { json in
          json.member("id", "x\(time.offset + 1)")
          writeEdges(time.element.span, to: &json)
          json.member("text", words[time.element.span])
          json.member("type", time.element.type.rawValue)
          json.member("value", time.element.value)
          json.member("mod", time.element.mod?.rawValue)
        }
      }
      json.key("relations")
      json.array(reading.relations) { json, relation in write(relation, to: &json) }
      json.member("layers", Self.layers)
      json.member("model", reading.model)
      json.key("warnings")
      json.array(reading.allWarnings) { json, warning in
        json.object { json in
          json.member("slug", warning.slug)
          json.member("message", warning.message)
        }
      }
    }
    return json.bytes
  }

  // MARK: The parts

  private func write(_ report: Report, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", report.id)
      json.member("file", report.file)
      json.member("url", report.url?.value)
      json.member("publisher", report.publisher?.value)
      json.member("headline", report.headline?.value)
      json.member("byline", report.byline?.value ?? [])
      json.member("credit", report.credit)
      json.member("published", report.published?.value)
      json.member("published_from", published(report.published?.basis))
      json.key("dateline")
      if let dateline = report.dateline {
        json.object { json in
          let place = reading.places.first { $0.mentions.contains(where: dateline.place.overlaps) }
          json.member("place", place.map { "l\($0.id + 1)" })
          json.member("name", words.line(dateline.place))
          writeEdges(dateline.span, to: &json)
        }
      } else {
        json.null()
      }
      json.member("language", report.language?.value)
      json.member("updated", report.updated?.value)
      json.member("section", report.section?.value)
      json.member("text", report.text)
    }
  }

  private func published(_ basis: Basis?) -> String {
    switch basis {
    case .flag: "flag"
    case .jsonLD, .openGraph, .meta, .microdata, .time, .address: "metadata"
    case .text: "text"
    case nil: "none"
    }
  }

  private func write(_ attribution: Attribution, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "a\(attribution.id + 1)")
      write("source", attribution.source, to: &json)
      write("cue", attribution.cue, to: &json)
      write("content", attribution.content, to: &json)
      json.member("kind", attribution.kind.rawValue)
      json.member("source_entities", attribution.sourceEntities.map(entity))
      json.member("source_type", attribution.sourceType.rawValue)
      json.member("parent", attribution.parent.map { "a\($0 + 1)" })
      json.member("act", attribution.act.rawValue)
      json.member("addressee", attribution.addressee.map(entity))
      write("venue", attribution.venue, to: &json)
      json.key("said_when")
      write(attribution.saidWhen, to: &json)
      write("caveats", attribution.caveats, to: &json)
      json.member("confidence", attribution.confidence)
    }
  }

  private func write(_ entity: Entity, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", self.entity(entity.id))
      json.member("name", entity.name)
      json.member("type", entity.type.rawValue)
      json.key("mentions")
      json.array(entity.mentions) { json, mention in
        json.object { json in
          writeEdges(mention.span, to: &json)
          json.member("text", words[mention.span])
          json.member("kind", mention.kind.rawValue)
          json.key("metonym")
          json.bool(mention.isMetonym)
          json.key("misspelt")
          json.bool(mention.isMisspelt)
        }
      }
      json.key("roles")
      json.array(entity.roles) { json, role in
        json.object { json in
          json.member("text", words[role.span])
          writeEdges(role.span, to: &json)
          json.member("of", role.of.map(self.entity))
          json.member("standing", role.standing.rawValue)
        }
      }
      json.member("country", entity.country)
      json.member("gender", entity.gender?.rawValue)
      json.member("link", entity.link)
      json.key("members")
      json.array(entity.members) { json, member in json.string(self.entity(member)) }
    }
  }

  private func write(_ place: Place, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "l\(place.id + 1)")
      json.member("entity", entity(at: place).map(entity))
      json.member("name", place.name)
      json.key("geonames")
      if let geonames = place.geonames { json.number(geonames) } else { json.null() }
      for (key, degrees) in [("lat", place.point?.latitude), ("lon", place.point?.longitude)] {
        json.key(key)
        if let degrees { json.number(degrees) } else { json.null() }
      }
      json.member("country", place.country)
      json.member("precision", place.precision?.rawValue)
      write("mentions", place.mentions, to: &json)
    }
  }

  func write(_ time: Time?, to json: inout JSONWriter) {
    guard let time else { return json.null() }
    json.object { json in
      json.member("value", time.value)
      json.member("begin", time.begin)
      json.member("end", time.end)
      json.member("basis", time.basis.rawValue)
      // A stretch is read from the expressions at both its ends.
      let numbers = reading.times.indices.filter { time.span.contains(reading.times[$0].span) }
      json.member("times", numbers.map { "x\($0 + 1)" })
    }
  }

  func write(_ name: String, _ spans: [Span], to json: inout JSONWriter) {
    json.key(name)
    json.array(spans) { json, span in
      json.object { json in
        writeEdges(span, to: &json)
        json.member("text", words[span])
      }
    }
  }

  func writeEdges(_ span: Span, to json: inout JSONWriter) {
    json.member("start", points.codePoint(at: span.start))
    json.member("end", points.codePoint(at: span.end))
  }

  func entity(_ id: Entity.ID) -> String { "e\(id + 1)" }

  /// The entity that is named where a place is.
  private func entity(at place: Place) -> Entity.ID? {
    reading.entities.first { entity in
      entity.mentions.contains { mention in place.mentions.contains(mention.span) }
    }?.id
  }
}
