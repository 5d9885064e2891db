import QuothSystem

/// How far a long run is, on one line of a terminal: `12 of 400 · 38 a second · 10 s left`.
///
/// Silent for a single input, and where standard error is no terminal.
struct Progress {
  private let total: Int
  private let isShown: Bool
  private let start = Machine.seconds
  private var done = 0
  private var lastDrawn = 0.0

  private static let interval = 0.1

  init(total: Int) {
    self.total = total
    isShown = total > 1 && StandardStream.error.isTerminal
  }

  mutating func advance() {
    done += 1
    let now = Machine.seconds
    guard isShown, now - lastDrawn >= Self.interval, done < total else { return }
    lastDrawn = now
    let rate = Double(done) / max(now - start, 1e-9)
    let left = Int((Double(total - done) / rate).rounded(.up))
    let time = left < 120 ? "\(left) s" : "\((left + 59) / 60) min"
    let shownRate = rate < 10 ? Double(Int(rate * 10)) / 10 : rate.rounded()
    let figure = rate < 10 ? "\(shownRate)" : "\(Int(shownRate))"
    try? StandardStream.error.write(
      "\r\u{1B}[K\(done) of \(total) · \(figure) a second · \(time) left")
  }

  /// Takes the line away, before something else is written.
  func clear() {
    guard isShown else { return }
    try? StandardStream.error.write("\r\u{1B}[K")
  }
}
