import QuothIntake
import QuothReport

extension Intake {
  /// Reads the items of a feed.
  func readFeed<Failure: Error>(
    _ part: IntakePart, head: [UInt8], take: (IntakeItem) throws(Failure) -> Void
  ) throws(Failure) {
    let feed = Result { () throws(QuothError) in
      let document = try part.whole(head: head, limit: source.limit)
      do throws(IntakeError) {
        return try Feed(document)
      } catch {
        throw QuothError(error)
      }
    }
    switch feed {
    case .failure(let error): try take(IntakeItem(key: part.key, document: .failure(error)))
    case .success(let feed):
      for (number, item) in feed.items.enumerated() {
        let key = "\(part.key)@\(item.id ?? item.address ?? "\(number + 1)")"
        guard !isDone(key) else { continue }
        let name = "\(part.name)!\(item.address ?? item.title ?? "\(number + 1)")"
        let document = Result { () throws(QuothError) in
          try report(of: item, in: feed, named: name)
        }
        try take(IntakeItem(key: key, document: document))
      }
    }
  }

  /// The item itself where the feed has all of it, else the page it links to.
  private func report(
    of item: Feed.Item, in feed: Feed, named name: String
  ) throws(QuothError) -> Document {
    if let document = feed.document(for: item, file: name) { return dated(document) }
    guard followsLinks, let fetch = source.fetch, let address = item.address else {
      throw QuothError(
        slug: "feed.summary-only",
        message:
          "\(name): the feed has only its first words. Give the page itself, or allow the network.")
    }
    var document = try source.readable(try fetch(address), named: address)
    document.published = item.date ?? source.published
    return document
  }
}
