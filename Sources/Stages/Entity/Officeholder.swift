/// A person of `Lexicons/actors` with the offices that the sources know.
public struct Officeholder: Identifiable, Sendable, Hashable {
  /// Stable, such as `person:angela-merkel`.
  public var id: String
  public var name: String
  /// By their first day.
  public var offices: [Office]

  public struct Office: Sendable, Hashable {
    /// ISO 3166-1 alpha-3.
    public var state: String
    /// First and last day as numbers, `20051122`.
    public var begin: Int
    public var end: Int
    /// Whether it was still held when the source was closed, on the day that `end` gives.
    public var isOpen: Bool
    /// Such as *president*; `nil` where only a place in the government is known.
    public var title: String?

    func holds(on day: Int) -> Bool { begin <= day && day <= end }
  }

  /// `AFG 20011222 >20140130 president`, several divided by semicolons; what cannot be read is left out.
  static func offices(_ text: String) -> [Office] {
    text.split(separator: ";").compactMap { office in
      let words = office.split(separator: " ", maxSplits: 3)
      guard words.count >= 3, let begin = Int(words[1]) else { return nil }
      let isOpen = words[2].hasPrefix(">")
      guard let end = Int(isOpen ? words[2].dropFirst() : words[2]) else { return nil }
      return Office(
        state: String(words[0]), begin: begin, end: end, isOpen: isOpen,
        title: words.count > 3 ? String(words[3]) : nil)
    }
  }
}
