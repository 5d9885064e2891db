import QuothAnnotation
import QuothReport
public import QuothStatement

/// The attributions of one report in the W3C Web Annotation Data Model: one `AnnotationPage` of
/// JSON-LD on one line, with one `Annotation` for each attribution.
///
/// The target of an annotation is the content, one resource for each of its spans; its bodies are
/// the source (purpose `identifying`), the cue (`describing`) and the act (`tagging`). Every span
/// has a `TextPositionSelector` in code points and a `TextQuoteSelector` with 32 code points of
/// what stands around it.
///
/// Source: W3C Recommendation of 23 February 2017, https://www.w3.org/TR/annotation-model/.
public struct WebAnnotations: Sendable {
  private let reading: Reading
  private let words: Words
  private let points: CodePointIndex

  private static let surroundings = 32

  public init(_ reading: Reading) {
    self.reading = reading
    words = Words(reading.report.text)
    points = CodePointIndex(words.bytes)
  }

  /// UTF-8, without the line end.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("@context", "http://www.w3.org/ns/anno.jsonld")
      json.member("id", "\(name):attributions")
      json.member("type", "AnnotationPage")
      json.key("items")
      json.array(reading.attributions) { json, attribution in write(attribution, to: &json) }
    }
    return json.bytes
  }

  /// The report's digest as a name: annotations of the same bytes have the same names.
  private var name: String {
    let digest = reading.report.id.split(separator: ":").last.map(String.init) ?? ""
    return "urn:quoth:\(digest)"
  }

  private var source: String { reading.report.url?.value ?? name }

  private func write(_ attribution: Attribution, to json: inout JSONWriter) {
    json.object { json in
      json.member("id", "\(name):a\(attribution.id + 1)")
      json.member("type", "Annotation")
      json.member("motivation", "identifying")
      json.key("generator")
      json.object { json in
        json.member("type", "Software")
        json.member("name", "quoth \(reading.model)")
      }
      json.key("body")
      let parts =
        attribution.source.map { ($0, "identifying") }
        + attribution.cue.map { ($0, "describing") } + [(nil as Span?, "tagging")]
      json.array(parts) { json, part in
        json.object { json in
          if let span = part.0 {
            resource(span, purpose: part.1, to: &json)
          } else {
            json.member("type", "TextualBody")
            json.member("purpose", part.1)
            json.member("value", attribution.act.rawValue)
          }
        }
      }
      json.key("target")
      json.array(attribution.content) { json, span in
        json.object { json in resource(span, purpose: nil, to: &json) }
      }
    }
  }

  private func resource(_ span: Span, purpose: String?, to json: inout JSONWriter) {
    json.member("type", "SpecificResource")
    if let purpose { json.member("purpose", purpose) }
    json.member("source", source)
    json.key("selector")
    json.array([true, false]) { json, isPosition in
      json.object { json in
        if isPosition {
          json.member("type", "TextPositionSelector")
          json.member("start", points.codePoint(at: span.start))
          json.member("end", points.codePoint(at: span.end))
        } else {
          json.member("type", "TextQuoteSelector")
          json.member("exact", words[span])
          json.member("prefix", words[surrounding(before: span.start)])
          json.member("suffix", words[surrounding(after: span.end)])
        }
      }
    }
  }

  private func surrounding(before offset: Int) -> Span {
    let first = max(points.codePoint(at: offset) - Self.surroundings, 0)
    return Span(start: min(points.offset(ofCodePoint: first, from: offset), offset), end: offset)
  }

  private func surrounding(after offset: Int) -> Span {
    let last = points.codePoint(at: offset) + Self.surroundings
    return Span(start: offset, end: max(points.offset(ofCodePoint: last, from: offset), offset))
  }
}
