import QuothReport

@testable import Quoth

/// An article with its gold written in the words themselves.
///
///     MarkedArticle("[S1 Ilse Brandt] [C1 said] [T1 the bridge is safe]. [D Advertisement]")
///
/// `S`, `C` and `T` are source, cue and content of the attribution with that number, each as often
/// as it has pieces; `D` is discarded text.
struct MarkedArticle {
  private(set) var text = ""
  /// By number.
  private(set) var attributions: [Pieces] = []
  private(set) var discarded: [Span] = []

  /// The roles of one attribution, as byte spans.
  struct Pieces: Equatable {
    var source: [Span] = []
    var cue: [Span] = []
    var content: [Span] = []
  }

  init(_ marked: String) {
    var found: [Int: Pieces] = [:]
    var open: (role: Character, number: Int, start: Int)?
    var rest = Substring(marked)
    while let next = rest.popFirst() {
      if next == "[", let role = rest.popFirst() {
        let number = rest.prefix { $0.isNumber }
        rest = rest.dropFirst(number.count + 1)
        open = (role, Int(number) ?? 0, text.utf8.count)
      } else if next == "]", let closed = open {
        let span = Span(start: closed.start, end: text.utf8.count)
        switch closed.role {
        case "S": found[closed.number, default: Pieces()].source.append(span)
        case "C": found[closed.number, default: Pieces()].cue.append(span)
        case "T": found[closed.number, default: Pieces()].content.append(span)
        default: discarded.append(span)
        }
        open = nil
      } else {
        text.append(next)
      }
    }
    attributions = found.sorted { $0.key < $1.key }.map(\.value)
  }

  /// As an annotator's file, with its text columns, an attribution mark each, and a note.
  var standoff: String {
    let points = CodePoints(text)
    var lines: [String] = []
    var entities = 0
    func entity(_ type: String, _ spans: [Span]) -> String {
      entities += 1
      let pieces = spans.map { "\(points[$0].lowerBound) \(points[$0].upperBound)" }
      lines.append("T\(entities)\t\(type) \(pieces.joined(separator: ";"))\twords")
      return "T\(entities)"
    }
    for (index, attribution) in attributions.enumerated() {
      let mark = attribution.cue.isEmpty ? attribution.content : attribution.cue
      var arguments = ["Attribution:\(entity("Attribution", mark))"]
      if !attribution.content.isEmpty {
        arguments.append("Content:\(entity("Content", attribution.content))")
      }
      if !attribution.cue.isEmpty { arguments.append("Cue:\(entity("Cue", attribution.cue))") }
      for (order, span) in attribution.source.enumerated() {
        arguments.append("Source\(order == 0 ? "" : "\(order + 1)"):\(entity("Source", [span]))")
      }
      lines.append("E\(index + 1)\t\(arguments.joined(separator: " "))")
      lines.append("#\(index + 1)\tAnnotatorNotes E\(index + 1)\tsure")
    }
    if !discarded.isEmpty { _ = entity("Discard", discarded) }
    return lines.map { $0 + "\n" }.joined()
  }

  /// As the measure reads it.
  func gold(named name: String = "article") throws -> GoldArticle {
    GoldArticle(name: name, text: text, gold: try BratGold(standoff, path: "\(name).ann"))
  }
}
