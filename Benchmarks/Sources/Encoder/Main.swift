import Glibc
import QuothEngine

/// Prints subwords per CPU-second of each way to run the encoder and its heads.
///
///     swift run -c release encoder ../Models/english
///
/// Each figure is the best of five runs on one thread; the ways take turns, so that a busy machine
/// disturbs all alike.
@main
struct EncoderBenchmark {
  static let lengths = [128, 192, 256]
  static let runs = 5

  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      print("usage: encoder MODEL-FOLDER")
      exit(2)
    }
    let all: [(Model.Options.Engine, Model.Options.Precision)] = [
      (.library, .int8), (.library, .f32), (.plain, .f32), (.plain, .int8),
    ]
    let ways = CommandLine.arguments.contains("--all") ? all : Array(all.prefix(2))
    let models = try ways.map { engine, precision in
      let start = processorTime()
      let model = try Model(folder: folder, options: .init(engine: engine, precision: precision))
      let opened = processorTime() - start
      print("\(model.description): opened in \(Int(opened * 1000)) ms of CPU")
      return model
    }
    for length in lengths {
      var best = [Double](repeating: 0, count: models.count)
      for _ in 0..<runs {
        for (number, model) in models.enumerated() {
          let windows = Self.windows(for: model, length: length)
          let start = processorTime()
          _ = try model.scores(windows)
          let rate = Double(windows.count * length) / (processorTime() - start)
          best[number] = max(best[number], rate)
        }
      }
      for (model, rate) in zip(models, best) {
        print("windows of \(length): \(Int(rate)) subwords/s, \(model.description)")
      }
    }
  }

  /// About 2,048 subwords in windows of one length, pieces drawn by a fixed rule.
  static func windows(for model: Model, length: Int) -> [Window] {
    var state: UInt64 = 1
    func next(below limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    return (0..<max(1, 2048 / length)).map { _ in
      Window(
        ids: (0..<length).map { _ in Int32(next(below: model.vocabulary.count)) },
        features: model.manifest.features.map { feature in
          (0..<length).map { _ in UInt8(next(below: feature.classes)) }
        })
    }
  }

  /// CPU time of this process in seconds.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
