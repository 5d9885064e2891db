/// A calendar day, with the time of day and zone where they are stated.
///
/// Written by ``description`` as ISO 8601. The zone is kept as stated, never converted; a zone that
/// is only a name without a fixed offset (such as `ET`) is left out.
///
///     Timestamp("Wed, 04 Mar 2026 09:30:00 GMT")?.description     // "2026-03-04T09:30:00Z"
///
/// Source: ISO 8601 calendar dates, RFC 822 dates (section 5), and the ways English-language news
/// pages write a date. `03/04/2026` is not read, since countries differ on which is the month.
package struct Timestamp: Hashable, Sendable, CustomStringConvertible {
  package var year: Int
  package var month: Int
  package var day: Int
  package var time: Time?

  package struct Time: Hashable, Sendable {
    /// Seconds after midnight.
    package var second: Int
    /// Minutes east of Greenwich; nil when no zone is stated.
    package var zone: Int?
  }

  /// Reads the first date in `text`; nil when there is none.
  ///
  /// - Complexity: O(n) in bytes.
  package init?(_ text: String) {
    let tokens = DateTokens(text)
    guard let found = tokens.isoDate() ?? tokens.writtenDate() else { return nil }
    (year, month, day) = found.date
    guard 1900...2200 ~= year, 1...12 ~= month, 1...Self.days(inMonth: month, of: year) ~= day
    else { return nil }
    time = tokens.time(after: found.end) ?? tokens.time(after: 0)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package var description: String {
    let date = "\(year)-\(Self.padded(month))-\(Self.padded(day))"
    guard let time else { return date }
    let clock = [time.second / 3600, time.second / 60 % 60, time.second % 60]
    return date + "T" + clock.map(Self.padded).joined(separator: ":")
      + Self.spelled(zone: time.zone)
  }

  private static func spelled(zone: Int?) -> String {
    guard let zone else { return "" }
    guard zone != 0 else { return "Z" }
    let size = abs(zone)
    return (zone < 0 ? "-" : "+") + padded(size / 60) + ":" + padded(size % 60)
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

/// A date text cut into numbers, words and signs.
private struct DateTokens {
  enum Token: Equatable {
    /// Value and number of digits.
    case number(Int, digits: Int)
    /// Lower-case letters.
    case word(String)
    case sign(UInt8)
  }

  private var tokens: [Token] = []

  init(_ text: String) {
    var number: (value: Int, digits: Int)?
    var word: [UInt8] = []
    func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    for byte in Array(text.utf8.prefix(200)) + [0x20] {
      if isDigit(byte) {
        if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
        word = []
        let value = number?.value ?? 0
        number = (min(value * 10 + Int(byte - 0x30), 1_000_000_000), (number?.digits ?? 0) + 1)
        continue
      }
      if let ended = number { tokens.append(.number(ended.value, digits: ended.digits)) }
      number = nil
      let letter = byte | 0x20
      if 0x61...0x7A ~= letter {
        word.append(letter)
        continue
      }
      if !word.isEmpty { tokens.append(.word(String(decoding: word, as: UTF8.self))) }
      word = []
      if byte > 0x20, byte < 0x80, byte != UInt8(ascii: ",") { tokens.append(.sign(byte)) }
    }
  }

  private subscript(index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

  private func number(_ index: Int, digits: ClosedRange<Int>) -> Int? {
    guard case .number(let value, let count)? = self[index], digits ~= count else { return nil }
    return value
  }

  private func month(_ index: Int) -> Int? {
    guard case .word(let word)? = self[index] else { return nil }
    return Self.months[word]
  }

  /// Month names, whole and cut to three letters.
  private static let months: [String: Int] = {
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    var months = ["sept": 9]
    for (index, name) in names.enumerated() {
      months[name] = index + 1
      months[String(name.prefix(3))] = index + 1
    }
    return months
  }()

  typealias Found = (date: (Int, Int, Int), end: Int)

  /// `2026-03-04`, `2026/03/04` or `20260304`.
  func isoDate() -> Found? {
    for index in tokens.indices {
      if let year = number(index, digits: 4...4),
        self[index + 1] == .sign(UInt8(ascii: "-")) || self[index + 1] == .sign(UInt8(ascii: "/")),
        self[index + 3] == self[index + 1],
        let month = number(index + 2, digits: 1...2), let day = number(index + 4, digits: 1...2)
      {
        return ((year, month, day), index + 5)
      }
      if let whole = number(index, digits: 8...8) {
        return ((whole / 10_000, whole / 100 % 100, whole % 100), index + 1)
      }
    }
    return nil
  }

  /// `4 March 2026`, `4th of March 2026`, `04-Mar-2026`, `March 4, 2026`.
  func writtenDate() -> Found? {
    for index in tokens.indices {
      guard let month = month(index) else { continue }
      var after = index + 1
      if self[after] == .sign(UInt8(ascii: ".")) || self[after] == .sign(UInt8(ascii: "-")) {
        after += 1
      }
      if let year = number(after, digits: 4...4), let day = day(before: index) {
        return ((year, month, day), after + 1)
      }
      guard let day = number(after, digits: 1...2) else { continue }
      after += 1
      if case .word? = self[after] { after += 1 }
      if let year = number(after, digits: 4...4) { return ((year, month, day), after + 1) }
    }
    return nil
  }

  private func day(before index: Int) -> Int? {
    var index = index - 1
    while index >= 0 {
      switch self[index] {
      case .word("of"), .word("st"), .word("nd"), .word("rd"), .word("th"), .sign: index -= 1
      default: return number(index, digits: 1...2)
      }
    }
    return nil
  }

  /// The first time of day at or after a token: `09:30`, `9.30 pm`, `9 a.m.`, `T09:30:00.5+01:00`.
  func time(after start: Int) -> Timestamp.Time? {
    guard start <= tokens.count else { return nil }
    for index in start..<tokens.count {
      guard var hour = number(index, digits: 1...2), hour < 24 else { continue }
      var next = index + 1
      var minute = 0
      var second = 0
      let separator = self[next]
      if separator == .sign(UInt8(ascii: ":")) || separator == .sign(UInt8(ascii: ".")),
        let value = number(next + 1, digits: 2...2), value < 60
      {
        minute = value
        next += 2
        if self[next] == separator, let value = number(next + 1, digits: 2...2), value < 60 {
          second = value
          next += 2
        }
        if self[next] == .sign(UInt8(ascii: ".")), number(next + 1, digits: 1...9) != nil {
          next += 2
        }
      }
      let half = halfOfDay(next)
      guard half != nil || separator == .sign(UInt8(ascii: ":")) && next > index + 1 else {
        continue
      }
      if let half {
        next = half.end
        hour = hour % 12 + (half.isAfternoon ? 12 : 0)
      }
      return .init(second: hour * 3600 + minute * 60 + second, zone: zone(next))
    }
    return nil
  }

  /// `am`, `pm`, `a.m.`, `p.m.`.
  private func halfOfDay(_ index: Int) -> (isAfternoon: Bool, end: Int)? {
    switch self[index] {
    case .word("am"): return (false, index + 1)
    case .word("pm"): return (true, index + 1)
    case .word("a"), .word("p"):
      guard self[index + 1] == .sign(UInt8(ascii: ".")), self[index + 2] == .word("m") else {
        return nil
      }
      let isAfternoon = self[index] == .word("p")
      return (isAfternoon, self[index + 3] == .sign(UInt8(ascii: ".")) ? index + 4 : index + 3)
    default: return nil
    }
  }

  /// Minutes east of Greenwich of `Z`, `+01:00`, `-0500`, `GMT`, `EST` at a token.
  private func zone(_ index: Int) -> Int? {
    switch self[index] {
    case .word(let name): return Self.zones[name]
    case .sign(let sign) where sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"):
      let direction = sign == UInt8(ascii: "+") ? 1 : -1
      if let both = number(index + 1, digits: 4...4) {
        return direction * min(both / 100 * 60 + both % 100, 14 * 60)
      }
      guard let hours = number(index + 1, digits: 1...2) else { return nil }
      let minutes =
        self[index + 2] == .sign(UInt8(ascii: ":")) ? number(index + 3, digits: 2...2) ?? 0 : 0
      return direction * min(hours * 60 + minutes, 14 * 60)
    case .sign(UInt8(ascii: "(")): return zone(index + 1)
    default: return nil
    }
  }

  /// Zone names with one meaning in English-language news; `IST` and `BST` read as most pages mean.
  private static let zones = [
    "z": 0, "gmt": 0, "utc": 0, "ut": 0, "bst": 60, "cet": 60, "cest": 120, "sast": 120,
    "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420, "ist": 330, "jst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
  ]
}
