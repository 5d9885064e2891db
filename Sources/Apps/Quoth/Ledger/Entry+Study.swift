public import QuothLedger
import QuothLinking
public import QuothReport

extension Entry {
  /// What the ledger keeps of a report that was read.
  public init(_ study: Study, of document: Document) {
    let sketcher = Sketcher(study.reading, meanings: study.statements)
    self.init(
      reading: study.reading, sketch: sketcher.report(sentences: study.sentences),
      statements: sketcher.statements)
  }
}
