import QuothEngine

/// What the outputs of the heads of syntax stand for, from the manifest.
///
/// The labels of `syntax.words` are those of four tasks one after another, each written with its task:
/// `part:NOUN`, `tag:NN`, `features:Number=Sing`, `lemma:l|1|`. Outputs beyond the labels only fill up.
struct SyntaxLabels: Sendable {
  private let parts: Slice<PartOfSpeech>
  private let tags: Slice<String>
  private let features: Slice<String>
  private let lemmas: Slice<LemmaRule>
  private let relations: [(relation: Relation, subtype: String?)]
  private let root: Int
  let names: [NameTag]

  /// The labels of one task, and the output that the first of them has.
  private struct Slice<Label: Sendable>: Sendable {
    var first = 0
    var labels: [Label] = []

    func best(_ row: ArraySlice<Float>) -> Label {
      labels[Vectors.best(row.dropFirst(first).prefix(labels.count))]
    }
  }

  init(_ manifest: Manifest) throws(SyntaxError) {
    func head(_ name: String) throws(SyntaxError) -> Manifest.Head {
      guard let head = manifest.heads.first(where: { $0.name == name }), !head.labels.isEmpty,
        head.labels.count <= head.output
      else { throw .unfitModel(name: manifest.name, lacks: "the head \(name)") }
      return head
    }
    func slice<Label>(
      _ task: String, _ make: (String) -> Label?
    ) throws(SyntaxError) -> Slice<Label> {
      let labels = try head(Parser.wordHead).labels
      guard let first = labels.firstIndex(where: { $0.hasPrefix(task + ":") }) else {
        throw .unfitModel(name: manifest.name, lacks: "the labels \(task)")
      }
      let own = labels[first...].prefix { $0.hasPrefix(task + ":") }
      let read = own.compactMap { make(String($0.dropFirst(task.count + 1))) }
      guard read.count == own.count else {
        throw .unfitModel(name: manifest.name, lacks: "known labels \(task)")
      }
      return Slice(first: first, labels: read)
    }
    parts = try slice("part") { PartOfSpeech(rawValue: $0) }
    tags = try slice("tag") { $0 }
    features = try slice("features") { $0 }
    lemmas = try slice("lemma") { LemmaRule($0) }
    let written = try head(Parser.relationHead).labels
    relations = written.compactMap { label in
      let parts = label.split(separator: ":", maxSplits: 1)
      return Relation(rawValue: String(parts[0])).map {
        ($0, parts.count > 1 ? String(parts[1]) : nil)
      }
    }
    guard relations.count == written.count,
      let root = relations.firstIndex(where: { $0.relation == .root })
    else { throw .unfitModel(name: manifest.name, lacks: "known relations") }
    self.root = root
    let tags = try head(Parser.nameHead).labels
    names = tags.compactMap { NameTag($0) }
    guard names.count == tags.count else {
      throw .unfitModel(name: manifest.name, lacks: "known tags of names")
    }
  }

  /// The word that a row of scores stands for, its relation still to be read.
  func word(_ row: ArraySlice<Float>, form: String, head: Int?) -> Word {
    Word(
      part: parts.best(row), tag: tags.best(row), features: features.best(row),
      lemma: lemmas.best(row).lemma(of: form), head: head, relation: .dep)
  }

  /// The best relation; only the root of a sentence is called root.
  func relation(_ row: ArraySlice<Float>, isRoot: Bool) -> (relation: Relation, subtype: String?) {
    guard !isRoot else { return relations[root] }
    var best: Int?
    for (number, score) in row.prefix(relations.count).enumerated() where number != root {
      if best.map({ score > row[row.startIndex + $0] }) ?? true { best = number }
    }
    return relations[best ?? root]
  }
}
