/// An English word without its inflection, so that *firing*, *fired* and *fire* are one.
///
/// Coarser than a lemma, which keeps the noun *firing* apart from the verb: it only compares.
///
///     WordStem("denied").text == WordStem("denies").text     // true
public struct WordStem {
  public let text: String

  /// - Parameter form: In lower case.
  public init(_ form: String) {
    var stem = Array(form.utf8)
    let isSingular = form.hasSuffix("ss")
    for (ending, least) in Self.endings where !isSingular && stem.count >= ending.count + least {
      guard stem.suffix(ending.count).elementsEqual(ending) else { continue }
      stem.removeLast(ending.count)
      if let last = stem.last, stem.count > 3, last == stem[stem.count - 2],
        Self.doubled.contains(last)
      {
        stem.removeLast()
      }
      break
    }
    switch stem.last {
    case UInt8(ascii: "e")? where stem.count > 3: stem.removeLast()
    case UInt8(ascii: "y")? where stem.count > 2: stem[stem.count - 1] = UInt8(ascii: "i")
    default: break
    }
    text = String(decoding: stem, as: UTF8.self)
  }

  /// Endings with the bytes that have to stand before them; the first that fits is taken off.
  private static let endings: [(ending: [UInt8], least: Int)] = [
    (Array("'s".utf8), 1), (Array("’s".utf8), 1), (Array("ing".utf8), 3), (Array("ed".utf8), 3),
    (Array("es".utf8), 3), (Array("s".utf8), 3),
  ]

  /// Letters that double before an ending: *stopped*, *planning*.
  private static let doubled = Set("bdgmnprt".utf8)
}
