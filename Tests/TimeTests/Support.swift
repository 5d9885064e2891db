import Foundation
import QuothReport
import QuothText

@testable import QuothTime

/// A text of one body paragraph.
func text(_ words: String, role: Block.Role = .body) -> Text {
  let block = Block(span: Span(start: 0, end: words.utf8.count), role: role)
  return Text(Report(id: "sha256:0", text: words, blocks: [block]))
}

func shippedGrammar() throws -> TimeGrammar {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized
  var files: [String: String] = [:]
  for name in TimeGrammar.files {
    files[name] = try String(contentsOf: root.appending(path: "Lexicons/" + name), encoding: .utf8)
  }
  return try TimeGrammar { files[$0] ?? "" }
}

/// Words between brackets, and the text without these.
struct Bracketed {
  var text = ""
  var parts: [String] = []

  init(_ marked: String) {
    var part: String?
    for character in marked {
      switch character {
      case "[": part = ""
      case "]":
        parts.append(part ?? "")
        part = nil
      default:
        text.append(character)
        part?.append(character)
      }
    }
  }
}

extension TimeExpression {
  /// Type, value and modifier, as the grammar's examples write them.
  var reading: String { "\(type.rawValue) \(value)" + (mod.map { " \($0.rawValue)" } ?? "") }
}

extension Text {
  /// The words of a span.
  func words(_ span: Span) -> String {
    String(decoding: Array(report.text.utf8)[span.range], as: UTF8.self)
  }
}
