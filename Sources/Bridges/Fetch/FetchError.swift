/// Why an address gave no report.
public enum FetchError: Error, Sendable, Hashable {
  /// No `http` or `https` address with a host, or a redirect to something else.
  case notWebAddress(address: String)
  /// No connection, no such host, no valid certificate; `words` is the system's account.
  case unreachable(address: String, words: String)
  case timedOut(address: String, limit: Double)
  case tooManyRedirects(address: String, limit: Int)
  /// The server answered with a status other than success.
  case status(address: String, code: Int)
  /// An image, a film, an archive.
  case notReadable(address: String, mediaType: String)
  case tooLarge(address: String, limit: Int)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .notWebAddress: "fetch.not-web-address"
    case .unreachable: "fetch.unreachable"
    case .timedOut: "fetch.timed-out"
    case .tooManyRedirects: "fetch.too-many-redirects"
    case .status: "fetch.status"
    case .notReadable: "fetch.not-readable"
    case .tooLarge: "fetch.too-large"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .notWebAddress(let address):
      "\(address): is no http or https address. Give a whole one, such as https://example.org/report."
    case .unreachable(let address, let words):
      "\(address): could not be reached (\(words)). Check the address and the connection."
    case .timedOut(let address, let limit):
      "\(address): did not answer within \(Int(limit)) seconds. Try again later."
    case .tooManyRedirects(let address, let limit):
      "\(address): leads on to other addresses more than \(limit) times. Give the last one itself."
    case .status(let address, let code):
      "\(address): answered with status \(code)\(Self.words(for: code)). Open it in a browser to see why."
    case .notReadable(let address, let mediaType):
      "\(address): is \(mediaType), not a report. Give the page of a report."
    case .tooLarge(let address, let limit):
      "\(address): is larger than \(limit / 1_000_000) MB. Give the page of a single report."
    }
  }

  private static func words(for code: Int) -> String {
    switch code {
    case 401, 402, 403: " (access refused)"
    case 404, 410: " (not found)"
    case 429: " (too many requests)"
    case 500...599: " (the server failed)"
    default: ""
    }
  }
}
