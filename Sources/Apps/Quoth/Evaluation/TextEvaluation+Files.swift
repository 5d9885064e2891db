public import QuothSystem

extension TextEvaluation {
  /// Scores the treebanks below some folders: every file whose name ends in `.conllu`.
  ///
  /// The corpus is named by the file: `gum` for `GUM_news_harbour.conllu`, `ewt` for
  /// `en_ewt-ud-dev.conllu`. Bytes that are not UTF-8 are read as U+FFFD.
  ///
  /// - Parameters:
  ///   - folders: where to look, at any depth.
  ///   - measured: the names of the documents that count; all of them without it.
  /// - Throws: ``FileError`` when a folder or file cannot be read.
  /// - Complexity: O(n) in bytes of the files.
  public init(folders: [String], measured: Set<String>? = nil) throws(FileError) {
    self.init()
    for folder in folders {
      for path in try Files.list(folder) where path.hasSuffix(".conllu") {
        let name = path.split(separator: "/").last ?? ""
        add(
          conllu: String(decoding: try Files.read(path), as: UTF8.self),
          corpus: Self.corpus(ofFile: name), keeping: { measured?.contains($0) ?? true })
      }
    }
  }

  /// The names of a list as `Evaluation/splits/` keeps it: one a line, remarks after `#`.
  public static func documents(inSplit list: String) -> Set<String> {
    Set(list.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.map(String.init))
  }

  private static func corpus(ofFile name: Substring) -> String {
    let parts = name.split(separator: "_")
    let isUniversal = parts.count > 1 && name.contains("-ud-")
    let corpus = isUniversal ? parts[1].prefix { $0 != "-" } : parts.first ?? name
    return corpus.lowercased()
  }
}
