/// One article of a corpus with what its annotator marked in it.
struct GoldArticle: Sendable {
  var name: String
  /// As in the file, byte-order mark and line ends included.
  var text: String
  var gold: BratGold
}
