import Dispatch
import Foundation
import FoundationNetworking
import Synchronization

/// One page fetched over HTTP: the only use of the network there is.
public struct Fetch: Sendable {
  /// Seconds from the first connection to the last byte.
  public var timeLimit: Double
  /// Bytes of the body.
  public var sizeLimit: Int
  public var redirectLimit: Int

  public init(timeLimit: Double = 30, sizeLimit: Int = 64_000_000, redirectLimit: Int = 5) {
    self.timeLimit = timeLimit
    self.sizeLimit = sizeLimit
    self.redirectLimit = redirectLimit
  }

  /// What an address answered.
  public struct Answer: Sendable, Hashable {
    public var bytes: [UInt8]
    /// The address after redirects.
    public var address: String
    /// In lower case and without parameters, such as `text/html`.
    public var mediaType: String?
    /// The character encoding declared in the header.
    public var charset: String?
  }

  /// Fetches an `http` or `https` address and waits for it.
  ///
  /// Nothing is sent but the request: no cookies are kept, nothing is cached on disk.
  ///
  /// - Throws: ``FetchError`` when the address is no web address, does not answer in time, answers
  ///   with an error, with something that is no text, or with too much.
  public func get(_ address: String) throws(FetchError) -> Answer {
    guard let url = URL(string: address), let scheme = url.scheme?.lowercased(),
      scheme == "http" || scheme == "https", url.host?.isEmpty == false
    else { throw .notWebAddress(address: address) }
    let exchange = Exchange(address: address, limits: self)
    let settings = URLSessionConfiguration.ephemeral
    settings.timeoutIntervalForRequest = timeLimit
    settings.timeoutIntervalForResource = timeLimit
    settings.httpCookieStorage = nil
    settings.urlCache = nil
    settings.httpAdditionalHeaders = [
      "User-Agent": "quoth/1 (reads one page for its user)",
      "Accept":
        "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf;q=0.8",
    ]
    let session = URLSession(configuration: settings, delegate: exchange, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: url).resume()
    return try exchange.wait(seconds: timeLimit).get()
  }
}

/// The answer to one request as it comes in, called from the session's queue.
private final class Exchange: NSObject, URLSessionDataDelegate {
  private struct State {
    var bytes: [UInt8] = []
    var redirects = 0
    var answer: Fetch.Answer?
    var failure: FetchError?
  }

  private let address: String
  private let limits: Fetch
  private let state = Mutex(State())
  private let done = DispatchSemaphore(value: 0)

  init(address: String, limits: Fetch) {
    self.address = address
    self.limits = limits
  }

  func wait(seconds: Double) -> Result<Fetch.Answer, FetchError> {
    guard done.wait(timeout: .now() + seconds) == .success else {
      return .failure(.timedOut(address: address, limit: seconds))
    }
    return state.withLock { state in
      if let failure = state.failure { return .failure(failure) }
      guard var answer = state.answer else {
        return .failure(.unreachable(address: address, words: "no answer"))
      }
      answer.bytes = state.bytes
      return .success(answer)
    }
  }

  private func fail(_ failure: FetchError) {
    state.withLock { $0.failure = $0.failure ?? failure }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
  ) {
    let count = state.withLock { state in
      state.redirects += 1
      return state.redirects
    }
    let scheme = request.url?.scheme?.lowercased()
    if count > limits.redirectLimit {
      fail(.tooManyRedirects(address: address, limit: limits.redirectLimit))
    } else if scheme != "http" && scheme != "https" {
      fail(.notWebAddress(address: request.url?.absoluteString ?? address))
    } else {
      return completionHandler(request)
    }
    // Without a new request the answer that asked for it ends the exchange; cancelling the task before
    // that answer is taken up stops the process inside FoundationNetworking.
    completionHandler(nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let failure = refusal(of: response) {
      fail(failure)
      return completionHandler(.cancel)
    }
    let type = ContentType(
      (response as? HTTPURLResponse)?.value(forHTTPHeaderField: "Content-Type") ?? "")
    state.withLock { state in
      state.answer = Fetch.Answer(
        bytes: [], address: response.url?.absoluteString ?? address, mediaType: type.mediaType,
        charset: type.charset)
    }
    completionHandler(.allow)
  }

  private func refusal(of response: URLResponse) -> FetchError? {
    guard let response = response as? HTTPURLResponse else {
      return .unreachable(address: address, words: "no HTTP answer")
    }
    guard 200...299 ~= response.statusCode else {
      return .status(address: address, code: response.statusCode)
    }
    let type = ContentType(response.value(forHTTPHeaderField: "Content-Type") ?? "")
    if let mediaType = type.mediaType, !type.isReadable {
      return .notReadable(address: address, mediaType: mediaType)
    }
    guard response.expectedContentLength <= Int64(limits.sizeLimit) else {
      return .tooLarge(address: address, limit: limits.sizeLimit)
    }
    return nil
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let fits = state.withLock { state in
      guard state.bytes.count + data.count <= limits.sizeLimit else { return false }
      state.bytes.append(contentsOf: data)
      return true
    }
    guard !fits else { return }
    fail(.tooLarge(address: address, limit: limits.sizeLimit))
    dataTask.cancel()
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    if let error = error as? URLError {
      fail(
        error.code == .timedOut
          ? .timedOut(address: address, limit: limits.timeLimit)
          : .unreachable(address: address, words: error.localizedDescription))
    } else if let error {
      fail(.unreachable(address: address, words: "\(error)"))
    }
    done.signal()
  }
}

/// A `Content-Type` header taken apart.
///
/// Source: RFC 9110, section 8.3.
struct ContentType {
  private(set) var mediaType: String?
  private(set) var charset: String?

  init(_ header: String) {
    let parts = header.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }
    if let first = parts.first, first.contains("/") { mediaType = first.lowercased() }
    for part in parts.dropFirst() where part.lowercased().hasPrefix("charset=") {
      let value = part.dropFirst("charset=".count).trimmingCharacters(
        in: CharacterSet(charactersIn: "\"' "))
      if !value.isEmpty { charset = value }
    }
  }

  /// Whether reports can be read from it; PDF is, with another program's help.
  var isReadable: Bool {
    guard let mediaType else { return true }
    let types = [
      "application/xhtml+xml", "application/xml", "application/pdf", "application/octet-stream",
      "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
      "application/json",
    ]
    return mediaType.hasPrefix("text/") || types.contains(mediaType)
  }
}
