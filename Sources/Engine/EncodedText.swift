import QuothKernels

/// A text of any length as subwords, without [CLS] and [SEP], ready to be read in windows.
public struct EncodedText: Sendable {
  public var ids: [Int32]
  /// For each stream of ``Manifest/features`` one class a subword.
  public var features: [[UInt8]]
  /// First subword of each unit; windows are cut between units.
  public var units: [Int]
  /// Number of the paragraph of each unit; windows are cut between paragraphs where they can.
  public var paragraphs: [Int]
  /// Number of the sentence of each unit, counted over the whole text.
  public var sentences: [Int]
  /// The subwords whose states are wanted, rising.
  public var rows: [Int]
  /// The runs of subwords whose mean state is wanted, rising and apart from one another.
  public var runs: [Range<Int>]

  public init(
    ids: [Int32], features: [[UInt8]], units: [Int], paragraphs: [Int], sentences: [Int],
    rows: [Int], runs: [Range<Int>] = []
  ) {
    self.ids = ids
    self.features = features
    self.units = units
    self.paragraphs = paragraphs
    self.sentences = sentences
    self.rows = rows
    self.runs = runs
  }

  /// A window as two ranges of subwords: what is read, and within it what keeps its scores.
  struct Extract: Hashable {
    var read: Range<Int>
    var kept: Range<Int>
  }

  /// Windows over the text; the kept parts follow one another and make up the whole.
  ///
  /// Each reads at most `limit` subwords, unless one unit alone has more. A window ends before the
  /// last paragraph that it cannot hold whole, so that what belongs together is read together: links
  /// between words that were read in different windows are worse by several points. Only a paragraph
  /// that is longer than a window is cut: there windows share about `overlap` subwords, and the join
  /// is at the sentence that begins nearest to the middle of what is shared. Twin of `overlapping`
  /// in Tools/training.
  ///
  /// - Complexity: O(n) in units.
  func windows(limit: Int, overlap: Int) -> [Extract] {
    var extracts: [Extract] = []
    var (start, from) = (0, 0)
    func extract(to stop: Int, keeping end: Int) {
      let first = units[start]
      extracts.append(
        Extract(
          read: first..<self.end(of: stop - 1),
          kept: (from == 0 ? 0 : units[from])..<self.end(of: end - 1)))
    }
    while start < units.count {
      let stop = self.stop(from: start, limit: limit)
      guard stop < units.count else {
        extract(to: stop, keeping: stop)
        break
      }
      let paragraph = paragraphStart(before: stop, after: start)
      if paragraph > from,
        paragraph > start + (stop - start) / 2
          || paragraphs[self.stop(from: paragraph, limit: limit) - 1] > paragraphs[paragraph]
      {
        extract(to: paragraph, keeping: paragraph)
        (start, from) = (paragraph, paragraph)
      } else {
        var next = stop
        while next > max(start + 1, paragraph), units[stop] - units[next - 1] <= overlap {
          next -= 1
        }
        let join = sentenceStart(nearest: (max(next, from + 1) + stop) / 2, in: next..<stop)
        extract(to: stop, keeping: max(join, from + 1))
        (start, from) = (next, max(join, from + 1))
      }
    }
    return extracts
  }

  private func end(of unit: Int) -> Int { unit + 1 < units.count ? units[unit + 1] : ids.count }

  /// The unit behind the last that a window from `start` holds; at least one is held.
  private func stop(from start: Int, limit: Int) -> Int {
    var stop = start + 1
    while stop < units.count, end(of: stop) - units[start] <= limit { stop += 1 }
    return stop
  }

  private func paragraphStart(before stop: Int, after start: Int) -> Int {
    var unit = stop
    while unit > start, paragraphs[unit] == paragraphs[unit - 1] { unit -= 1 }
    return unit
  }

  /// The unit of the range that begins a sentence and is nearest to `middle`; `middle` where none does.
  private func sentenceStart(nearest middle: Int, in range: Range<Int>) -> Int {
    range.filter { $0 > 0 && sentences[$0] != sentences[$0 - 1] }
      .min { abs($0 - middle) < abs($1 - middle) } ?? middle
  }

