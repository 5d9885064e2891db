import Foundation
import Quoth
import QuothLedger
import QuothReport
import Testing

/// A ledger of two reports of our own, read once for all tests.
@Suite struct AskingTests {
  private static let herald = """
    Two killed as Kestrel bridge closes
    By Ana Ruiz, Harbour Herald, 4 March 2026

    SALTPORT — Ilse Brandt, spokesperson of Norland's army, said on Tuesday that at least two people were killed at the Kestrel bridge.

    Sudland's foreign minister, Ivo Maric, denied that its forces had fired on the Kestrel bridge.
    """
  private static let courier = """
    Death toll at Kestrel bridge rises
    Tarn Valley Courier, 5 March 2026

    SALTPORT — Three people were killed at the Kestrel bridge on Tuesday, Ilse Brandt, spokesperson of Norland's army, said on Wednesday.
    """

  private static let path = FileManager.default.temporaryDirectory
    .appending(path: "quoth-asking-\(UUID().uuidString).sqlite").path

  private static let ledger: Result<String, any Error> = Result {
    let reader = try Reader()
    let ledger = try Ledger(path: path, now: { "2026-03-06T09:00:00Z" })
    for (name, text) in [("herald.txt", herald), ("courier.txt", courier)] {
      try ledger.add(
        try reader.entry(
          Document(Array(text.utf8), origin: Origin(file: name, published: nil))))
    }
    return path
  }

  private func opened() throws -> Ledger {
    try Ledger(path: try Self.ledger.get(), isReadOnly: true, now: { "" })
  }
}
