import QuothSystem

/// The articles of one or more folders in PolNeAR's layout.
///
/// A folder holds `text/NAME.txt` and `attributions/NAME_CODER.ann`. Where several annotators marked
/// an article, the first by file name counts; articles without text are passed over.
struct GoldCorpus: Sendable {
  /// Folder by folder, by name in each.
  private(set) var articles: [GoldArticle] = []
  /// `sha256:` and the digest, in hexadecimal, over the files that were read, in order of their
  /// names: for each its name within the folder, its length and its bytes.
  let fingerprint: String

  /// - Throws: ``EvaluationError``, or ``FileError`` when a folder or file cannot be read.
  ///
  /// - Parameter part: the articles that count; all of them without it.
  init(folders: [String], part: MeasuredPart? = nil) throws {
    var files: [CorpusFile] = []
    for folder in folders {
      let found = try Self.articles(in: folder, part: part)
      articles += found.articles
      files += found.files
    }
    fingerprint = CorpusFile.fingerprint(of: files)
  }

  private static func articles(
    in folder: String, part: MeasuredPart?
  ) throws -> (articles: [GoldArticle], files: [CorpusFile]) {
    guard !Files.isFolder(folder) || Files.isFolder(folder + "/attributions") else {
      throw EvaluationError.noGold(folder: folder, layout: EvaluationError.attributionLayout)
    }
    let texts = Set(try names(in: folder + "/text"))
    var articles: [GoldArticle] = []
    var files: [CorpusFile] = []
    for (name, coding) in firstCodings(try names(in: folder + "/attributions"))
    where texts.contains(name + ".txt") && part?.holds(name) != false {
      let text = CorpusFile(
        name: "text/\(name).txt", bytes: try Files.read("\(folder)/text/\(name).txt"))
      let marks = CorpusFile(
        name: "attributions/\(coding)", bytes: try Files.read("\(folder)/attributions/\(coding)")
      )
      articles.append(
        GoldArticle(
          name: name, text: try decoded(text, in: folder),
          gold: try BratGold(try decoded(marks, in: folder), path: "\(folder)/\(marks.name)")))
      files += [text, marks]
    }
    try part?.expectAll(articles.map(\.name), in: folder)
    guard !articles.isEmpty else {
      throw EvaluationError.noGold(
        folder: folder, layout: EvaluationError.attributionLayout)
    }
    return (articles, files)
  }

  /// The files of a folder, by name; what lies in folders within it is passed over.
  private static func names(in folder: String) throws(FileError) -> [String] {
    try Files.list(folder).map { String($0.dropFirst(folder.count + 1)) }.filter {
      !$0.contains("/")
    }
  }

  /// For each article, by name, the first of its stand-off files (`NAME_CODER.ann`).
  static func firstCodings(_ files: [String]) -> [(article: String, coding: String)] {
    var codings: [(article: String, coding: String)] = []
    var seen: Set<String> = []
    for file in files.sorted(by: precedes) {
      guard let article = article(ofCoding: file), seen.insert(article).inserted else { continue }
      codings.append((article, file))
    }
    return codings.sorted { precedes($0.article, $1.article) }
  }

  /// The `NAME` of `NAME_CODER.ann`; nil for other files.
  private static func article(ofCoding file: String) -> String? {
    guard file.hasSuffix(".ann"), let mark = file.lastIndex(of: "_") else { return nil }
    let coder = file[file.index(after: mark)...].dropLast(4)
    let isCoder = coder.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"):
        true
      default: false
      }
    }
    return isCoder && !coder.isEmpty && mark > file.startIndex ? String(file[..<mark]) : nil
  }

  /// By code points, as file names are sorted elsewhere.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private static func decoded(_ file: CorpusFile, in folder: String) throws(EvaluationError)
    -> String
  {
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw .notUTF8(path: "\(folder)/\(file.name)")
    }
    return text
  }
}
