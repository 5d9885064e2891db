/// Made by Tools/training/quoth_training/happenings.py; not to be edited by hand.
extension HappeningWeights {
  static let trained = HappeningWeights(
    hidden: [
      [Double](repeating: 0, count: 19)
    ],
    output: [0, 0])
}
