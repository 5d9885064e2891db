import QuothSystem

/// The bytes of `Lexicons/places/places.bin`, mapped and read in place.
///
/// Numbers are little-endian. The magic `QUOTHPLC`, the version and the number of sections (32 bits
/// each) stand first; then, for each section, its offset and its count (32 bits each):
///
/// | section | count | an entry |
/// | --- | --- | --- |
/// | countries | countries | ISO 3166 alpha-3 and alpha-2, five letters; the number of a country is its record |
/// | folds | letters | 16-bit code point, up to three ASCII letters for it; in order of code points |
/// | records | records | twenty bytes, see ``record(_:)`` |
/// | spellings | bytes | length in one byte, then UTF-8 |
/// | index | names | 32-bit offset into the next section of every sixteenth name |
/// | names | bytes | bytes shared with the name before, bytes that follow (one byte each), those bytes, how many targets, and the differences of the targets, as varints |
///
/// A target is the number of a record times eight, plus the kind of the name. Names are in the form
/// of ``PlaceKey`` and in order. The writer is `Tools/lexicons/places.py`.
struct GazetteerFile: Sendable {
  private enum Section: Int, CaseIterable {
    case countries, folds, records, spellings, index, names
  }

  static let magic: UInt64 = 0x434C_5048_544F_5551  // "QUOTHPLC" read little-endian
  static let version: UInt64 = 1
  /// Names that share one entry of the index.
  private static let block = 16
  private static let recordSize = 20

  private let file: MappedFile
  private var offsets: [Int] = []
  private var counts: [Int] = []

  init(path: String) throws(PlaceError) {
    do throws(FileError) {
      file = try MappedFile(path: path)
    } catch {
      throw .file(error)
    }
    guard file.number(at: 0, size: 8) == Self.magic, file.number(at: 8, size: 4) == Self.version,
      file.number(at: 12, size: 4) == UInt64(Section.allCases.count)
    else { throw .notAGazetteer(path: path) }
    for section in 0..<Section.allCases.count {
      offsets.append(number(16 + 8 * section, 4))
      counts.append(number(20 + 8 * section, 4))
    }
    let end = offsets[Section.names.rawValue] + counts[Section.names.rawValue]
    guard end == file.count, offsets == offsets.sorted() else {
      throw .notAGazetteer(path: path)
    }
  }

  var countryCount: Int { counts[Section.countries.rawValue] }
  var recordCount: Int { counts[Section.records.rawValue] }

  // MARK: Records

  /// A record: GeoNames id (32 bits), latitude and longitude in ten-thousandths of a degree (24 bits
  /// each), eight times the binary logarithm of the people (8), kind and whether it has a point (8),
  /// country (8), the records of its first- and second-order division (16 each), and the place of
  /// its name in the spellings (24).
  func record(_ record: Int) -> GazetteerEntry {
    let start = offset(.records) + record * Self.recordSize
    let flags = number(start + 11, 1)
    let geonames = number(start, 4)
    let country = number(start + 12, 1)
    let isCountry = GazetteerEntry.Kind(rawValue: flags & 7) == .country
    return GazetteerEntry(
      record: record,
      kind: GazetteerEntry.Kind(rawValue: flags & 7) ?? .region,
      geonames: geonames == 0 ? nil : geonames,
      point: flags & 8 == 0
        ? nil : Point(latitude: degrees(start + 4), longitude: degrees(start + 7)),
      size: number(start + 10, 1),
      country: isCountry ? record : country < countryCount ? country : nil,
      admin1: division(start + 13), admin2: division(start + 15),
      spelling: number(start + 17, 3))
  }

  /// ISO 3166 alpha-3 of a country.
  func alpha3(_ country: Int) -> String {
    file.text(at: offset(.countries) + 5 * country, size: 3) ?? ""
  }

  /// The country of an ISO 3166 code of two or three letters, in capitals.
  func country(code: String) -> Int? {
    let start = code.utf8.count == 3 ? 0 : 3
    return (0..<countryCount).first {
      file.text(at: offset(.countries) + 5 * $0 + start, size: code.utf8.count) == code
    }
  }

  /// The name at a place of the spellings.
  func spelling(at place: Int) -> String {
    let start = offset(.spellings) + place
    return file.text(at: start + 1, size: number(start, 1)) ?? ""
  }

