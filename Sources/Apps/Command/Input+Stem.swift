import Quoth

extension Input {
  /// The name of a page made from it, without folder and extension.
  var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? ""
    let words = last.split(separator: ".")
    let stem = words.dropLast(words.count > 1 ? 1 : 0).joined(separator: ".")
    return stem.isEmpty || stem == "-" ? "report" : stem
  }
}
