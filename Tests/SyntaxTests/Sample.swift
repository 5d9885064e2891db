import QuothEngine
import QuothReport
import QuothText

@testable import QuothSyntax

/// The model that ships, and what it reads of our own words.
enum Sample {
  static let model = Result {
    let root = "\(#filePath)".split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    return try Model(folder: root + "/Models/english")
  }

  /// The words of blocks, each a line of its own.
  static func words(_ blocks: [(role: Block.Role, text: String)]) -> Words {
    var text = ""
    var spans: [Block] = []
    for block in blocks {
      if !text.isEmpty { text += "\n" }
      let start = text.utf8.count
      text += block.text
      spans.append(Block(span: Span(start: start, end: text.utf8.count), role: block.role))
    }
    return Words(Text(Report(id: "sha256:0", text: text, blocks: spans)))
  }

  static func words(_ body: String) -> Words { words([(.body, body)]) }

  static func encoding(_ words: Words) throws -> Encoding {
    try Encoding(words, model: try model.get())
  }

  static let bridge = """
    Ana Ruiz, the mayor of Saltport, said on Tuesday that the city would rebuild the bridge. She \
    didn't say when. "We will need the state's help," Ruiz told Norland Radio.
    """
}
