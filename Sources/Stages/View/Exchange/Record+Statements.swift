import QuothReport
import QuothStatement

extension Record {
  func write(_ statement: Statement, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "t\(statement.id + 1)")
      write("spans", statement.spans, to: &json)
      json.member("attribution", statement.attribution.map { "a\($0 + 1)" })
      writeHolder(statement.holder, to: &json)
      json.key("chain")
      json.array(statement.chain) { json, link in
        switch link {
        case .reporter: json.string("reporter")
        case .nobody: json.null()
        case .entities(let ids):
          if let id = ids.first { json.string(entity(id)) } else { json.null() }
        }
      }
      json.member("certainty", statement.certainty.code)
      json.member("reporter_certainty", statement.reporterCertainty.code)
      write("hedges", statement.hedges, to: &json)
      json.member("class", statement.timeClass.rawValue)
      json.key("time")
      write(statement.time, to: &json)
      json.member("place", statement.place.map { "l\($0 + 1)" })
      json.member("events", statement.events.map { "v\($0 + 1)" })
      json.member("entities", statement.entities.map(entity))
      json.key("presupposed")
      json.bool(statement.isPresupposed)
      json.member("confidence", statement.confidence)
    }
  }

  func writeHolder(_ holder: Statement.Holder, to json: inout JSONWriter) {
    json.key("holder")
    switch holder {
    case .reporter: json.string("reporter")
    case .nobody: json.null()
    case .entities(let ids): json.array(ids) { json, id in json.string(entity(id)) }
    }
  }

  func write(_ event: Event, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "v\(event.id + 1)")
      json.key("trigger")
      json.object { json in
        writeEdges(event.trigger, to: &json)
        json.member("text", words[event.trigger])
      }
      json.member("lemma", event.lemma)
      json.member("type", event.type?.rawValue)
      json.member("mode", event.mode)
      json.member("contexts", event.contexts)
      json.member("actors", event.actors.map(entity))
      json.member("recipients", event.recipients.map(entity))
      json.member("status", event.status.rawValue)
      json.key("time")
      write(event.time, to: &json)
      json.member("place", event.place.map { "l\($0 + 1)" })
      json.key("numbers")
      json.array(event.numbers) { json, count in
        json.object { json in
          writeEdges(count.span, to: &json)
          json.member("text", words[count.span])
          json.member("value", count.value)
          json.member("unit", count.unit)
        }
      }
    }
  }

  func write(_ relation: StatementRelation, to json: inout JSONWriter) {
    json.object { json in
      json.member("type", relation.type.rawValue)
      json.member("from", relation.from.map { "t\($0 + 1)" })
      json.member("to", "t\(relation.to + 1)")
      write("evidence", relation.evidence, to: &json)
    }
  }
}
