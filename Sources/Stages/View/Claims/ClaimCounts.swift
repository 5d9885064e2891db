import QuothAnnotation
import QuothStatement

/// What a report amounts to, in figures.
struct ClaimCounts: Sendable {
  /// `7 sources, 3 of them unnamed`, `8 claims`, `1 denied`, `nothing independently confirmed`
  let phrases: [String]

  init(_ claims: Claims) {
    let sources = claims.index.sources.filter { !$0.isNobody }
    let attributed = claims.all.count { $0.holder != .report }
    let denials = claims.disputes.flatMap(\.voices).count { $0.opposition != nil }
    let isDenied = claims.disputes.count { $0.voices.contains { $0.opposition != nil } }
    let own = claims.all.count - attributed
    var phrases: [String] = []
    if claims.index.reading.attributions.isEmpty {
      phrases.append("no attribution found")
    } else {
      let unnamed = sources.count(where: \.isUnnamed)
      var told = Self.counted(sources.count, "source")
      if unnamed > 0 {
        told += unnamed == sources.count ? ", unnamed" : ", \(unnamed) of them unnamed"
      }
      phrases.append(told)
      phrases.append(Self.counted(attributed - denials, "claim"))
    }
    if isDenied > 0 { phrases.append("\(isDenied) denied") }
    if own > 0 { phrases.append("\(own) by the report itself") }
    if !claims.index.reading.statements.isEmpty {
      let count = claims.confirmed.count
      phrases.append("\(count == 0 ? "nothing" : "\(count)") independently confirmed")
    }
    self.phrases = phrases
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
