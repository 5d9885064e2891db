import QuothAnnotation

/// The base forms that an English word may have, for looking it up where its lemma is not sure.
struct BaseForms: Sendable {
  private let irregular: [String: String]

  /// - Parameter rows: a base form, then its irregular forms divided by blanks.
  init(_ rows: LexiconRows) {
    var irregular: [String: String] = [:]
    for row in rows.rows {
      for form in row.words(field: 1) { irregular[form] = String(row.fields[0]) }
    }
    self.irregular = irregular
  }

  /// All that a form in lower case may be made from, the likeliest among them; some are no words.
  ///
  ///     bases(of: "stopped")     // "stopped", "stopp", "stoppe", "stop"
  func bases(of form: String) -> [String] {
    if let base = irregular[form] { return [form, base] }
    var found = [form]
    for suffix in ["ies", "ied"] where form.hasSuffix(suffix) {
      found.append(form.dropLast(3) + "y")
    }
    if form.hasSuffix("s") { found.append(String(form.dropLast())) }
    if form.hasSuffix("es") { found.append(String(form.dropLast(2))) }
    for suffix in ["ed", "ing"] where form.hasSuffix(suffix) {
      let stem = form.dropLast(suffix.count)
      found += [String(stem), stem + "e"]
      if let last = stem.last, stem.dropLast().last == last {
        found.append(String(stem.dropLast()))
      }
    }
    return found
  }
}
