/// Which runs of words of one text stand in another, and which of those runs belong together.
struct RunAlignment {
  /// So many words from `first` on in the one text and from `second` on in the other are the same.
  struct Run: Hashable {
    var first: Int
    var second: Int
    var length: Int
  }

  /// Runs that follow each other in both texts with a few other words between, in the order of the
  /// second text.
  private(set) var chains: [[Run]] = []

  /// Words in the shortest run that is looked for.
  static let runLength = 4
  /// The most other words between two runs of one chain, in either text.
  static let gap = 8
  /// How many places of one run are tried.
  private static let places = 16

  /// - Complexity: O(n) in words, times the places of runs that stand in `first` several times.
  init(_ first: [UInt64], _ second: [UInt64]) {
    var index = Index(first)
    var isUsed = [Bool](repeating: false, count: first.count)
    var position = 0
    let hashes = Hash.runs(of: Self.runLength, in: second)
    while position < hashes.count {
      let places = index.places(of: hashes[position], free: isUsed)
      guard let run = run(at: position, in: first, second, places, isUsed) else {
        position += 1
        continue
      }
      for word in run.first..<run.first + run.length { isUsed[word] = true }
      if continues(run) { chains[chains.count - 1].append(run) } else { chains.append([run]) }
      position += run.length
    }
  }

  /// The longest run of those that begin at `position`; one that goes on where the last one ended is
  /// taken before all others.
  private func run(
    at position: Int, in first: borrowing [UInt64], _ second: borrowing [UInt64],
    _ places: some Sequence<Int>, _ isUsed: borrowing [Bool]
  ) -> Run? {
    var best: Run?
    var isNext = false
    for place in places.prefix(Self.places) {
      var length = 0
      while place + length < first.count, position + length < second.count, !isUsed[place + length],
        first[place + length] == second[position + length]
      {
        length += 1
      }
      guard length >= Self.runLength else { continue }
      let run = Run(first: place, second: position, length: length)
      let continues = continues(run)
      if let best, isNext != continues ? isNext : best.length >= length { continue }
      (best, isNext) = (run, continues)
    }
    return best
  }

  /// Whether a run stands soon after the last one in both texts.
  private func continues(_ run: Run) -> Bool {
    guard let last = chains.last?.last else { return false }
    return 0...Self.gap ~= run.first - last.first - last.length
      && 0...Self.gap ~= run.second - last.second - last.length
  }

  /// Where the runs of a text stand.
  private struct Index {
    /// The first place of each run that may be free.
    private var first: [UInt64: Int32] = [:]
    /// For each run the next place where the same one stands; -1 for the last.
    private var next: [Int32] = []

    init(_ words: [UInt64]) {
      let hashes = Hash.runs(of: RunAlignment.runLength, in: words)
      first.reserveCapacity(hashes.count)
      next = Array(repeating: -1, count: hashes.count)
      for place in hashes.indices.reversed() {
        next[place] = first.updateValue(Int32(place), forKey: hashes[place]) ?? -1
      }
    }

    /// From the first free one on; those used before it are forgotten.
    mutating func places(of hash: UInt64, free isUsed: [Bool]) -> some Sequence<Int> {
      var place = first[hash] ?? -1
      if place >= 0, isUsed[Int(place)] {
        while place >= 0, isUsed[Int(place)] { place = next[Int(place)] }
        first[hash] = place
      }
      return sequence(first: place) { [next] in next[Int($0)] }.lazy.prefix { $0 >= 0 }.map(
        Int.init)
    }
  }
}
