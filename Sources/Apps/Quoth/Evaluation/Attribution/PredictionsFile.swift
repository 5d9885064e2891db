/// Predicted attributions as the reference scorer (`attribution_score.py`) reads them: one JSON
/// object a line for each article, with pieces in code points, end exclusive.
///
///     {"id": "bridge", "attributions": [{"source": [[0, 7]], "cue": [[8, 12]], "content": [[13, 30]]}]}
struct PredictionsFile: Sendable {
  private(set) var text = ""

  /// Adds the line of one article.
  mutating func append(_ attributions: [StandoffAttribution], of article: String) {
    let written = attributions.map { attribution in
      let roles = StandoffAttribution.Role.allCases.map { role in
        let pieces = attribution[role].map { "[\($0.lowerBound), \($0.upperBound)]" }
        return "\"\(role.rawValue)\": [\(pieces.joined(separator: ", "))]"
      }
      return "{\(roles.joined(separator: ", "))}"
    }
    text +=
      "{\"id\": \(Self.quoted(article)), \"attributions\": [\(written.joined(separator: ", "))]}\n"
  }

  /// A JSON string.
  private static func quoted(_ words: String) -> String {
    var quoted = "\""
    for scalar in words.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\\(scalar)"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
