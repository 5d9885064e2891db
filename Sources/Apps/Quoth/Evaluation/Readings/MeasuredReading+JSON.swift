import QuothReport
import QuothStatement
import QuothSyntax
import QuothText
import QuothView

extension MeasuredReading {
  /// What the heads say of the article, as one line of JSON without a newline (Evaluation/README.md).
  ///
  /// Places are code points of the text, ends exclusive.
  public var json: String {
    let places = CodePointIndex(words.passage.bytes)
    func write(_ span: Span, to json: inout JSONWriter) {
      json.member("start", places.codePoint(at: span.start))
      json.member("end", places.codePoint(at: span.end))
    }
    var json = JSONWriter()
    json.object { json in
      json.member("id", words.text.report.id)
      json.member("text", words.text.report.text)
      json.key("words")
      json.array(words.text.tokens.indices) { json, token in
        json.object { json in
          write(span(ofToken: token), to: &json)
          guard let word = syntax.words[token] else { return }
          json.member("part", word.part.rawValue)
          json.member("tag", word.tag)
          json.member("features", word.features)
          json.member("lemma", word.lemma)
          if let head = word.head { json.member("head", head) }
          json.member("relation", word.label)
          if let value = certainty[token] { json.member("certainty", Double(value)) }
        }
      }
      json.key("names")
      json.array(syntax.names) { json, name in
        json.object { json in
          write(words.span(name.tokens), to: &json)
          json.member("kind", name.kind.rawValue)
          json.member("confidence", name.confidence)
        }
      }
      json.key("chains")
      json.array(chains) { json, chain in
        json.array(chain.mentions) { json, mention in
          json.object { json in
            write(words.span(mention.tokens), to: &json)
            json.member("head", mention.head)
          }
        }
      }
      json.key("events")
      json.array(events) { json, event in
        json.object { json in
          json.member("trigger", event.trigger)
          json.member("type", event.type.rawValue)
          if let actor = event.actor { json.member("actor", actor) }
          if let recipient = event.recipient { json.member("recipient", recipient) }
          json.member("confidence", event.confidence)
        }
      }
    }
    return json.text
  }
}
