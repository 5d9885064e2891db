/// An address as far as it tells pages apart: without scheme, `www.`, fragment, what only tracks readers, and a slash at
/// its end.
///
///     Address("https://www.herald.example/bridge/?utm_source=feed#top").text     // "herald.example/bridge"
struct Address: Hashable {
  let text: String

  init(_ address: String) {
    var rest = Substring(address)
    if let scheme = rest.firstRange(of: "://") { rest = rest[scheme.upperBound...] }
    rest = rest.prefix { $0 != "#" }
    let parts = rest.split(separator: "?", maxSplits: 1)
    var page = parts.first ?? ""
    let hostEnd = page.firstIndex(of: "/") ?? page.endIndex
    var host = page[..<hostEnd].lowercased()
    if host.hasPrefix("www.") { host.removeFirst(4) }
    page = page[hostEnd...]
    while page.last == "/" { page.removeLast() }
    let query = (parts.count > 1 ? parts[1] : "").split(separator: "&").filter { field in
      let name = field.prefix { $0 != "=" }
      return !name.hasPrefix("utm_") && !Self.trackers.contains(name)
    }
    text = host + page + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
  }

  private static let trackers: Set<Substring> = [
    "fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "ref", "cmpid", "ocid", "smid", "at_medium",
    "at_campaign",
  ]
}
