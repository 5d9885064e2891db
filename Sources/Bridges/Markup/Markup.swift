/// One parsed page: its elements and texts in document order, in flat arrays.
///
/// A node is an index below ``count``. Node 0 is the document itself and has no parent but itself.
/// The descendants of `node` are exactly the nodes of `node + 1 ..< end(of: node)`. Names that news
/// pages do not use become ``Tag/other``; attributes outside ``Attribute`` are not kept, nor are
/// comments, style sheets and scripts other than JSON.
///
///     let page = Markup(html: "<p>Hello <b>there</b>")
///     page.tag(of: 0)        // .document
///
/// Malformed HTML is repaired the way libxml2 repairs it; no input is refused. Texts and attribute
/// values are UTF-8 with character references resolved.
public struct Markup: Sendable {
  @usableFromInline var nodes: [Node]
  @usableFromInline var attributes: [StoredAttribute]
  /// All texts and attribute values, one after the other; the ranges handed out point in here.
  public internal(set) var bytes: [UInt8]
  /// Whether something was left out because a limit was reached.
  public internal(set) var isTruncated: Bool

  @usableFromInline struct Node: Sendable {
    @usableFromInline var tag: Tag
    @usableFromInline var parent: Int32
    @usableFromInline var end: Int32
    /// Texts: byte range. Elements: range of `attributes`.
    @usableFromInline var start: Int32
    @usableFromInline var limit: Int32
  }

  @usableFromInline struct StoredAttribute: Sendable {
    @usableFromInline var name: Attribute
    @usableFromInline var start: Int32
    @usableFromInline var end: Int32
  }

  /// How much of a page is read, so that no page exhausts memory or time.
  public struct Limits: Sendable {
    /// Bytes of HTML; the rest is ignored.
    public var bytes: Int
    /// Elements and texts kept.
    public var nodes: Int
    /// Elements inside each other; deeper ones are left out and their text goes to the deepest kept.
    /// Reading stops where elements are open four times as deep.
    public var depth: Int

    public init(bytes: Int = 32 << 20, nodes: Int = 2 << 20, depth: Int = 256) {
      self.bytes = bytes
      self.nodes = nodes
      self.depth = depth
    }
  }

  /// Parses a page.
  ///
  /// - Complexity: O(n) in bytes, times the depth where end tags have no start tag.
  public init(html: String, limits: Limits = Limits()) {
    let builder = MarkupBuilder(limits: limits, byteCount: html.utf8.count)
    var html = html
    html.withUTF8 { unsafe builder.read($0) }
    self = builder.finish()
  }

  init(nodes: [Node], attributes: [StoredAttribute], bytes: [UInt8], isTruncated: Bool) {
    self.nodes = nodes
    self.attributes = attributes
    self.bytes = bytes
    self.isTruncated = isTruncated
  }

  /// Number of nodes, the document included; at least 1.
  @inlinable public var count: Int { nodes.count }

  @inlinable public func tag(of node: Int) -> Tag { nodes[node].tag }

  /// The element around `node`; the document is its own parent.
  @inlinable public func parent(of node: Int) -> Int { Int(nodes[node].parent) }

  /// One past the last descendant.
  @inlinable public func end(of node: Int) -> Int { Int(nodes[node].end) }

  /// Where the text of a text node stands in ``bytes``; empty for elements.
  @inlinable public func textRange(of node: Int) -> Range<Int> {
    let entry = nodes[node]
    guard entry.tag == .text else { return 0..<0 }
    return Int(entry.start)..<Int(entry.limit)
  }

  /// Where the value of an attribute stands in ``bytes``; nil when the element lacks it.
  @inlinable public func valueRange(_ attribute: Attribute, of node: Int) -> Range<Int>? {
    let entry = nodes[node]
    guard entry.tag != .text else { return nil }
    for index in Int(entry.start)..<Int(entry.limit) where attributes[index].name == attribute {
      return Int(attributes[index].start)..<Int(attributes[index].end)
    }
    return nil
  }

  /// The value of an attribute; nil when the element lacks it.
  public func value(_ attribute: Attribute, of node: Int) -> String? {
    valueRange(attribute, of: node).map(string)
  }

  /// The attributes an element carries, as name and place in ``bytes``.
  @inlinable public func attributeCount(of node: Int) -> Int {
    let entry = nodes[node]
    return entry.tag == .text ? 0 : Int(entry.limit - entry.start)
  }

  /// The `offset`th attribute of an element, counted from 0 below ``attributeCount(of:)``.
  @inlinable public func attribute(_ offset: Int, of node: Int) -> (
    name: Attribute, range: Range<Int>
  ) {
    let stored = attributes[Int(nodes[node].start) + offset]
    return (stored.name, Int(stored.start)..<Int(stored.end))
  }

  /// All text below `node`, as it stands in the source.
  public func text(of node: Int) -> String {
    var joined: [UInt8] = []
    for inner in node..<end(of: node) where tag(of: inner) == .text {
      joined.append(contentsOf: bytes[textRange(of: inner)])
    }
    return String(decoding: joined, as: UTF8.self)
  }

  /// The text of a range of ``bytes``.
  public func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
