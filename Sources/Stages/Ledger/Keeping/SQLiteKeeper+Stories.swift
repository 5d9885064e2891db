import QuothDatabase
import QuothLinking

/// A ledger as the grouping into stories asks it.
struct SQLiteStories: StoryStore {
  let keeper: SQLiteKeeper
  typealias Failure = DatabaseError

  private var database: Database { keeper.database }

  /// Of a key that very many reports share, how many of the newest are looked at.
  private static let depth = 300

  func weights(of terms: Set<Term>) throws(DatabaseError) -> TermWeights {
    try keeper.weights(of: terms)
  }

  func reports(
    sharing keys: StoryKeys, _ weights: TermWeights, limit: Int
  ) throws(DatabaseError) -> [StoryMember] {
    var shares: [Int: Double] = [:]
    for key in keys.terms {
      try database.each(
        "SELECT report FROM report_keys WHERE kind = 1 AND key = ? ORDER BY report DESC LIMIT ?",
        [.integer(key.number), .integer(Self.depth)]
      ) { row throws(DatabaseError) in shares[row.integer(0), default: 0] += weights[key] }
    }
    let nearest = shares.sorted { ($1.value, $1.key) < ($0.value, $0.key) }.prefix(limit)
    return try reports(nearest.map(\.key))
  }

  func reports(of story: Int, limit: Int) throws(DatabaseError) -> [StoryMember] {
    let keys = try database.all(
      "SELECT report FROM reports WHERE story = ? ORDER BY report", [.integer(story)]
    ) { $0.integer(0) }
    let kept =
      keys.count <= limit ? keys : keys.prefix(limit / 2) + keys.suffix(limit - limit / 2)
    return try reports(kept)
  }

  func size(of story: Int) throws(DatabaseError) -> Int {
    try database.first(
      "SELECT count(*) FROM reports WHERE story = ?", [.integer(story)], { $0.integer(0) }) ?? 0
  }

  func wishes(about reports: Set<Int>) throws(DatabaseError) -> [StoryWish] {
    var wishes: [StoryWish] = []
    for report in reports.sorted() {
      try database.each(
        "SELECT report, other, is_one FROM story_wishes WHERE report = ?1 OR other = ?1",
        [.integer(report)]
      ) { row throws(DatabaseError) in
        let wish = StoryWish(row.integer(0), row.integer(1), isOne: row.bool(2))
        if !wishes.contains(wish) { wishes.append(wish) }
      }
    }
    return wishes
  }

  func reports(_ numbers: [Int]) throws(DatabaseError) -> [StoryMember] {
    var members: [StoryMember] = []
    for number in numbers {
      let member = try database.first(
        "SELECT story, family, sketch FROM reports WHERE report = ?", [.integer(number)]
      ) { row in
        ReportSketch(bytes: row.blob(2)).map {
          StoryMember(
            id: number, story: row.optionalInteger(0), family: row.optionalInteger(1), sketch: $0)
        }
      }
      if let member = member ?? nil { members.append(member) }
    }
    return members
  }
}

extension SQLiteKeeper {
  /// From now on reports that share keys with one find it.
  func index(_ report: Int, under keys: StoryKeys) throws(DatabaseError) {
    for key in keys.terms {
      try database.run(
        "INSERT OR IGNORE INTO report_keys VALUES (1,?,?)",
        [.integer(key.number), .integer(report)])
    }
  }

  /// Carries out what a report that came in changes.
  func keep(
    _ decision: StoryDecision, spelling: (Term) -> String?
  ) throws(DatabaseError) {
    for part in decision.parts {
      let story: Int
      if let known = part.story {
        story = known
      } else {
        try database.run("INSERT INTO stories DEFAULT VALUES")
        story = database.lastKey
      }
      for merger in part.merged {
        try database.run(
          "UPDATE reports SET story = ? WHERE story = ?",
          [.integer(story), .integer(merger.story)])
        try database.run(
          "UPDATE claims SET story = ? WHERE story = ?", [.integer(story), .integer(merger.story)])
        try database.run(
          "UPDATE stories SET merged_into = ?1 WHERE story = ?2 OR merged_into = ?2",
          [.integer(story), .integer(merger.story)])
      }
      for arrival in part.arrivals {
        try database.run(
          "UPDATE reports SET story = ?, story_why = ? WHERE report = ?",
          [
            .integer(story), .init(arrival.reason?.text(spelling)), .integer(arrival.report),
          ])
      }
    }
  }

  func story(of report: Int) throws(DatabaseError) -> Int? {
    try database.first(
      "SELECT story FROM reports WHERE report = ?", [.integer(report)],
      { $0.optionalInteger(0) }) ?? nil
  }

  func family(of report: Int) throws(DatabaseError) -> Int? {
    try database.first(
      "SELECT family FROM reports WHERE report = ?", [.integer(report)],
      { $0.optionalInteger(0) }) ?? nil
  }
}
