/// Phrases by which a passage gives itself away as no part of the running text.
///
/// Newsrooms repeat them unchanged from page to page: invitations to subscribe, follow or read on,
/// and the small print that says who contributed. They count only in short passages, so a paragraph
/// that merely begins with such a word stays.
struct SetPhrases {
  /// What a passage is, judged by its wording alone.
  enum Verdict: Equatable {
    case furniture
    /// Head of a list of other reports; what follows it belongs to the list.
    case furnitureHead
    case caption
    /// Who made a picture.
    case pictureCredit
    case credit
  }

  /// - Parameter text: the passage, single-spaced.
  /// - Returns: nil when the wording says nothing.
  /// - Complexity: O(n) in bytes, for texts of at most 600; longer ones are not looked at.
  static func verdict(on text: [UInt8], wordCount: Int) -> Verdict? {
    guard text.count <= 600 else { return nil }
    let folded = fold(text)
    if wordCount <= 12, heads.contains(where: { folded.starts(with: $0) }) { return .furnitureHead }
    if wordCount <= 60 {
      if creditOpenings.contains(where: { folded.starts(with: $0) })
        || namesContributors(text)
      {
        return .credit
      }
      if creditPhrases.contains(where: { contains($0, in: folded) }) { return .credit }
    }
    if wordCount <= 45, openings.contains(where: { folded.starts(with: $0) }) { return .furniture }
    if wordCount <= 45, phrases.contains(where: { contains($0, in: folded) }) { return .furniture }
    if wordCount <= 3, labels.contains(folded) { return .furniture }
    if wordCount <= 15, pictureCreditOpenings.contains(where: { folded.starts(with: $0) }) {
      return .pictureCredit
    }
    if wordCount <= 45, captionOpenings.contains(where: { folded.starts(with: $0) }) {
      return .caption
    }
    return nil
  }

  /// ASCII in lower case, typographic apostrophes as `'`, without edge signs.
  private static func fold(_ text: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80,
        0x98...0x99 ~= text[index + 2]
      {
        folded.append(UInt8(ascii: "'"))
        index += 3
        continue
      }
      index += 1
      let isSign = byte < 0x80 && !(0x61...0x7A ~= byte | 0x20) && !(0x30...0x39 ~= byte)
      if isSign, folded.isEmpty { continue }
      folded.append(0x41...0x5A ~= byte ? byte | 0x20 : byte)
    }
    while let last = folded.last, " .:!?…-–>*_)|".utf8.contains(last) { folded.removeLast() }
    return folded
  }

  private static func contains(_ phrase: [UInt8], in text: [UInt8]) -> Bool {
    guard text.count >= phrase.count, let first = phrase.first else { return false }
    for start in 0...(text.count - phrase.count)
    where text[start] == first && text[start..<(start + phrase.count)].elementsEqual(phrase) {
      return true
    }
    return false
  }

  private static func lines(_ list: String) -> [[UInt8]] {
    list.split(separator: "\n").map { Array($0.utf8) }
  }

  private static let heads = lines(
    """
    more from
    more stories
    more news
    more great
    more on this
    more on:
    most read
    most popular
    most viewed
    read more stories
    recommended stories
    related articles
    related stories
    related content
    related news
    related topics
    related coverage
    you may also like
    you might also like
    you may like
    also read
    don't miss
    see also
    trending
    top stories
    latest news
    about the author
    about the writer
    tell us what you think
    what do you think
    leave a comment
    leave a reply
    join the conversation
    share your thoughts
    further reading
    editor's picks
    editors' picks
    around the web
    from around the web
    """)

  private static let openings = lines(
    """
    advertisement
    article continues
    story continues
    continue reading
    read more
    read next
    read also
    read the full
    also read:
    related:
    related roundup
    more:
    see more
    watch:
    watch |
    watch now
    listen to
    click here
    tap here
    sign up
    subscribe
    get the latest
    get our
    get breaking
    get access to
    get unlimited
    get in touch
    want more
    like this story
    like what you
    share this
    follow us
    join us on
    download our
    download the
    this slideshow requires
    you need javascript
    please enable
    we apologize, but this video
    try refreshing your browser
    have a tip
    got a tip
    do you have a story
    do you have a tip
    for more stories like this
    for the latest
    for more news
    for more on
    stay informed
    stay up to date
    support our
    support independent
    if you buy something using
    when you purchase through
    we may earn a commission
    this website uses
    we use cookies
    by signing up
    this content is reserved
    please read our comment
    comments are
    view comments
    buyer's guide
    to report an error
    report a typo
    send us your
    thank you for reading
    thanks for reading
    your support
    """)

  private static let phrases = lines(
    """
    sign up for our
    sign up for the free
    sign up to our
    sign up here
    subscribe to our
    subscribe now
    to your inbox
    in your inbox
    newsletter here
    our newsletter
    follow us on
    on instagram, facebook
    on facebook, twitter
    on facebook and twitter
    on twitter and facebook
    follow him on
    follow her on
    follow them on
    like us on facebook
    click here to
    click here for more
    privacy policy
    terms of service
    terms of use
    uses cookies
    you are agreeing to our
    all rights reserved
    may not be published, broadcast
    """)

  /// Whether a line opens like a credit of contributors and goes on like one, with names: *With files from the old mill
  /// under both arms, he walked into court* does not.
  static func namesContributors(_ line: [UInt8]) -> Bool {
    let folded = fold(line)
    guard contributorOpenings.contains(where: { folded.starts(with: $0) }) else { return false }
    let words = String(decoding: line, as: UTF8.self).split { !($0.isLetter || "’'-".contains($0)) }
    return words.count { $0.first?.isLowercase == true && !joining.contains($0.lowercased()) } <= 4
  }

  /// Words in small letters that join names in a credit.
  private static let joining: Set<String> = [
    "and", "by", "from", "in", "at", "for", "of", "the", "with", "to", "a", "an", "our",
    "reporting",
    "additional", "writing", "editing", "files", "inputs", "agencies", "wires", "photographs",
    "photography", "graphics", "contributed", "correspondent", "correspondents", "staff", "writer",
    "writers",
  ]

  private static let contributorOpenings = lines(
    """
    reporting by
    additional reporting
    with additional reporting
    writing by
    editing by
    edited by
    with files from
    with reporting from
    with reporting by
    with agencies
    with post wires
    with inputs from
    compiled by
    contributing:
    """)

  private static let creditOpenings = lines(
    """
    copyright
    first published in
    first published by
    originally published
    this article was originally published
    this story was originally published
    this article was first published
    this article first appeared
    this article originally appeared
    this story originally appeared
    """)

  private static let creditPhrases = lines(
    """
    contributed reporting
    contributed to this report
    contributed to this story
    contributed to this article
    """)

  private static let captionOpenings = lines(
    """
    pictured:
    """)

  private static let pictureCreditOpenings = lines(
    """
    photo:
    photo by
    photos:
    photograph:
    photography by
    image:
    image credit
    images:
    picture:
    main image credit
    credit:
    """)

  private static let labels = lines(
    """
    advert
    ad
    ads
    share
    save
    print
    email
    comments
    related
    subscribe
    sponsored
    promoted
    newsletter
    loading
    close
    transcript
    """)
}
