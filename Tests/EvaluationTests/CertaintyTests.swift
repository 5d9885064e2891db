import Foundation
import QuothReport
import Testing

@testable import Quoth

@Suite struct FactualityClassTests {
  @Test(arguments: [
    (3, "CT+"), (2.5, "CT+"), (2.4, "PR+"), (1.5, "PR+"), (1.4, "PS+"), (0.5, "PS+"), (0.4, "Uu"),
    (0, "Uu"), (-0.4, "Uu"), (-0.5, "PS-"), (-1.5, "PR-"), (-2.4, "PR-"), (-2.5, "CT-"),
    (9, "CT+"), (-9, "CT-"), (.nan, "Uu"),
  ])
  func `a value has the nearest class`(value: Double, name: String) {
    #expect(FactualityClass(value: value).rawValue == name)
  }

  @Test func `the value of a class has that class`() {
    for each in FactualityClass.allCases { #expect(FactualityClass(value: each.value) == each) }
  }
}

@Suite struct CertaintyAgreementTests {
  private func agreement(_ pairs: [(found: Double, gold: Double)]) -> CertaintyAgreement {
    pairs.reduce(into: CertaintyAgreement()) { $0.add(found: $1.found, gold: $1.gold) }
  }

  @Test func `gold against itself agrees in everything`() {
    let same = agreement([3, 2, 0, -1, -3].map { ($0, $0) })
    #expect(abs(same.correlation - 1) < 1e-12)
    #expect(same.meanAbsoluteError == 0)
    #expect(same.macroF1 == 1)
    #expect(same.polarityAccuracy == 1)
  }

  @Test func `figures are those worked out by hand`() {
    // Gold 3, 1, -2; found 3, 2, 0. Means 2/3 and 5/3; r = 23/3 / √(38/3 · 14/3).
    let some = agreement([(3, 3), (2, 1), (0, -2)])
    #expect(abs(some.correlation - 23.0 / 3 / (38.0 / 3 * 14 / 3).squareRoot()) < 1e-12)
    #expect(abs(some.meanAbsoluteError - 1) < 1e-12)
    // Gold has CT+ (right), PS+ and PR- (both missed).
    #expect(abs(some.macroF1 - 1.0 / 3) < 1e-12)
    #expect(abs(some.polarityAccuracy - 2.0 / 3) < 1e-12)
  }

  @Test func `what gold leaves open has no polarity, and what never varies no correlation`() {
    let open = agreement([(3, 0.2), (3, -0.4), (3, 3)])
    #expect(open.polarityAccuracy == 1)
    #expect(open.correlation == 0)
    #expect(CertaintyAgreement().figures(of: "x").map(\.value) == [0, 0, 0, 0])
  }
}

@Suite struct CertaintyEvaluationTests {
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "quoth-\(UUID().uuidString)")

  private func evaluation(_ lines: String) throws -> CertaintyEvaluation {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "UW"), withIntermediateDirectories: true)
    try Data(lines.utf8).write(to: folder.appending(path: "UW/dev.jsonl"))
    return try CertaintyEvaluation(folder: folder.path, part: MeasuredPart(split: "UW/dev/*"))
  }

  @Test func `an event takes what overlaps it most, and 3 where nothing does`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation(
      #"{"text": "Ruiz did n't say ships left .", "targets": [{"span1": [3, 4], "label": -3.0}, "#
        + #"{"span1": [5, 6], "label": 1.0}]}"# + "\n")
    #expect(evaluation.articles.map(\.text) == ["Ruiz didn't say ships left."])
    #expect(
      evaluation.targets(ofArticle: 0) == [Span(start: 12, end: 15), Span(start: 22, end: 26)])
    let score = evaluation.score([
      [
        .init(span: Span(start: 0, end: 13), value: 3),
        .init(span: Span(start: 12, end: 15), value: -2, certainty: .certainlyNot),
      ]
    ])
    #expect(score.covered.value == 1)
    #expect(abs(score.value.meanAbsoluteError - (1.0 + 2.0) / 2) < 1e-12)
    #expect(abs(score.record.meanAbsoluteError - (0.0 + 2.0) / 2) < 1e-12)
    #expect(score.figures.map(\.name).first == "value r")
    #expect(score.figures.map(\.isCost) == [false, true, false, false, false, true, false, false])
  }

  @Test func `figures stand only for what was predicted`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let evaluation = try evaluation(
      #"{"text": "Ships left", "targets": [{"span1": [1, 2], "label": 3.0}]}"#)
    #expect(evaluation.score([[]]).figures.isEmpty)
    let span = Span(start: 6, end: 10)
    #expect(evaluation.score([[.init(span: span, certainty: .certain)]]).figures.count == 4)
    let stated = evaluation.score([[.init(span: span, certainty: .certain, confidence: 0.75)]])
    #expect(stated.figures.last == Figure("record calibration error", 25, isCost: true))
  }

  @Test func `a target outside its sentence is refused`() throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: EvaluationError.self) {
      try evaluation(#"{"text": "Ships left", "targets": [{"span1": [1, 3], "label": 3.0}]}"#)
    }
  }
}
