import QuothReport
public import QuothText

/// Finds the names of places in a report by gazetteer and typography, and judges each by the words
/// around it.
///
/// What something else knows of the report's names is used where it is given: a person's name holds no
/// place, and a place's is one whatever stands around it.
///
///     PlaceFinder(gazetteer).mentions(in: Text(report))
public struct PlaceFinder: Sendable {
  let gazetteer: Gazetteer

  public init(_ gazetteer: Gazetteer) {
    self.gazetteer = gazetteer
  }

  /// The mentions in text order, doubtful ones among them: ``PlaceResolver`` leaves those out that
  /// nothing else in the report supports.
  public func mentions(in text: Text, names: [TypedName] = []) -> [PlaceMention] {
    let bytes = Array(text.report.text.utf8)
    let sentences = text.sentences.map { NameWords($0, of: text, bytes: bytes) }
    let people = PeopleNames(sentences, gazetteer: gazetteer)
    var mentions: [PlaceMention] = []
    for (words, sentence) in zip(sentences, text.sentences) {
      var reader = SentencePlaces(
        words: words, gazetteer: gazetteer, people: people, names: names,
        dateline: text.report.dateline?.place, role: sentence.role, before: mentions.count)
      let found = reader.read()
      // Where those sat who wrote it is no place of what is told; a dateline is.
      if sentence.role != .credit || found.contains(where: \.isDateline) { mentions += found }
    }
    return mentions
  }
}
