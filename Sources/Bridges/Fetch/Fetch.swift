import Dispatch
import Foundation
import FoundationNetworking

/// Pages from the web: the only use of the network there is, and only for an address the user named.
public enum Fetch {
  /// What an address answered.
  public struct Page: Sendable {
    public var bytes: [UInt8]
    /// After redirects.
    public var address: String
    /// Such as `text/html`, without parameters.
    public var mediaType: String?
    public var charset: String?
  }

  /// Gets a page with one GET request, following at most ten redirects, each to `http` or `https`.
  ///
  /// Nothing is kept: no cookies, no cache. Blocks until the page is whole.
  ///
  /// - Parameters:
  ///   - limit: Bytes after which it is given up.
  ///   - patience: Seconds of silence after which it is given up; three times as many in all.
  /// - Throws: ``FetchError``.
  public static func page(
    _ address: String, limit: Int = 16_000_000, patience: Double = 20
  ) throws(FetchError) -> Page {
    guard let url = URL(string: address), url.host != nil, Download.allows(url) else {
      throw .badAddress(address)
    }
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = patience
    configuration.timeoutIntervalForResource = 3 * patience
    configuration.httpShouldSetCookies = false
    var request = URLRequest(url: url)
    request.setValue("quoth (reads one page for its user)", forHTTPHeaderField: "User-Agent")
    request.setValue("text/html, text/*;q=0.9, */*;q=0.1", forHTTPHeaderField: "Accept")
    let download = Download(address: address, limit: limit)
    let session = URLSession(configuration: configuration, delegate: download, delegateQueue: nil)
    defer { session.invalidateAndCancel() }
    session.dataTask(with: request).resume()
    return try download.result()
  }
}

/// One answer as it arrives; called on the session's queue, one call at a time.
private final class Download: NSObject, URLSessionDataDelegate, @unchecked Sendable {
  private static let redirectLimit = 10

  private let address: String
  private let limit: Int
  private let finished = DispatchSemaphore(value: 0)
  // Written on the session's queue before `finished` is signalled, read after it.
  private var bytes: [UInt8] = []
  private var response: HTTPURLResponse?
  private var failure: FetchError?
  private var redirects = 0

  init(address: String, limit: Int) {
    self.address = address
    self.limit = limit
  }

  static func allows(_ url: URL) -> Bool {
    ["http", "https"].contains(url.scheme?.lowercased() ?? "")
  }

  /// Waits for the end.
  func result() throws(FetchError) -> Fetch.Page {
    finished.wait()
    if let failure { throw failure }
    guard let response else { throw .failed(address, reason: "no answer") }
    return Fetch.Page(
      bytes: bytes, address: response.url?.absoluteString ?? address,
      mediaType: response.mimeType, charset: response.textEncodingName)
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse, newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    redirects += 1
    let follows = redirects <= Self.redirectLimit && request.url.map(Self.allows) == true
    if !follows { failure = .failed(address, reason: "it redirects elsewhere too often") }
    completionHandler(follows ? request : nil)
  }

  func urlSession(
    _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    self.response = response as? HTTPURLResponse
    let status = self.response?.statusCode ?? 0
    let type = response.mimeType?.lowercased() ?? "text/html"
    if !(200..<300).contains(status) {
      failure = failure ?? .status(address, code: status)
    } else if !type.hasPrefix("text/"), type != "application/xhtml+xml" {
      failure = .mediaType(address, type: type)
    } else if response.expectedContentLength > Int64(limit) {
      failure = .tooLarge(address, limit: limit)
    }
    completionHandler(failure == nil ? .allow : .cancel)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    guard failure == nil else { return }
    bytes += data
    if bytes.count > limit {
      failure = .tooLarge(address, limit: limit)
      dataTask.cancel()
    }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    if let error, failure == nil {
      failure =
        (error as? URLError)?.code == .timedOut
        ? .timedOut(address) : .failed(address, reason: error.localizedDescription)
    }
    finished.signal()
  }
}
