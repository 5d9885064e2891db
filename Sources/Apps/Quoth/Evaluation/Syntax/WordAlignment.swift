/// Which predicted word stands for which gold word.
///
/// Words that are tokens of their own are aligned when both cover the same characters. Where either
/// side has a token of several words, the words of the shortest run that begins and ends a token on
/// both sides are aligned by their longest common subsequence of forms, letter case aside.
///
/// Source: `align_words` of conll18_ud_eval.py, CoNLL 2018 shared task.
struct WordAlignment: Sendable {
  /// Indices of aligned words, ascending on both sides.
  private(set) var pairs: [GoldPrediction] = []
  private let gold: [FlatReading.Word]
  private let found: [FlatReading.Word]

  /// - Complexity: O(n) in words, and O(k l) for runs of k gold and l predicted words.
  init(gold: [FlatReading.Word], found: [FlatReading.Word]) {
    self.gold = gold
    self.found = found
    var goldIndex = 0
    var foundIndex = 0
    while goldIndex < gold.count, foundIndex < found.count {
      let left = gold[goldIndex]
      let right = found[foundIndex]
      if left.isPart || right.isPart {
        let run = run(gold: goldIndex, found: foundIndex)
        align(run)
        goldIndex = run.gold.upperBound
        foundIndex = run.found.upperBound
      } else if left.span == right.span {
        pairs.append(GoldPrediction(gold: goldIndex, predicted: foundIndex))
        goldIndex += 1
        foundIndex += 1
      } else if left.span.lowerBound <= right.span.lowerBound {
        goldIndex += 1
      } else {
        foundIndex += 1
      }
    }
  }

  /// Words of both sides that cover the same characters.
  private struct Run {
    var gold: Range<Int>
    var found: Range<Int>
  }

  private func run(gold goldStart: Int, found foundStart: Int) -> Run {
    var goldStart = goldStart
    var foundStart = foundStart
    var end: Int
    if gold[goldStart].isPart {
      end = gold[goldStart].span.upperBound
      if !found[foundStart].isPart,
        found[foundStart].span.lowerBound < gold[goldStart].span.lowerBound
      {
        foundStart += 1
      }
    } else {
      end = found[foundStart].span.upperBound
      if gold[goldStart].span.lowerBound < found[foundStart].span.lowerBound { goldStart += 1 }
    }
    var goldEnd = goldStart
    var foundEnd = foundStart
    while !Self.isBeyond(gold, goldEnd, end) || !Self.isBeyond(found, foundEnd, end) {
      let takesGold =
        goldEnd < gold.count
        && (foundEnd >= found.count
          || gold[goldEnd].span.lowerBound <= found[foundEnd].span.lowerBound)
      let word = takesGold ? gold[goldEnd] : found[foundEnd]
      if word.isPart { end = max(end, word.span.upperBound) }
      if takesGold { goldEnd += 1 } else { foundEnd += 1 }
    }
    return Run(gold: goldStart..<goldEnd, found: foundStart..<foundEnd)
  }

  private static func isBeyond(_ words: [FlatReading.Word], _ index: Int, _ end: Int) -> Bool {
    guard index < words.count else { return true }
    let word = words[index]
    return word.isPart ? word.span.lowerBound >= end : word.span.upperBound > end
  }

  private mutating func align(_ run: Run) {
    let gold = gold[run.gold].map(\.form)
    let found = found[run.found].map(\.form)
    var longest = Array(
      repeating: Array(repeating: 0, count: found.count + 1), count: gold.count + 1)
    for left in gold.indices.reversed() {
      for right in found.indices.reversed() {
        let both = gold[left] == found[right] ? 1 + longest[left + 1][right + 1] : 0
        longest[left][right] = max(both, longest[left + 1][right], longest[left][right + 1])
      }
    }
    var left = 0
    var right = 0
    while left < gold.count, right < found.count {
      if gold[left] == found[right] {
        pairs.append(
          GoldPrediction(
            gold: run.gold.lowerBound + left, predicted: run.found.lowerBound + right))
        left += 1
        right += 1
      } else if longest[left][right] == longest[left + 1][right] {
        left += 1
      } else {
        right += 1
      }
    }
  }
}