  // MARK: Names

  /// What a name leads to; empty when it is not known.
  ///
  /// - Complexity: O(log n) in names.
  func targets(of name: [UInt8]) -> [Target] {
    let blocks = (counts[Section.index.rawValue] + Self.block - 1) / Self.block
    var low = 0
    var high = blocks
    while low < high {
      let middle = (low + high) / 2
      if isFirst(ofBlock: middle, after: name) { high = middle } else { low = middle + 1 }
    }
    return low == 0 ? [] : targets(of: name, inBlock: low - 1)
  }

  /// Whether the first name of a block comes after `name`.
  private func isFirst(ofBlock block: Int, after name: [UInt8]) -> Bool {
    let start = self.start(ofBlock: block)
    let count = number(start + 1, 1)
    for place in 0..<min(count, name.count) {
      let byte = file.byte(at: start + 2 + place) ?? 0
      if byte != name[place] { return byte > name[place] }
    }
    return count > name.count
  }

  private func targets(of name: [UInt8], inBlock block: Int) -> [Target] {
    var position = start(ofBlock: block)
    var current: [UInt8] = []
    for entry in block * Self.block..<min((block + 1) * Self.block, counts[Section.index.rawValue])
    {
      let shared = entry % Self.block == 0 ? 0 : number(position, 1)
      let added = number(position + 1, 1)
      current.removeLast(max(0, current.count - shared))
      current += file.bytes(at: position + 2, count: added) ?? []
      position += 2 + added
      let count = varint(&position)
      guard count < file.count else { return [] }
      guard current != name else { return targets(at: &position, count: count) }
      for _ in 0..<count { _ = varint(&position) }
    }
    return []
  }

  private func targets(at position: inout Int, count: Int) -> [Target] {
    var value = 0
    return (0..<count).compactMap { _ in
      value += varint(&position)
      return NameKind(rawValue: value & 7).map { Target(record: value >> 3, kind: $0) }
    }
  }

  private func start(ofBlock block: Int) -> Int {
    offset(.names) + number(offset(.index) + 4 * block, 4)
  }

  // MARK: Letters

  /// ASCII letters for a Latin letter beyond ASCII; nil for other letters.
  func fold(_ scalar: Unicode.Scalar) -> [UInt8]? {
    guard scalar.value < 0x1_0000 else { return nil }
    var low = 0
    var high = counts[Section.folds.rawValue]
    while low < high {
      let middle = (low + high) / 2
      let start = offset(.folds) + 5 * middle
      let found = number(start, 2)
      if found == Int(scalar.value) {
        return file.bytes(at: start + 2, count: 3)?.filter { $0 != 0 }
      }
      if found < Int(scalar.value) { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  // MARK: Numbers

  private func offset(_ section: Section) -> Int { offsets[section.rawValue] }

  /// A number of the file; 0 past its end, so that a damaged file gives wrong places but no crash.
  private func number(_ offset: Int, _ size: Int) -> Int {
    Int(file.number(at: offset, size: size) ?? 0)
  }

  private func degrees(_ offset: Int) -> Double {
    let number = number(offset, 3)
    return Double(number >= 1 << 23 ? number - (1 << 24) : number) / 10_000
  }

  private func division(_ offset: Int) -> Int? {
    let number = number(offset, 2)
    return number == 0 ? nil : number
  }

  private func varint(_ position: inout Int) -> Int {
    var value = 0
    var shift = 0
    while let byte = file.byte(at: position), shift < 35 {
      position += 1
      value |= Int(byte & 127) << shift
      if byte < 128 { return value }
      shift += 7
    }
    return value
  }
}

/// Where a name leads, and as what.
struct Target: Hashable, Sendable {
  /// Without meaning for given and family names and words.
  var record: Int
  var kind: NameKind
}

/// What a name is to the record it leads to.
enum NameKind: Int, Sendable {
  /// The name GeoNames, ISO 3166 or our own tables give.
  case own
  /// A name in another language, of old, or without the word for what it is.
  case other
  /// *Norwegian*, *European*.
  case adjective
  /// *Ill.*, *TX*: for divisions, where a place stands before it.
  case short
  // Of no place, but to be known when a name is read:
  case given, family
  /// A word that is also written in lower case.
  case word
}
