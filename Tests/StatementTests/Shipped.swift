import Foundation
import QuothStatement

/// The lexicons that ship.
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

  static func events() throws -> EventLexicon {
    var files: [String: [UInt8]] = [:]
    for name in EventLexicon.files { files[name] = try file(name) }
    return try EventLexicon { files[$0] ?? [] }
  }
}
