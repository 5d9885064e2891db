public import QuothLedger
import QuothLinking
public import QuothReport

extension Reader {
  /// Reads a report for the ledger.
  ///
  /// - Throws: ``QuothError`` when the bytes are no report, or one in another language.
  public func entry(_ document: Document) throws(QuothError) -> Entry {
    Entry(try study(document), voices: voices)
  }
}

extension Entry {
  /// What the ledger keeps of a report that was read.
  init(_ study: Study, voices: VoiceLexicon) {
    let sketcher = Sketcher(study.reading, meanings: study.statements)
    self.init(
      reading: study.reading, sketch: sketcher.report(sentences: study.sentences),
      statements: sketcher.statements,
      voices: VoiceReader(study.reading, lexicon: voices).voices,
      copySketch: CopySketch(RunningWords(study.reading.text)))
  }
}