  fileprivate func window(_ range: Range<Int>, _ vocabulary: Vocabulary) -> Window {
    Window(
      ids: [vocabulary.start] + ids[range] + [vocabulary.end],
      features: features.map { [0] + $0[range] + [0] })
  }
}

extension Model {
  /// Reads each text whole, long ones in windows, and gives the states at its rows and runs.
  ///
  /// All windows of all texts share the micro-batches, so many short texts cost no more than one
  /// long one.
  ///
  /// - Parameters:
  ///   - limit: greatest number of subwords in a window, without [CLS] and [SEP].
  ///   - overlap: subwords shared by neighbouring windows.
  /// - Throws: ``EngineError/window(detail:)`` when ids or classes are not the model's.
  public func states(
    of texts: [EncodedText], limit: Int = 126, overlap: Int = 16
  ) throws(EngineError) -> [States] {
    let limit = min(limit, manifest.positions - 2)
    var windows: [Window] = []
    var places: [Place] = []
    for (number, text) in texts.enumerated() {
      var place = Place(text: number)
      for extract in text.windows(limit: limit, overlap: overlap).flatMap({ divided($0, limit) }) {
        windows.append(text.window(extract.read, vocabulary))
        place.move(to: extract, of: text)
        places.append(place)
      }
    }
    let width = manifest.width
    var states = texts.map { text in
      States(
        width: width, rows: [Float](repeating: 0, count: text.rows.count * width),
        means: [Float](repeating: 0, count: text.runs.count * width))
    }
    try read(windows) { number, first, hidden in
      let place = places[number]
      // A window's first row is [CLS].
      states[place.text].take(
        hidden, shift: first + 1 - place.extract.read.lowerBound, place, of: texts[place.text])
    }
    return states
  }

  /// Where a window lies in its text.
  fileprivate struct Place {
    var text: Int
    var extract = EncodedText.Extract(read: 0..<0, kept: 0..<0)
    /// Which of the text's rows and runs begin in what it keeps; a run may also begin before.
    var rows = 0..<0
    var runs = 0..<0

    init(text: Int) { self.text = text }

    /// Goes on to the text's next window.
    mutating func move(to extract: EncodedText.Extract, of text: EncodedText) {
      self.extract = extract
      let end = extract.kept.upperBound
      rows =
        rows
        .upperBound..<(text.rows[rows.upperBound...].firstIndex { $0 >= end } ?? text.rows.count)
      let first = text.runs[runs.lowerBound...].firstIndex {
        $0.upperBound > extract.kept.lowerBound
      }
      let from = first ?? text.runs.count
      runs = from..<(text.runs[from...].firstIndex { $0.lowerBound >= end } ?? text.runs.count)
    }
  }

  /// A unit of more subwords than a window holds, such as a long hash, is read in pieces.
  private func divided(
    _ extract: EncodedText.Extract, _ limit: Int
  ) -> [EncodedText.Extract] {
    guard extract.read.count > limit else { return [extract] }
    return stride(from: extract.read.lowerBound, to: extract.read.upperBound, by: limit).map {
      let read = $0..<min($0 + limit, extract.read.upperBound)
      return EncodedText.Extract(read: read, kept: extract.kept.clamped(to: read))
    }
  }
}

extension States {
  /// Takes what a window kept; `shift` leads from a subword of the text to its row in `hidden`.
  fileprivate mutating func take(
    _ hidden: Buffer, shift: Int, _ place: Model.Place, of text: EncodedText
  ) {
    for row in place.rows {
      hidden.copy((text.rows[row] + shift) * width, width, into: &rows, at: row * width)
    }
    for number in place.runs {
      let run = text.runs[number]
      for subword in run.clamped(to: place.extract.kept) {
        hidden.add(
          (subword + shift) * width, width, times: 1 / Float(run.count), to: &means,
          at: number * width)
      }
    }
  }
}
