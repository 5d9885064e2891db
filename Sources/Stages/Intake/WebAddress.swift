/// An address cut into its parts, to complete a relative one.
///
///     WebAddress("https://example.org/a/b").completing("../c")     // "https://example.org/c"
///
/// Source: RFC 3986, section 5.2.
struct WebAddress {
  private var scheme: Substring?
  /// Host and port; nil where there is none, unlike an empty one.
  private var authority: Substring?
  private var path: Substring
  /// With its question mark.
  private var query: Substring?
  /// With its number sign.
  private var fragment: Substring?

  init(_ text: String) {
    var rest = text.drop { $0.isWhitespace }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    if let mark = rest.firstIndex(of: "#") {
      fragment = rest[mark...]
      rest = rest[..<mark]
    }
    if let mark = rest.firstIndex(of: "?") {
      query = rest[mark...]
      rest = rest[..<mark]
    }
    if let colon = rest.firstIndex(of: ":"), rest[..<colon].allSatisfy(Self.isOfScheme),
      rest.first?.isLetter == true
    {
      scheme = rest[..<colon]
      rest = rest[rest.index(after: colon)...]
    }
    if rest.hasPrefix("//") {
      let start = rest.dropFirst(2)
      let end = start.firstIndex(of: "/") ?? start.endIndex
      authority = start[..<end]
      rest = start[end...]
    }
    path = rest
  }

  private static func isOfScheme(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  /// The whole address that `reference` stands for on the page of this one.
  func completing(_ reference: String) -> String {
    var result = WebAddress(reference)
    if result.scheme != nil { return result.spelled }
    result.scheme = scheme
    if result.authority == nil {
      result.authority = authority
      if result.path.isEmpty {
        result.path = path
        result.query = result.query ?? query
      } else if !result.path.hasPrefix("/") {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? (authority == nil ? "" : "/")
        result.path = folder + result.path
      }
    }
    result.path = Self.withoutDots(result.path)
    return result.spelled
  }

  private static func withoutDots(_ path: Substring) -> Substring {
    var steps: [Substring] = []
    let given = path.split(separator: "/", omittingEmptySubsequences: false)
    for (index, step) in given.enumerated() {
      let isLast = index == given.count - 1
      switch step {
      case ".": if isLast { steps.append("") }
      case "..":
        if steps.count > 1 { steps.removeLast() }
        if isLast { steps.append("") }
      default: steps.append(step)
      }
    }
    return Substring(steps.joined(separator: "/"))
  }

  private var spelled: String {
    (scheme.map { $0 + ":" } ?? "") + (authority.map { "//" + $0 } ?? "") + path + (query ?? "")
      + (fragment ?? "")
  }
}
