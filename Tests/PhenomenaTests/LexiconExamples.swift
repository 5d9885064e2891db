import Foundation

/// The lines of a lexicon file, cut at tabs; notes left out.
func lexiconRows(_ name: String) throws -> [[String]] {
  let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..")
    .standardized
  let text = try String(contentsOf: root.appending(path: "Lexicons/" + name), encoding: .utf8)
  return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
    $0.split(separator: "\t").map(String.init)
  }
}
