public import QuothSystem

/// Why an archive, or one member of it, was not read.
///
/// All but ``file(_:)`` and ``broken(archive:words:)`` concern one member; the others can still be read.
public enum ArchiveError: Error, Sendable, Hashable {
  /// The file itself could not be opened.
  case file(FileError)
  /// Damaged or cut off; nothing after this place is read. `words` is the library's account.
  case broken(archive: String, words: String)
  /// A symbolic or hard link.
  case link(member: String)
  /// A device, pipe or socket.
  case specialFile(member: String)
  /// A name that leads out of the archive: absolute, or with `..` in it.
  case leadsOut(member: String)
  case encrypted(member: String)
  /// Longer than `limit` bytes when unpacked.
  case tooLarge(member: String, limit: Int)
  /// Unpacks to more than `ratio` times the bytes it takes in the archive.
  case ratio(member: String, ratio: Int)
  /// The data of this member is damaged, or packed in a way not known here.
  case brokenMember(member: String, words: String)

  /// Stable name in the terminal, in JSON and in `Documentation/Errors.md`.
  public var slug: String {
    switch self {
    case .file(let error): error.slug
    case .broken: "archive.broken"
    case .link: "archive.link"
    case .specialFile: "archive.special-file"
    case .leadsOut: "archive.leads-out"
    case .encrypted: "archive.encrypted"
    case .tooLarge: "archive.too-large"
    case .ratio: "archive.ratio"
    case .brokenMember: "archive.broken-member"
    }
  }

  /// What happened, where, and what to do next.
  public var message: String {
    switch self {
    case .file(let error): error.message
    case .broken(let archive, let words):
      "\(archive): is damaged or cut off (\(words)). What follows was not read; fetch it again."
    case .link(let member):
      "\(member): is a link, which is not followed. Pack the file itself."
    case .specialFile(let member):
      "\(member): is no file but a device, pipe or socket. Leave it out."
    case .leadsOut(let member):
      "\(member): has a name that leads out of the archive. Pack it under a plain name."
    case .encrypted(let member):
      "\(member): is encrypted. Unpack it with its password and give the file."
    case .tooLarge(let member, let limit):
      "\(member): has more than \(limit / 1_000_000) MB when unpacked. Unpack it and split it."
    case .ratio(let member, let ratio):
      "\(member): unpacks to more than \(ratio) times its size, as no report does. "
        + "If you trust it, unpack it and give the file."
    case .brokenMember(let member, let words):
      "\(member): cannot be unpacked (\(words)). Fetch the archive again."
    }
  }
}
