import QuothReport

/// An answer of a ledger: lines for people, rows for programs.
public protocol LedgerTable: Sendable {
  /// - Parameters:
  ///   - width: Columns of the terminal; from 40 to 100 are used, and no line exceeds them.
  ///   - isColoured: Whether to write escape sequences.
  func text(width: Int, isColoured: Bool) -> String

  /// One JSON object a line.
  var json: [UInt8] { get }

  /// Names of the cells, as the keys of the JSON where they are the same.
  static var header: [String] { get }
  var cells: [[String]] { get }
}

extension LedgerTable {
  /// Rows of comma-separated values, with or without the header before them (RFC 4180).
  public func csv(hasHeader: Bool) -> String {
    ((hasHeader ? [Self.header] : []) + cells).map { row in
      row.map(Self.quoted).joined(separator: ",") + "\r\n"
    }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
      + "\""
  }

  static func sheet(_ width: Int, _ isColoured: Bool) -> Sheet {
    Sheet(width: min(max(width, 40), 100), isColoured: isColoured)
  }

  static func lines<Element>(
    _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    for element in elements {
      var json = JSONWriter()
      write(&json, element)
      bytes += json.bytes + [UInt8(ascii: "\n")]
    }
    return bytes
  }
}
