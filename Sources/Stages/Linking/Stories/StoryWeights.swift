/// What each input of ``StoryScore`` counts for.
///
/// A logistic regression over pairs of reports, fitted by `Tools/training/quoth_training/stories.py` on topics 1 to 30
/// of ECB+ and the test world. Fails where two happenings of one kind share people and places, as two matches of one
/// team do, and where a report is so short that it names nobody.
enum StoryWeights {
  static let bias = -5.23
  /// In the order of ``StoryScore/inputs``: cosine of words, of lead words, of names, of places; how far the days of
  /// publication lie apart beyond a month, and the days that are spoken of beyond a week.
  static let each = [7.97, 4.76, 6.91, 3.16, -0.76, -0.25]
  /// Members of one family of copies; set by hand.
  static let copied = 3.0
}
