import QuothDigest

/// A file of a corpus as it counts for the fingerprint.
struct CorpusFile: Hashable, Sendable {
  /// Within the folder of the corpus.
  var name: String
  var bytes: [UInt8]

  /// `sha256:` and the digest, in hexadecimal, over some files in the order of their names: of each
  /// its name, a newline, its length in bytes, a newline, and its bytes.
  ///
  /// The same files give the same fingerprint wherever their folder lies.
  ///
  /// - Complexity: O(n) in bytes.
  static func fingerprint(of files: [CorpusFile]) -> String {
    var bytes: [UInt8] = []
    for file in files.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }) {
      bytes += Array("\(file.name)\n\(file.bytes.count)\n".utf8) + file.bytes
    }
    return "sha256:" + Digest.sha256(bytes)
  }
}
