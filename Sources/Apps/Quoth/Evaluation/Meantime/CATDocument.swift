/// A document of the CAT annotation tool: numbered tokens, markables over them, relations between
/// those.
///
/// Source: CAT (Bartalesi Lenzi et al. 2012), as in MEANTIME (Minard et al. 2016).
struct CATDocument {
  struct Token {
    var word: String
    /// Counted from 0.
    var sentence: Int
  }

  /// Something marked in the text, or something outside it that markables refer to.
  struct Markable {
    var kind: String
    var attributes: [String: String]
    /// Indices into ``CATDocument/tokens``; none for what is not in the text.
    var tokens: [Int] = []
  }

  struct Relation {
    var kind: String
    var attributes: [String: String]
    /// Identifiers of markables.
    var sources: [String] = []
    var target = ""
  }

  private(set) var name = ""
  private(set) var tokens: [Token] = []
  /// By identifier (`m_id`).
  private(set) var markables: [String: Markable] = [:]
  /// Identifiers of markables, in the order of the file.
  private(set) var order: [String] = []
  private(set) var relations: [Relation] = []

  /// - Complexity: O(n) in bytes.
  init(xml: String) {
    var scanner = TagScanner(xml)
    var indices: [String: Int] = [:]
    var isToken = false
    while let piece = scanner.next() {
      switch piece {
      case .open("Document", let attributes, _): name = attributes["doc_name"] ?? ""
      case .open("token", let attributes, _):
        indices[attributes["t_id"] ?? ""] = tokens.count
        tokens.append(Token(word: "", sentence: Int(attributes["sentence"] ?? "") ?? 0))
        isToken = true
      case .words(let words) where isToken: tokens[tokens.count - 1].word += words
      case .close("token"): isToken = false
      case .open("token_anchor", let attributes, _):
        if let id = order.last, let index = indices[attributes["t_id"] ?? ""] {
          markables[id]?.tokens.append(index)
        }
      case .open("source", let attributes, _):
        if !relations.isEmpty {
          relations[relations.count - 1].sources.append(attributes["m_id"] ?? "")
        }
      case .open("target", let attributes, _):
        if !relations.isEmpty {
          relations[relations.count - 1].target = attributes["m_id"] ?? ""
        }
      case .open(let kind, let attributes, _):
        if let id = attributes["m_id"] {
          markables[id] = Markable(kind: kind, attributes: attributes)
          order.append(id)
        } else if attributes["r_id"] != nil {
          relations.append(Relation(kind: kind, attributes: attributes))
        }
      case .close, .words: break
      }
    }
  }

  /// The markables of a kind that stand in the text, in the order of the file.
  func marked(_ kind: String) -> [(id: String, markable: Markable)] {
    order.compactMap { id in
      guard let markable = markables[id], markable.kind == kind, !markable.tokens.isEmpty else {
        return nil
      }
      return (id, markable)
    }
  }
}
