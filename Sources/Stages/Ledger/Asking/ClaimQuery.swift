/// Which claims are asked for; those of all conditions at once.
public struct ClaimQuery: Sendable, Hashable {
  /// What one of its statements says, and by whom.
  public var search: SearchQuery?
  public var story: Int?
  /// Days since 1970, both included.
  public var from: Int?
  public var to: Int?
  public var isDisputed: Bool
  public var limit: Int?

  public init(
    search: SearchQuery? = nil, story: Int? = nil, from: Int? = nil, to: Int? = nil,
    isDisputed: Bool = false, limit: Int? = nil
  ) {
    self.search = search
    self.story = story
    self.from = from
    self.to = to
    self.isDisputed = isDisputed
    self.limit = limit
  }
}
