import CQuothArchive
import Glibc
public import QuothSystem

/// A ZIP or tar archive, or a single file that may be compressed, read once from its beginning to its end.
///
/// Compression with gzip, zstd, xz, bzip2 and lz4 is undone on the way. Nothing is written to disk and no
/// more than a piece is held at a time. Folders are passed over; members that could do harm are
/// refused by ``next()``, and the others are read.
///
///     let archive = try Archive(path: "reports.zip")
///     while let entry = archive.next() {
///       guard case .member(let name) = entry else { continue }
///       while let piece = try archive.read() { … }
///     }
///
/// Source: libarchive 3.
@safe public final class Archive {
  /// What an archive may ask of its reader.
  public struct Limits: Sendable {
    /// Bytes of one member when unpacked.
    public var size: Int
    /// How many times its packed size a member or stream may unpack to.
    public var ratio: Int
    /// Bytes that unpack whatever their ratio, since a page of spaces is no attack.
    public var free: Int

    public init(size: Int = Files.defaultLimit, ratio: Int = 200, free: Int = 1 << 20) {
      self.size = size
      self.ratio = ratio
      self.free = free
    }
  }

  /// What stands next.
  public enum Entry: Sendable, Hashable {
    /// The input is no archive: all of it, uncompressed, is one stream, of any length.
    case stream
    /// A file of the archive, by its name there.
    case member(String)
    /// A member that is not read, or the end of what can be read of a broken archive.
    case refused(ArchiveError)
  }

  /// What messages call the archive.
  public let name: String
  private let limits: Limits
  private let handle: OpaquePointer
  private let descriptor: Int32
  private let memory: UnsafeMutableRawBufferPointer?
  /// What the library said when it was opened; ``next()`` tells.
  private let opening: Int32
  private var state = State.start

  private enum State {
    case start
    /// Between members.
    case between
    /// Inside a member or stream.
    case inside(Place)
    case end
  }

  /// How far a member or stream has been read.
  private struct Place {
    var name: String
    /// nil for a stream, which may have any length.
    var limit: Int?
    /// Packed bytes read before it.
    var start: Int
    var unpacked = 0
  }

  /// Opens a file; a pipe is read as it comes.
  ///
  /// - Parameter name: what messages call it; the path unless given.
  /// - Throws: ``ArchiveError/file(_:)`` when it is missing, unreadable or a folder. Damage shows
  ///   as it is read.
  public init(path: String, name: String? = nil, limits: Limits = Limits()) throws(ArchiveError) {
    self.name = name ?? path
    self.limits = limits
    do throws(FileError) {
      descriptor = try Files.descriptor(of: path, name: self.name)
    } catch {
      throw .file(error)
    }
    unsafe memory = nil
    unsafe handle = Self.reader()
    opening = unsafe archive_read_open_fd(handle, descriptor, Self.pieceSize)
  }

