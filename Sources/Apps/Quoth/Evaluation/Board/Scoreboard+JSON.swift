import QuothReport
import QuothView

extension Scoreboard {
  /// All of it for programs, as one line of JSON without a newline (Evaluation/README.md).
  public var json: String {
    var json = JSONWriter()
    json.object { json in
      json.key("figures")
      json.array(rows) { json, row in
        json.object { json in
          json.member("measure", row.measure)
          json.member("name", row.check.name)
          Self.write(row.check.value, as: "value", to: &json)
          Self.write(row.check.floor, as: "floor", to: &json)
          json.key("reached")
          if let isReached = row.isReached { json.bool(isReached) } else { json.null() }
        }
      }
      json.key("corpora")
      json.array(corpora) { json, corpus in
        json.object { json in
          json.member("name", corpus.name)
          json.member("documents", corpus.documents)
          json.member("fingerprint", corpus.fingerprint)
        }
      }
      json.member("missing", missing)
    }
    return json.text
  }

  private static func write(_ value: Double?, as name: String, to json: inout JSONWriter) {
    json.key(name)
    if let value { json.number(value) } else { json.null() }
  }
}
