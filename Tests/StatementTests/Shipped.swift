import Foundation
import QuothStatement

/// The lexicon that ships.
enum Shipped {
  static func file(_ name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
      .standardized
    return Array(try Data(contentsOf: root.appending(path: "Lexicons/" + name)))
  }

  static func certainty() throws -> CertaintyLexicon {
    var files: [String: [UInt8]] = [:]
    for name in CertaintyLexicon.files { files[name] = try file(name) }
    return try CertaintyLexicon { files[$0] ?? [] }
  }
}
