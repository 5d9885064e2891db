/// What one annotator marked in one article, read from a brat stand-off file.
///
/// `T` lines give pieces of text, `E` lines join them to attributions:
///
///     T1<TAB>Source 0 7<TAB>Ann Lee
///     T3<TAB>Content 13 16;17 30<TAB>the vote was fair
///     E1<TAB>Attribution:T4 Content:T3 Cue:T2 Source:T1
///
/// Other lines are notes or continued text and are skipped.
/// Source: brat standoff format; PolNeAR (Newell et al. 2018).
struct BratGold: Sendable {
  /// In the order of the file; those without content are left out.
  private(set) var attributions: [StandoffAttribution] = []
  /// Pieces that the annotators set aside: advertisements, captions, other stories.
  private(set) var discarded: [Range<Int>] = []

  /// - Throws: ``EvaluationError/malformedAnnotation(path:line:)``.
  /// - Complexity: O(n) in bytes.
  init(_ standoff: String, path: String) throws(EvaluationError) {
    var pieces: [Substring: [Range<Int>]] = [:]
    var events: [(line: Int, arguments: Substring)] = []
    let lines = standoff.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      let fields = Substring(line).unicodeScalars.split(
        separator: "\t", omittingEmptySubsequences: false
      ).map { Substring($0) }
      guard fields.count >= 2 else { continue }
      switch Self.kind(of: fields[0]) {
      case "T":
        guard let entity = Self.entity(fields[1]) else {
          throw .malformedAnnotation(path: path, line: index + 1)
        }
        pieces[fields[0]] = entity.pieces
        if entity.type == "Discard" { discarded += entity.pieces }
      case "E":
        events.append((index + 1, fields[1]))
      default:
        continue
      }
    }
    for event in events {
      guard let attribution = Self.attribution(event.arguments, pieces: pieces) else {
        throw .malformedAnnotation(path: path, line: event.line)
      }
      if !attribution.content.isEmpty { attributions.append(attribution) }
    }
  }

  /// The letter of an identifier such as `T12`; nil for any other word.
  private static func kind(of identifier: Substring) -> Unicode.Scalar? {
    let scalars = identifier.unicodeScalars
    guard let letter = scalars.first, scalars.count > 1,
      scalars.dropFirst().allSatisfy({ "0"..."9" ~= $0 })
    else { return nil }
    return letter
  }

  /// Reads `Content 13 16;17 30`.
  private static func entity(_ field: Substring) -> (type: Substring, pieces: [Range<Int>])? {
    let words = field.split(separator: " ", maxSplits: 1)
    guard words.count == 2 else { return nil }
    var pieces: [Range<Int>] = []
    for piece in words[1].split(separator: ";", omittingEmptySubsequences: false) {
      let bounds = piece.split(whereSeparator: { $0 == " " || $0 == "\r" })
      guard bounds.count == 2, let start = Int(bounds[0]), let end = Int(bounds[1]),
        0 <= start, start <= end
      else { return nil }
      pieces.append(start..<end)
    }
    return (words[0], pieces)
  }

  /// Reads `Attribution:T4 Content:T3 Content2:T5 Cue:T2`; roles this measure does not know are
  /// passed over.
  private static func attribution(
    _ arguments: Substring, pieces: [Substring: [Range<Int>]]
  ) -> StandoffAttribution? {
    var attribution = StandoffAttribution()
    for argument in arguments.split(whereSeparator: { $0 == " " || $0 == "\r" }) {
      let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      let name = parts[0].lowercased().trimmingSuffix { "0"..."9" ~= $0 }
      if let role = StandoffAttribution.Role(rawValue: String(name)), let piece = pieces[parts[1]] {
        attribution[role] += piece
      }
    }
    for role in StandoffAttribution.Role.allCases {
      attribution[role].sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }
    return attribution
  }
}

extension StringProtocol {
  /// Without the characters at its end for which `isTrimmed` holds.
  fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
    guard let last = lastIndex(where: { !isTrimmed($0) }) else { return self[..<startIndex] }
    return self[...last]
  }
}
