import QuothSystem

/// How far a long run is, on one line of a terminal: `12 of 400 · 38 a second · 10 s left`, or `12 · 38 a second`
/// where nobody knows how many there are.
///
/// Silent for a single input, and where standard error is no terminal.
struct Progress {
  private let total: Int?
  private let isShown: Bool
  private let start = Machine.seconds
  private var done = 0
  private var lastDrawn = 0.0

  private static let interval = 0.1

  /// - Parameter total: nil where it is not known.
  init(total: Int?) {
    self.total = total
    isShown = total != 1 && StandardStream.error.isTerminal
  }

  mutating func advance() {
    done += 1
    let now = Machine.seconds
    guard isShown, now - lastDrawn >= Self.interval, done != total else { return }
    lastDrawn = now
    let rate = Double(done) / max(now - start, 1e-9)
    let shownRate = rate < 10 ? Double(Int(rate * 10)) / 10 : rate.rounded()
    let figure = rate < 10 ? "\(shownRate)" : "\(Int(shownRate))"
    var parts = [total.map { "\(done) of \($0)" } ?? "\(done)", "\(figure) a second"]
    // An input may hold many reports.
    if let total, total > done {
      let left = Int((Double(total - done) / rate).rounded(.up))
      parts.append(left < 120 ? "\(left) s left" : "\((left + 59) / 60) min left")
    }
    try? StandardStream.error.write("\r\u{1B}[K" + parts.joined(separator: " · "))
  }

  /// Takes the line away, before something else is written.
  func clear() {
    guard isShown else { return }
    try? StandardStream.error.write("\r\u{1B}[K")
  }
}