  /// Opens an archive inside another, or one that was fetched.
  ///
  /// - Complexity: O(n): the bytes are copied once.
  public init(bytes: [UInt8], name: String, limits: Limits = Limits()) {
    self.name = name
    self.limits = limits
    descriptor = -1
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(bytes.count, 1), alignment: 16)
    unsafe copy.copyBytes(from: bytes)
    unsafe memory = copy
    unsafe handle = Self.reader()
    opening = unsafe archive_read_open_memory(handle, copy.baseAddress, bytes.count)
  }

  deinit {
    unsafe archive_read_free(handle)
    if descriptor >= 0 { _ = close(descriptor) }
    unsafe memory?.deallocate()
  }

  /// The formats and filters that take no program of their own to undo.
  private static func reader() -> OpaquePointer {
    guard let handle = unsafe archive_read_new() else { fatalError("out of memory") }
    _ = unsafe archive_read_support_format_zip(handle)
    _ = unsafe archive_read_support_format_tar(handle)
    _ = unsafe archive_read_support_format_raw(handle)
    _ = unsafe archive_read_support_format_empty(handle)
    _ = unsafe archive_read_support_filter_gzip(handle)
    _ = unsafe archive_read_support_filter_bzip2(handle)
    _ = unsafe archive_read_support_filter_xz(handle)
    _ = unsafe archive_read_support_filter_zstd(handle)
    _ = unsafe archive_read_support_filter_lz4(handle)
    return unsafe handle
  }

  private static let pieceSize = 1 << 17

  /// Goes on to the next member; nil at the end.
  ///
  /// What was not read of the one before is passed over.
  public func next() -> Entry? {
    if case .end = state { return nil }
    let isFirst = if case .start = state { true } else { false }
    while true {
      let (code, header, member) = unsafe header()
      guard code != ARCHIVE_EOF else {
        state = .end
        return isFirst && format == ARCHIVE_FORMAT_EMPTY ? .stream : nil
      }
      guard code >= ARCHIVE_WARN, let entry = unsafe header else {
        state = .end
        return .refused(.broken(archive: name, words: words))
      }
      if format == ARCHIVE_FORMAT_RAW {
        state = .inside(Place(name: name, limit: nil, start: 0))
        return .stream
      }
      state = .between
      guard unsafe archive_entry_filetype(entry) != S_IFDIR else { continue }
      let place = Place(
        name: name + "!" + member, limit: limits.size, start: packedBytes)
      if let refusal = unsafe refusal(of: entry, named: member, at: place) {
        return .refused(refusal)
      }
      state = .inside(place)
      return .member(member)
    }
  }

  private func header() -> (code: Int32, entry: OpaquePointer?, name: String) {
    guard opening == ARCHIVE_OK else { return (opening, nil, "") }
    // libarchive spells names as the locale has them.
    let before = unsafe uselocale(Self.utf8)
    defer { _ = unsafe uselocale(before) }
    var entry: OpaquePointer?
    let code = unsafe archive_read_next_header(handle, &entry)
    let name = unsafe entry.flatMap { unsafe archive_entry_pathname($0) }
    return unsafe (code, entry, name.map { unsafe String(cString: $0) } ?? "")
  }

  private static nonisolated(unsafe) let utf8 = unsafe newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)

  private var format: Int32 { unsafe archive_format(handle) & ARCHIVE_FORMAT_BASE_MASK }

  /// Bytes of the archive itself that have been read.
  private var packedBytes: Int { unsafe Int(archive_filter_bytes(handle, -1)) }

  private func refusal(
    of entry: OpaquePointer, named name: String, at place: Place
  ) -> ArchiveError? {
    let kind = unsafe archive_entry_filetype(entry)
    let steps = name.split(omittingEmptySubsequences: false) { $0 == "/" || $0 == "\\" }
    let begins = steps.first ?? ""
    if unsafe archive_entry_hardlink(entry) != nil || kind == S_IFLNK {
      return .link(member: place.name)
    }
    if kind != S_IFREG, kind != 0 { return .specialFile(member: place.name) }
    if begins.isEmpty || begins.hasSuffix(":") || steps.contains("..") {
      return .leadsOut(member: place.name)
    }
    if unsafe archive_entry_is_encrypted(entry) != 0 { return .encrypted(member: place.name) }
    if unsafe archive_entry_size_is_set(entry) != 0, unsafe archive_entry_size(entry) > limits.size
    {
      return .tooLarge(member: place.name, limit: limits.size)
    }
    return nil
  }

  /// The next bytes of the member or stream that ``next()`` came to; nil at its end.
  ///
  /// - Throws: ``ArchiveError`` when it goes over a limit or is damaged; ``next()`` then goes on behind it,
  ///   where anything can be read there.
  public func read() throws(ArchiveError) -> [UInt8]? {
    guard case .inside(var place) = state else { return nil }
    state = .between
    var (start, count, offset) = unsafe (UnsafeRawPointer?.none, 0, Int64(0))
    switch unsafe archive_read_data_block(handle, &start, &count, &offset) {
    case ARCHIVE_EOF: return nil
    case ARCHIVE_OK: break
    case ARCHIVE_FATAL:
      state = .end
      throw .broken(archive: name, words: words)
    default: throw .brokenMember(member: place.name, words: words)
    }
    // Only a disk image has holes, and a hole could be of any size.
    guard offset == place.unpacked else {
      throw .brokenMember(member: place.name, words: "it has holes")
    }
    place.unpacked += count
    try check(place)
    state = .inside(place)
    return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  private func check(_ place: Place) throws(ArchiveError) {
    if let limit = place.limit, place.unpacked > limit {
      throw .tooLarge(member: place.name, limit: limit)
    }
    guard place.unpacked > limits.free else { return }
    if place.unpacked / limits.ratio > packedBytes - place.start {
      throw .ratio(member: place.name, ratio: limits.ratio)
    }
  }

  /// The library's account of what went wrong last.
  private var words: String {
    unsafe archive_error_string(handle).map { unsafe String(cString: $0) } ?? "no reason given"
  }
}
