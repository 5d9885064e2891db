/// A text of any length as subwords, without [CLS] and [SEP], ready to be read in windows.
public struct EncodedText: Sendable {
  public var ids: [Int32]
  /// For each stream of ``Manifest/features`` one class a subword.
  public var features: [[UInt8]]
  /// First subword of each unit; windows are cut between units.
  public var units: [Int]
  /// Number of the paragraph of each unit; windows are cut between paragraphs where they can.
  public var paragraphs: [Int]

  public init(ids: [Int32], features: [[UInt8]], units: [Int], paragraphs: [Int]) {
    self.ids = ids
    self.features = features
    self.units = units
    self.paragraphs = paragraphs
  }

  /// Windows over the text as ranges of subwords.
  ///
  /// Each has at most `limit` subwords, unless one unit alone has more, and shares about `overlap`
  /// subwords with the one before, so that nothing is read at the very edge of what the encoder sees.
  /// Twin of `overlapping` in Tools/training.
  ///
  /// - Complexity: O(n) in units.
  func windows(limit: Int, overlap: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    while start < units.count {
      var stop = start
      while stop < units.count, end(of: stop) - units[start] <= limit { stop += 1 }
      stop = max(stop, start + 1)
      if stop < units.count {
        let paragraph = paragraphStart(before: stop, after: start)
        if paragraph > start + (stop - start) / 2 { stop = paragraph }
      }
      ranges.append(units[start]..<end(of: stop - 1))
      guard stop < units.count else { break }
      var next = stop
      while next > start + 1, units[stop] - units[next - 1] <= overlap { next -= 1 }
      start = next
    }
    return ranges
  }

  private func end(of unit: Int) -> Int { unit + 1 < units.count ? units[unit + 1] : ids.count }

  private func paragraphStart(before stop: Int, after start: Int) -> Int {
    var unit = stop
    while unit > start, paragraphs[unit] == paragraphs[unit - 1] { unit -= 1 }
    return unit
  }

  fileprivate func window(_ range: Range<Int>, _ vocabulary: Vocabulary) -> Window {
    Window(
      ids: [vocabulary.start] + ids[range] + [vocabulary.end],
      features: features.map { [0] + $0[range] + [0] })
  }
}

extension Model {
  /// Scores each text whole, reading long ones in overlapping windows.
  ///
  /// A subword that stands in two windows takes its scores from the one in which it is farther from
  /// an edge; the edges of the text itself do not count. All windows of all texts share the
  /// micro-batches, so many short texts cost no more than one long one.
  ///
  /// - Parameters:
  ///   - limit: greatest number of subwords in a window, without [CLS] and [SEP].
  ///   - overlap: subwords shared by neighbouring windows.
  /// - Throws: ``EngineError/window(detail:)`` when ids or classes are not the model's.
  public func scores(
    of texts: [EncodedText], limit: Int = 254, overlap: Int = 64
  ) throws(EngineError) -> [Scores] {
    let limit = min(limit, manifest.positions - 2)
    let ranges = texts.map { text in
      text.windows(limit: limit, overlap: overlap).flatMap { Self.divided($0, limit) }
    }
    var windows: [Window] = []
    for (text, ranges) in zip(texts, ranges) {
      windows += ranges.map { text.window($0, vocabulary) }
    }
    var remaining = try scores(windows)[...]
    return zip(texts, ranges).map { text, ranges in
      let own = remaining.prefix(ranges.count)
      remaining = remaining.dropFirst(ranges.count)
      return merged(text.ids.count, ranges, Array(own))
    }
  }

  /// A unit of more subwords than a window holds, such as a long hash, is read in pieces.
  private static func divided(_ range: Range<Int>, _ limit: Int) -> [Range<Int>] {
    stride(from: range.lowerBound, to: range.upperBound, by: limit).map {
      $0..<min($0 + limit, range.upperBound)
    }
  }

  private func merged(_ count: Int, _ ranges: [Range<Int>], _ scores: [Scores]) -> Scores {
    var margins = [Int](repeating: -1, count: count)
    var tables: [String: Scores.Table] = [:]
    for head in manifest.heads {
      let values = [Float](repeating: 0, count: count * head.output)
      tables[head.name] = Scores.Table(columns: head.output, values: values)
    }
    for (range, window) in zip(ranges, scores) {
      for subword in range {
        let left = range.lowerBound == 0 ? Int.max : subword - range.lowerBound
        let right = range.upperBound == count ? Int.max : range.upperBound - 1 - subword
        guard min(left, right) > margins[subword] else { continue }
        margins[subword] = min(left, right)
        for head in manifest.heads {
          guard let row = window[head.name]?[subword - range.lowerBound + 1] else { continue }
          let place = subword * head.output..<(subword + 1) * head.output
          tables[head.name]?.values.replaceSubrange(place, with: row)
        }
      }
    }
    return Scores(tokens: count, tables: tables)
  }
}
