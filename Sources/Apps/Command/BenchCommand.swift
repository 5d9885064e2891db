import Quoth
import QuothEngine
import QuothReport
import QuothSystem
import QuothText
import QuothView

/// `quoth bench`: words a second of processor time, in all and by step, on one thread.
struct BenchCommand: Sendable {
  let arguments: Arguments
  let console: Console

  private static let defaultPasses = 3

  /// Seconds of processor time of one pass, by step.
  private struct Pass {
    var report = 0.0
    var text = 0.0
    var annotation = 0.0
    var view = 0.0

    var all: Double { report + text + annotation + view }
  }

  func run() throws -> Int32 {
    let source = DocumentSource.program(published: nil)
    let documents = try Inputs(arguments.operands).all.map { try source.document(try $0.get()) }
    let reader = try Reader.make(arguments)
    var words = 0
    var passes: [Pass] = []
    var running = ""
    for _ in 0..<(arguments.count("passes") ?? Self.defaultPasses) {
      words = 0
      var pass = Pass()
      for document in documents {
        var clock = Machine.processorSeconds
        func lap() -> Double {
          let now = Machine.processorSeconds
          defer { clock = now }
          return now - clock
        }
        let report = try reader.report(document)
        pass.report += lap()
        let text = Text(report)
        let textTime = lap()
        pass.text += textTime
        let reading = try reader.read(report)
        pass.annotation += lap() - textTime
        words += Record(reading).json.isEmpty ? 0 : Self.words(in: text.report)
        pass.view += lap()
        if passes.isEmpty { running += report.text + "\n" }
      }
      passes.append(pass)
    }
    guard let best = passes.min(by: { $0.all < $1.all }), words > 0 else { return 1 }
    try write(
      best, words: words, reports: documents.count, kernels: reader.model.description,
      tokens: TextBenchmark(running).megabytesPerSecond)
    return 0
  }

  private func write(
    _ pass: Pass, words: Int, reports: Int, kernels: String, tokens: Double
  ) throws {
    let steps = [
      ("report", pass.report), ("text", pass.text), ("annotation", pass.annotation),
      ("view", pass.view), ("all", pass.all),
    ]
    func rate(_ seconds: Double) -> Int { Int(Double(words) / max(seconds, 1e-9)) }
    if arguments.has("json") {
      var json = JSONWriter()
      json.object { json in
        json.member("reports", reports)
        json.member("words", words)
        json.member("kernels", kernels)
        json.member("peak_memory", Machine.peakMemory)
        json.member("tokens_alone", tokens)
        json.key("words_a_second")
        json.object { json in for (name, seconds) in steps { json.member(name, rate(seconds)) } }
      }
      try console.write(json.text + "\n")
      return
    }
    var text = "\(reports) reports, \(words) words · \(kernels)\n"
    text += "words a second of processor time, one thread, fastest pass\n"
    for (name, seconds) in steps {
      let figure = String(rate(seconds))
      text += "  \(name)" + String(repeating: " ", count: max(24 - name.count - figure.count, 1))
      text += "\(figure)\n"
    }
    text += "tokens alone \(Int(tokens.rounded())) MB a second\n"
    text += "peak memory \(Machine.peakMemory / 1_000_000) MB\n"
    try console.write(text)
  }

  /// Words between white space in the passages of a report.
  private static func words(in report: Report) -> Int {
    var count = 0
    let bytes = Array(report.text.utf8)
    for block in report.blocks {
      var isInside = false
      for byte in bytes[block.span.range] {
        let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
        if !isBlank, !isInside { count += 1 }
        isInside = !isBlank
      }
    }
    return count
  }
}
