import QuothMarkup

/// What the names that a page gives to an element say about it.
///
/// Publishers name elements for what they hold: `share-tools`, `articleBody`, `related_stories`.
/// The words of class, id, role and test names are looked up singly and in pairs.
struct PageWords: OptionSet, Sendable {
  let rawValue: UInt16

  /// Around the report or between its paragraphs, never part of it.
  static let furniture = PageWords(rawValue: 1)
  /// Likely around the report; trusted only for short or link-heavy parts.
  static let doubtful = PageWords(rawValue: 2)
  /// Holds the body of the report.
  static let body = PageWords(rawValue: 4)
  /// Describes a picture.
  static let caption = PageWords(rawValue: 8)
  /// Says who made a picture.
  static let pictureCredit = PageWords(rawValue: 256)
  /// Names the authors.
  static let byline = PageWords(rawValue: 16)
  /// Sums the report up under its headline.
  static let deck = PageWords(rawValue: 32)
  /// Words of readers, however many there are.
  static let comments = PageWords(rawValue: 64)
  /// Speaks of furniture elsewhere, or of an embedded post: takes ``furniture`` back.
  static let neutral = PageWords(rawValue: 128)

  /// The words of an element's names.
  ///
  /// - Complexity: O(n) in the bytes of its attribute values.
  init(_ node: Int, of page: Markup) {
    self = []
    for offset in 0..<page.attributeCount(of: node) {
      let (name, range) = page.attribute(offset, of: node)
      switch name {
      case .class, .id, .role, .dataComponent, .dataTestID, .dataModule, .dataType, .itemprop:
        formUnion(Self.meaning(of: page.bytes, in: range))
      default: break
      }
    }
  }

  /// Whether the names, taken together, speak of furniture.
  var isFurniture: Bool { contains(.furniture) && isDisjoint(with: [.body, .neutral]) }

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Cuts names at signs, digits and capitals: `shareBar_2` is `share`, `bar`. A name that stands
  /// alone is looked up with `=` before it too.
  private static func meaning(of bytes: [UInt8], in range: Range<Int>) -> PageWords {
    var found: PageWords = []
    var word = NameHash()
    var pair = NameHash()
    var length = 0
    var wasLower = false
    var item = NameHash()
    item.add(UInt8(ascii: "="))
    func end() {
      guard length > 0 else { return }
      if let meaning = table[word] { found.formUnion(meaning) }
      if let meaning = table[pair] { found.formUnion(meaning) }
      pair = word
      pair.add(UInt8(ascii: "-"))
      word = NameHash()
      length = 0
    }
    for index in range {
      let byte = bytes[index]
      let letter = byte | 0x20
      guard 0x61...0x7A ~= letter else {
        end()
        if byte == 0x20 {
          if let meaning = table[item] { found.formUnion(meaning) }
          item = NameHash()
          item.add(UInt8(ascii: "="))
          pair = NameHash()
        } else {
          item.add(byte)
        }
        wasLower = false
        continue
      }
      let isUpper = byte & 0x20 == 0
      if isUpper, wasLower { end() }
      wasLower = !isUpper
      item.add(letter)
      word.add(letter)
      pair.add(letter)
      length += 1
    }
    end()
    if let meaning = table[item] { found.formUnion(meaning) }
    return found
  }

  private static let table = NameTable(
    [
      (
        PageWords.furniture,
        """
        nav navigation navbar menu submenu share sharing shares sharebar socialshare social socials
        newsletter newsletters subscribe signup related recirc recirculation outbrain taboola trending
        mostpopular mostread  cookie cookies consent gdpr breadcrumb
        breadcrumbs footer sidebar advert adverts advertisement ad ads adbox adslot dfp sponsored promo
        promos promotion promobox paywall-prompt modal popup overlay toolbar tags taglist tagcloud recommended
        recommendations recommendation pagination pager login masthead sharedaddy jp-relatedposts
        addthis addtoany readmore read-more read-next sign-up most-read most-popular article-tags
        post-tags tag-list story-tags more-stories more-news more-from also-read you-may-like
        up-next related-articles back-to author-bio about-author
        author-box author-info authorbox authorbio skip-link skiplink sr-only visually-hidden
        visuallyhidden screen-reader screenreader noprint no-print
        copyright disclaimer complementary banner contentinfo search printfriendly print-only onlyprint
        rating ratings reactions poll teaser teasers
        carousel slideshow-nav inline-newsletter donate donation appeal fundraising
        follow-us app-download affiliate partner-content hatnote toc edit-section reflist
        navbox noteta whatsapp corrections-link listen-button audio-player
        =hidden =hide infobar sticky-bar sticky-bars cta infobox factbox rollover tooltip popover hovercard
        already-visited sign-in
        """
      ),
      (
        PageWords.doubtful,
        """
        tools toolbox utility utilities widget meta metadata topics tag keywords category
        categories aside rail inset callout module more links linklist latest
        popular feature-box byline author authors bio date dateline timestamp
        timeago published updated post-info postmeta entry-meta article-meta header
        """
      ),
      (
        PageWords.body,
        """
        articlebody storybody storytext storycontent articlecontent articletext article-body story-body
        entry-content post-content article-content story-content content-body body-content article-text
        story-text body-text body-copy article-copy post-body entry-body postcontent bodytext
        article-page-body story-body-text article-main main-article news-content news-body
        article-bodytext articlebodytext rich-text richtext
        """
      ),
      (
        PageWords.comments,
        "comments disqus livefyre comment-list comments-area respond reader-comments comment-section"
      ),
      (
        PageWords.neutral,
        """
        media-embed social-embed sidebar-grid has-sidebar with-sidebar no-sidebar
        without-sidebar comments-open comments-closed has-comments no-comments has-ads
        no-share has-share with-ads ad-free page-modal modal-enabled teaser-content
        """
      ),
      (
        PageWords.caption,
        "caption captions figcaption imagecaption photocaption"
      ),
      (
        PageWords.pictureCredit,
        "credit credits photographer image-source photo-source picture-source"
      ),
      (PageWords.byline, "byline bylines author authors byline-name author-name"),
      (
        PageWords.deck,
        """
        deck dek standfirst subtitle subheadline sub-headline sub-title
        strapline article-summary lede-text
        """
      ),
    ].flatMap { meaning, words in
      words.split { $0 == " " || $0 == "\n" }.map { (String($0), meaning) }
    }.reduce(into: [String: PageWords]()) { $0[$1.0, default: []].formUnion($1.1) }.map { ($0, $1) }
  )
}
