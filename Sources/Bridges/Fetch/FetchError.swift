/// Why a page could not be had.
public enum FetchError: Error, Hashable, Sendable {
  case badAddress(String)
  /// The server answered, but not with the page.
  case status(String, code: Int)
  case mediaType(String, type: String)
  /// Longer than `limit` bytes.
  case tooLarge(String, limit: Int)
  case timedOut(String)
  case failed(String, reason: String)

  /// Stable name (Documentation/Errors.md).
  public var slug: String {
    switch self {
    case .badAddress: "fetch.bad-address"
    case .status: "fetch.status"
    case .mediaType: "fetch.media-type"
    case .tooLarge: "fetch.too-large"
    case .timedOut: "fetch.timed-out"
    case .failed: "fetch.failed"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .badAddress(let address):
      "\(address): is no address of a web page. It begins with http:// or https:// and a host."
    case .status(let address, let code):
      "\(address): the server answered \(code). Open it in a browser, save the page, and read the file."
    case .mediaType(let address, let type):
      "\(address): is \(type), not a page. Download it and read the file."
    case .tooLarge(let address, let limit):
      "\(address): has more than \(limit / 1_000_000) MB. Give the page of a single report."
    case .timedOut(let address):
      "\(address): the server did not answer in time. Try again later."
    case .failed(let address, let reason):
      "\(address): could not be fetched: \(reason). Check the address and the connection."
    }
  }
}
