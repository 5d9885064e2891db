import QuothReport

/// Reports that carry one text: the member that had it first, and the copies.
public struct Family: Sendable, Hashable {
  /// Index of the member that had it first.
  public var original: Int
  /// In order of their indices.
  public var copies: [Copy]

  /// A member that took the text over.
  public struct Copy: Sendable, Hashable {
    public var member: Int
    public var extent: CopyExtent
  }

  /// What is known of a report when it is asked who copied whom.
  public struct Member: Sendable, Hashable {
    /// Tells members apart where nothing else does.
    public var id: String
    /// Publication day or time, ISO 8601, as the report states it.
    public var published: String?
    /// Who published it; an agency's own credit makes its report no copy.
    public var publisher: String?
    public var credits: [Credit]
    /// Words of running text.
    public var words: Int

    public init(
      id: String, published: String? = nil, publisher: String? = nil, credits: [Credit] = [],
      words: Int = 0
    ) {
      self.id = id
      self.published = published
      self.publisher = publisher
      self.credits = credits
      self.words = words
    }

    /// Whether it says itself that it is someone else's.
    var isCredited: Bool {
      credits.contains { credit in
        credit.scope == .whole
          && publisher.map { Wording.folded($0) != Wording.folded(credit.name) } ?? true
      }
    }
  }

  /// Two members that share passages, and how much of each they are.
  public struct Link: Sendable, Hashable {
    public var first: Int
    public var second: Int
    public var ofFirst: CopyExtent
    public var ofSecond: CopyExtent

    public init(first: Int, second: Int, ofFirst: CopyExtent, ofSecond: CopyExtent) {
      self.first = first
      self.second = second
      self.ofFirst = ofFirst
      self.ofSecond = ofSecond
    }
  }

  /// Which of some reports that share a text had it first.
  ///
  /// 1. A report that was surely published after another one did not: times are compared as far as they
  ///    are stated, and a day alone is not before an hour of that day.
  /// 2. Of those left, one that does not credit the whole to someone else;
  /// 3. one that states when it was published;
  /// 4. the longest, since desks cut more than they add;
  /// 5. the one with the earliest beginning of the time it states; at last, the least `id`.
  ///
  /// The answer does not depend on the order of `members`, if their ids differ.
  ///
  /// - Precondition: there is a member.
  /// - Complexity: O(n) in members.
  public static func original(among members: [Int], of all: [Member]) -> Int {
    precondition(!members.isEmpty, "a family without members")
    let times = members.map { (member: $0, time: all[$0].published.flatMap(StatedTime.init)) }
    let firstEnd = times.compactMap(\.time?.end).min() ?? .max
    let open = times.filter { $0.time.map { $0.start <= firstEnd } ?? true }
    func rank(_ entry: (member: Int, time: StatedTime?)) -> (Int, Int, Int, Int, String) {
      let member = all[entry.member]
      return (
        member.isCredited ? 1 : 0, entry.time == nil ? 1 : 0, -member.words,
        entry.time?.start ?? .max,
        member.id
      )
    }
    return open.min { rank($0) < rank($1) }?.member ?? members[0]
  }

  /// The families that links make of some reports.
  ///
  /// Whole copies of each other are one family, through any number of reports. A report that holds a
  /// part of one joins its family as a partial copy, and may do so in several; it does not bring the
  /// families together. An outlet that says again what it said before copies nobody.
  ///
  /// - Complexity: O(n log n) in members and links.
  public static func families(of members: [Member], _ links: [Link]) -> [Family] {
    var root = Array(members.indices)
    func find(_ member: Int) -> Int {
      var member = member
      while root[member] != member { member = root[member] }
      return member
    }
    var parts: [(original: Int, copy: Int)] = []
    for link in links where !isOneHouse(members[link.first], members[link.second]) {
      let original = original(among: [link.first, link.second], of: members)
      let (copy, extent) =
        original == link.first ? (link.second, link.ofSecond) : (link.first, link.ofFirst)
      if extent == .whole {
        let (one, other) = (find(original), find(copy))
        root[max(one, other)] = min(one, other)
      } else {
        parts.append((original, copy))
      }
    }
    let groups = Dictionary(grouping: members.indices, by: find)
    var families = groups.mapValues { group in
      let original = original(among: group, of: members)
      let copies = group.filter { $0 != original }
      return Family(original: original, copies: copies.map { Copy(member: $0, extent: .whole) })
    }
    let holders = Dictionary(grouping: parts, by: \.copy).mapValues { parts in
      Set(parts.map { find($0.original) })
    }
    for (copy, groups) in holders {
      // What a partial copy handed on to another one is told once, in the family that had it first.
      let all = groups.union([find(copy)])
      let passedOn = groups.filter { group in
        families[group].map { !(holders[$0.original] ?? []).isDisjoint(with: all) } ?? false
      }
      for group in groups.subtracting(passedOn) where group != find(copy) {
        families[group]?.copies.append(Copy(member: copy, extent: .partial))
      }
    }
    return families.values.compactMap { family in
      let others = family.copies.filter { copy in
        !isOneHouse(members[copy.member], members[family.original])
      }
      guard !others.isEmpty else { return nil }
      return Family(original: family.original, copies: others.sorted { $0.member < $1.member })
    }.sorted { $0.original < $1.original }
  }
}

extension Family {
  private static func isOneHouse(_ first: Member, _ second: Member) -> Bool {
    guard let one = first.publisher, let other = second.publisher else { return false }
    return Wording.folded(one) == Wording.folded(other)
  }
}

/// The minutes within which a stated time lies, counted from the year 0; a time without a zone is read as
/// UTC.
private struct StatedTime {
  var start: Int
  var end: Int

  init?(_ stated: String) {
    guard let stamp = Timestamp(stated) else { return nil }
    let day = Self.days(stamp.year, stamp.month, stamp.day) * 1440
    guard let time = stamp.time else {
      start = day
      end = day + 1439
      return
    }
    start = day + time.second / 60 - (time.zone ?? 0)
    end = start
  }

  /// Days since 1 March of the year 0 in the Gregorian calendar.
  private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let year = month > 2 ? year : year - 1
    let month = (month + 9) % 12
    return year * 365 + year / 4 - year / 100 + year / 400 + (month * 306 + 5) / 10 + day - 1
  }
}
