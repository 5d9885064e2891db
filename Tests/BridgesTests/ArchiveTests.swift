import Foundation
import QuothArchive
import QuothSystem
import QuothTestSupport
import Testing

/// Archives, sound and hostile; none is ever written to disk.
struct ArchiveTests {
  /// What an archive holds, member by member: its words, or why it was refused.
  private func contents(_ archive: Archive) -> [String] {
    var found: [String] = []
    while let entry = archive.next() {
      switch entry {
      case .refused(let error): found.append(error.slug)
      case .stream: found.append(words(archive, "stream"))
      case .member(let name): found.append(words(archive, name))
      }
    }
    return found
  }

  private func words(_ archive: Archive, _ name: String) -> String {
    var bytes: [UInt8] = []
    do throws(ArchiveError) {
      while let piece = try archive.read() { bytes += piece }
      return "\(name): " + String(decoding: bytes, as: UTF8.self)
    } catch {
      return "\(name): \(error.slug)"
    }
  }

  private func contents(
    _ bytes: [UInt8], limits: Archive.Limits = Archive.Limits()
  ) -> [String] {
    contents(Archive(bytes: bytes, name: "a", limits: limits))
  }

  private func decoded(_ base64: String) throws -> [UInt8] {
    try Array(#require(Data(base64Encoded: base64)))
  }

  private let members = [
    Packed.Member("folder/", type: "5"), Packed.Member("folder/bridge.txt", "The bridge is shut."),
    Packed.Member("opening.txt", "It opens on Friday."),
  ]
  private let words = [
    "folder/bridge.txt: The bridge is shut.", "opening.txt: It opens on Friday.",
  ]

  @Test func `tar, packed or not, and ZIP give their files in order`() {
    #expect(contents(Packed.tar(members)) == words)
    #expect(contents(Packed.gzip(Packed.tar(members))) == words)
    #expect(contents(Packed.zip(members)) == words)
  }

  @Test func `a file on disk is read like bytes in memory`() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "quoth-\(UUID()).zip").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(Packed.zip(members)).write(to: URL(filePath: path))
    #expect(contents(try Archive(path: path)) == words)
  }

  @Test func `what is no archive is one stream, with its compression undone`() {
    let text = Array("The bridge is shut.".utf8)
    #expect(contents(text) == ["stream: The bridge is shut."])
    #expect(contents(Packed.gzip(text)) == ["stream: The bridge is shut."])
    #expect(contents([]) == ["stream: "])
  }

  @Test func `gzip members one after the other are one stream`() {
    let parts = ["The bridge ", "is shut."].flatMap { Packed.gzip(Array($0.utf8)) }
    #expect(contents(parts) == ["stream: The bridge is shut."])
  }

  @Test func `a name in any script is kept`() {
    let member = [Packed.Member("Tallinn/sild – мост.txt", "Sild on suletud.")]
    #expect(contents(Packed.zip(member)) == ["Tallinn/sild – мост.txt: Sild on suletud."])
    #expect(contents(Packed.tar(member)) == ["Tallinn/sild – мост.txt: Sild on suletud."])
  }

  @Test func `links, devices and names that lead out are refused, and the rest is read`() {
    let archive = Packed.tar([
      Packed.Member("passwords.txt", type: "2", link: "/etc/passwd"),
      Packed.Member("again.txt", type: "1", link: "passwords.txt"),
      Packed.Member("disk", type: "3"), Packed.Member("pipe", type: "6"),
      Packed.Member("../up.txt", "x"), Packed.Member("a/../../up.txt", "x"),
      Packed.Member("/etc/cron.txt", "x"), Packed.Member("C:\\up.txt", "x"),
      Packed.Member("bridge.txt", "The bridge is shut."),
    ])
    #expect(
      contents(archive) == [
        "archive.link", "archive.link", "archive.special-file", "archive.special-file",
        "archive.leads-out", "archive.leads-out", "archive.leads-out",
        "archive.leads-out", "bridge.txt: The bridge is shut.",
      ])
  }

  @Test func `a member over the limit is refused by its stated size, without unpacking it`() {
    let archive = Packed.zip([
      Packed.Member("long.txt", bytes: [UInt8](repeating: 0x61, count: 2000)), members[1],
    ])
    let limits = Archive.Limits(size: 1000)
    #expect(contents(archive, limits: limits) == ["archive.too-large", words[0]])
  }

  /// Twenty million zeros in fifty bytes, and a text after them; packed with bzip2 by Python's `zipfile`
  /// and `tarfile`.
  @Test(arguments: [
    "UEsDBC4AAAAMAAAAZFz9U/UjMgAAAAAtMQEIAAAAYm9tYi50eHRCWmg5MUFZJlNZv8qvxACZL8IAwAAACAAIIAAwzAUppqqRFGwCiKPF3JFOFCQv8qvxAFBLAwQUAAAAAAAAAGRcHlVIEhMAAAATAAAACQAAAGFmdGVyLnR4dFRoZSBicmlkZ2UgaXMgc2h1dC5QSwECLgMuAAAADAAAAGRc/VP1IzIAAAAALTEBCAAAAAAAAAAAAAAAgAEAAAAAYm9tYi50eHRQSwECFAMUAAAAAAAAAGRcHlVIEhMAAAATAAAACQAAAAAAAAAAAAAAgAFYAAAAYWZ0ZXIudHh0UEsFBgAAAAACAAIAbQAAAJIAAAAAAA==",
    "QlpoOTFBWSZTWUw++7sCZUXbgMqAQAF9gATAd+KeQAgIIACSCUKm0T0mR6np6kyZNqbQRUSM0mj0mCZBgnJsSYiLKCgCCChHoigCIKHaepMraZx7lBJEARBQgsHM28V5+SoGo8MID52CHZ1R1teYyQhNhbLifcaqh8kUeVKUt/cR11j/+3GzYQ5KixK8lT3IcAAQQEQOhdyRThQkEw++7sA=",
  ])
  func `a bomb is refused after a million bytes, and the rest is read`(base64: String) throws {
    let archive = try decoded(base64)
    #expect(
      contents(archive) == ["bomb.txt: archive.ratio", "after.txt: The bridge is shut."])
  }

  @Test func `a bomb that is no archive is refused too`() throws {
    // Twelve million times the letter a, packed with bzip2.
    let packed = try decoded(
      "QlpoOTFBWSZTWZ15SG8AW+kBBKAAAAEACCAAMMwJqmmlIEW1FIEXi7kinChITrykN4A=")
    let slugs = contents(packed)
    #expect(slugs == ["stream: archive.ratio"])
  }

  /// Packed by `zip -P`.
  @Test func `an encrypted member is refused, and the rest is read`() throws {
    let archive = try decoded(
      "UEsDBAoACQAAAKNafF2lc8rIIAAAABQAAAAKAAAAc2VjcmV0LnR4dLgjb0KAhGORvcsagF+PFWlGMJoSNFP4p5F7DzUriIEiUEsHCKVzysggAAAAFAAAAFBLAwQKAAAAAACjWnxdWI1XJxQAAAAUAAAACQAAAHBsYWluLnR4dEl0IG9wZW5zIG9uIEZyaWRheS4KUEsBAh4DCgAJAAAAo1p8XaVzysggAAAAFAAAAAoAAAAAAAAAAQAAAKSBAAAAAHNlY3JldC50eHRQSwECHgMKAAAAAACjWnxdWI1XJxQAAAAUAAAACQAAAAAAAAABAAAApIFYAAAAcGxhaW4udHh0UEsFBgAAAAACAAIAbwAAAJMAAAAAAA=="
    )
    #expect(contents(archive) == ["archive.encrypted", "plain.txt: It opens on Friday.\n"])
  }

  @Test func `a file that breaks off says so after what could be read`() {
    let long = Packed.Member("long.txt", bytes: [UInt8](repeating: 0x61, count: 200_000))
    let packed = Packed.gzip(Packed.tar([members[1], long]))
    let found = contents(Array(packed.dropLast(10_000)))
    #expect(found == [words[0], "long.txt: archive.broken"])
    let stream = Packed.gzip(Array("The bridge is shut.".utf8))
    #expect(contents(Array(stream.dropLast(10))) == ["archive.broken"])
  }

  @Test func `a member whose checksum is wrong is refused, and the rest is read`() {
    var archive = Packed.zip(Array(members.dropFirst()))
    archive[40 + "folder/bridge.txt".utf8.count] ^= 1
    #expect(contents(archive) == ["folder/bridge.txt: archive.broken-member", words[1]])
  }

  @Test func `no file, no archive`() {
    #expect(throws: ArchiveError.file(.missing(path: "none.zip"))) { try Archive(path: "none.zip") }
    #expect(throws: ArchiveError.file(.isFolder(path: "here"))) {
      try Archive(path: "/", name: "here")
    }
  }

  @Test func `no byte that is changed makes it trap`() {
    for archive in [Packed.zip(members), Packed.tar(members), Packed.gzip(Packed.tar(members))] {
      for place in stride(from: 0, to: archive.count, by: 7) {
        var changed = archive
        changed[place] ^= 0xFF
        _ = contents(changed)
      }
    }
  }
}
