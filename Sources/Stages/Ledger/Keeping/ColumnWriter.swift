import QuothAnnotation
import QuothReport
import QuothStatement
import QuothTime

/// Writes the nested parts of a record as the JSON that columns hold.
///
/// Spans become pairs of code points, indices the numbers of the record: the first entity is 1, as in `e1`.
struct ColumnWriter {
  private let points: CodePointIndex

  init(_ bytes: [UInt8]) { points = CodePointIndex(bytes) }

  func spans(_ spans: [Span]) -> String { json { $0.array(spans, write) } }

  func span(_ span: Span) -> String { json { write(&$0, span) } }

  func numbers(_ indices: [Int]) -> String {
    json { $0.array(indices) { json, index in json.number(index + 1) } }
  }

  func strings(_ values: [String]) -> String {
    json { $0.array(values) { json, value in json.string(value) } }
  }

  func holder(_ holder: Statement.Holder) -> String { json { write(&$0, holder) } }

  func chain(_ chain: [Statement.Holder]) -> String { json { $0.array(chain, write) } }

  func time(_ time: Time?) -> String? {
    time.map { time in
      json { json in
        json.object { json in
          json.member("value", time.value)
          json.member("begin", time.begin)
          json.member("end", time.end)
          json.member("basis", time.basis.rawValue)
          json.key("span")
          write(&json, time.span)
        }
      }
    }
  }

  func dateline(_ dateline: Dateline?) -> String? {
    dateline.map { spans([$0.span, $0.place]) }
  }

  func blocks(_ blocks: [Block]) -> String {
    json { json in
      json.array(blocks) { json, block in
        json.array([block]) { json, block in
          writeEdges(&json, block.span)
          json.string(block.role.rawValue)
          json.string(block.form.rawValue)
        }
      }
    }
  }

  func warnings(_ warnings: [Warning]) -> String {
    json { json in
      json.array(warnings) { json, warning in
        json.object { json in
          json.member("slug", warning.slug)
          json.member("message", warning.message)
        }
      }
    }
  }

  func mentions(_ mentions: [Entity.Mention]) -> String {
    json { json in
      json.array(mentions) { json, mention in
        json.array([mention]) { json, mention in
          writeEdges(&json, mention.span)
          json.string(mention.kind.rawValue)
          json.number(mention.isMetonym ? 1 : 0)
          json.number(mention.isMisspelt ? 1 : 0)
        }
      }
    }
  }

  func roles(_ roles: [Entity.Role]) -> String {
    json { json in
      json.array(roles) { json, role in
        json.array([role]) { json, role in
          writeEdges(&json, role.span)
          json.string(role.standing.rawValue)
          if let of = role.of { json.number(of + 1) } else { json.null() }
        }
      }
    }
  }

  func counts(_ counts: [Event.Count]) -> String {
    json { json in
      json.array(counts) { json, count in
        json.object { json in
          json.member("value", count.value)
          json.member("unit", count.unit)
          json.key("span")
          write(&json, count.span)
        }
      }
    }
  }

  // MARK: Parts

  private func json(_ write: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    write(&json)
    return json.text
  }

  private func write(_ json: inout JSONWriter, _ span: Span) {
    json.array([span]) { json, span in writeEdges(&json, span) }
  }

  private func writeEdges(_ json: inout JSONWriter, _ span: Span) {
    json.number(points.codePoint(at: span.start))
    json.number(points.codePoint(at: span.end))
  }

  private func write(_ json: inout JSONWriter, _ holder: Statement.Holder) {
    switch holder {
    case .reporter: json.string("reporter")
    case .nobody: json.null()
    case .entities(let ids): json.array(ids) { json, id in json.number(id + 1) }
    }
  }
}
