import Foundation
import Testing

@testable import QuothAnnotation
@testable import QuothSyntax
import QuothReport

/// The Swift code and its twins in Tools/training give the same answers; the files are written by
/// `python3 -m quoth_training.parity`.
@Suite struct `Parity with training` {
  private struct Line: Decodable {
    var text: String
    var states: String
  }

  @Test func `quotation states are those training saw`() throws {
    for line in try stored("quotations.json", [Line].self) {
      let states = QuotationState.states(of: Array(line.text.utf8)[...])
      var spelled = ""
      var byte = 0
      for scalar in line.text.unicodeScalars {
        spelled += String(states[byte].rawValue)
        byte += UTF8.width(scalar)
      }
      #expect(spelled == line.states, "\(line.text)")
      #expect(byte == states.count)
    }
  }

  private struct Word: Decodable {
    var text: String
    var `case`: String
  }

  @Test func `letter cases are those training saw`() throws {
    for word in try stored("cases.json", [Word].self) {
      let passage = Passage(word.text)
      let letterCase = LetterCase(passage, Span(start: 0, end: passage.bytes.count))
      #expect("\(letterCase)" == word.case, "\(word.text)")
    }
  }

  private struct Decoded: Decodable {
    struct Found: Decodable {
      var source: [[Int]]
      var cue: [[Int]]
      var content: [[Int]]
      var confidence: Double
    }

    var units: Int
    var seed: UInt64
    var found: [Found]
  }

  @Test func `random scores are decoded into the same attributions`() throws {
    for expected in try stored("decoding.json", [Decoded].self) {
      var numbers = Numbers(state: expected.seed)
      let tags = AttributionWeights.Tag.allCases.count
      let emissions = numbers.take(expected.units * tags)
      let links = numbers.take(expected.units * AttributionWeights.linkOutputs)
      var tables: [String: [Float]] = [:]
      for (name, count) in [
        ("transitions", tags * tags), ("start", tags), ("end", tags),
        ("content.distance", DistanceBucket.count),
        ("content.step", AttributionWeights.stepBuckets),
        ("source.distance", DistanceBucket.count),
        ("source.step", AttributionWeights.stepBuckets), ("reach", 4),
      ] {
        let drawn = numbers.take(count)
        tables["attribution." + name] = name == "reach" ? drawn.map(abs) : drawn
      }
      let weights = try #require(AttributionWeights { tables[$0] })
      let confidence = try #require(Confidence(numbers.take(4)))
      let found = AttributionDecoder(weights: weights).decode(
        emissions: emissions, links: links, paragraphs: (0..<expected.units).map { $0 / 23 },
        sections: Array(repeating: 0, count: expected.units))
      try #require(found.count == expected.found.count)
      for (one, other) in zip(found, expected.found) {
        #expect([one.cue] == other.cue.map { $0[0]..<$0[1] })
        #expect((one.source.map { [$0] } ?? []) == other.source.map { $0[0]..<$0[1] })
        #expect(one.content == other.content.map { $0[0]..<$0[1] })
        #expect(abs(confidence.probability(one.evidence) - other.confidence) < 1e-3)
      }
    }
  }

  private func stored<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Parity")
    return try JSONDecoder().decode(type, from: Data(contentsOf: folder.appending(path: name)))
  }

  /// Knuth's MMIX generator, as `parity.py` draws from it.
  private struct Numbers {
    var state: UInt64

    mutating func take(_ count: Int) -> [Float] {
      (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Float(Int((state >> 40) % 2001) - 1000) / 250
      }
    }
  }
}
