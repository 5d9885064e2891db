import QuothReport

/// One invented report and what must, and must not, be read in it.
struct PhenomenonCase: Sendable {
  /// Number of the phenomenon, such as 14 for `14-chain-of-reporters.txt`.
  var item: Int
  /// File name without its extension.
  var file: String
  /// Line of the file on which the case begins, from 1.
  var line: Int
  var name: String
  /// The report, without blank lines at its edges.
  var text: String
  /// Publication date, ISO 8601, where the report itself does not have to state it.
  var date: String?
  var expectations: [Expectation]

  /// Whether the case shows words that only resemble the phenomenon.
  var isLookAlike: Bool { name.hasPrefix("look-alike: ") }

  /// Whether the case is only counted and never shown: a tenth of all, by the FNV-1a hash (64 bits,
  /// draft-eastlake-fnv) of its file and name.
  var isOnlyCounted: Bool {
    let hash = "\(file)/\(name)".utf8.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
      (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    return hash % 10 == 0
  }
}

/// One line of expectations, its words resolved to spans of the report.
struct Expectation: Sendable {
  /// Line of the file, from 1.
  var line: Int
  var demand: Demand

  enum Demand: Sendable {
    /// What attributions and sentences must be.
    case attribution(AttributionDemand)
    /// What the record, as it is written, must say beyond them.
    case record(RecordDemand)
  }
}

/// Words of a report: one span, or several where they are discontinuous.
typealias Passage = [Span]
