import Testing

@testable import Quoth

struct FiguresTests {
  @Test(arguments: [
    (0.125, 2, "0.12"), (0.375, 2, "0.38"), (2.5, 0, "2"), (3.5, 0, "4"), (1.005, 2, "1.00"),
    (0.285, 2, "0.28"), (66.65, 1, "66.7"), (66.55, 1, "66.5"), (100, 2, "100.00"), (0, 1, "0.0"),
    (-0.26, 1, "-0.3"), (-0.01, 1, "0.0"), (0.07, 2, "0.07"), (99.995, 2, "100.00"),
  ])
  func `numbers are rounded from their exact value`(value: Double, decimals: Int, shown: String) {
    #expect(Decimal.fixed(value, decimals: decimals) == shown)
  }

  @Test func `sure predictions that come true have no calibration error`() {
    let right = Calibration.Outcome(confidence: 1, isRight: true)
    let wrong = Calibration.Outcome(confidence: 0, isRight: false)
    #expect(Calibration.expectedError([right, wrong]) == 0)
    #expect(Calibration.expectedError([]) == 0)
  }

  @Test func `the calibration error weighs each bin by its predictions`() {
    // Bin 0.9–1: three at 0.9, one wrong: |0.9 − 2/3| · 3/4. Bin 0.2–0.3: one at 0.25, right: 0.75 · 1/4.
    let outcomes =
      [true, true, false].map { Calibration.Outcome(confidence: 0.95, isRight: $0) }
      + [Calibration.Outcome(confidence: 0.25, isRight: true)]
    let expected = (0.95 - 2.0 / 3) * 0.75 + 0.75 * 0.25
    #expect(abs(Calibration.expectedError(outcomes) - expected) < 1e-12)
  }

  @Test func `confidence in one bin may err both ways and cancel, in two it may not`() {
    let one = [(0.5, true), (0.55, false)].map { Calibration.Outcome(confidence: $0, isRight: $1) }
    #expect(abs(Calibration.expectedError(one) - 0.025) < 1e-12)
    let two = [(0.4, true), (0.6, false)].map { Calibration.Outcome(confidence: $0, isRight: $1) }
    #expect(abs(Calibration.expectedError(two) - 0.6) < 1e-12)
  }

  @Test func `a confidence that is no probability is bounded`() {
    let odd = [Double.nan, .infinity, -3].map { Calibration.Outcome(confidence: $0, isRight: true) }
    #expect(abs(Calibration.expectedError(odd) - 2.0 / 3) < 1e-12)
  }

  @Test func `floors are read by group, a bare number being a group of one`() throws {
    let floors = try Floors(
      json: Array(
        #" {"attribution": {"attributed": 70.0, "direct":88}, "phenomena": 3e1, "x":{} } "#.utf8))
    #expect(floors["attribution", "attributed"] == 70)
    #expect(floors["attribution", "direct"] == 88)
    #expect(floors["phenomena", "phenomena"] == 30)
    #expect(floors["attribution", "mixed"] == nil)
    #expect(floors["text", "tokens"] == nil)
  }

  @Test(arguments: [
    "", "{", "[]", #"{"a"}"#, #"{"a":}"#, #"{"a": "70"}"#, #"{"a": 1,}"#, #"{"a": 1} x"#,
    #"{"a": {"b": {"c": 1}}}"#, #"{"a": 1-}"#, #"{"a": null}"#, #"{"a\n": 1}"#, #"{"a": 1"#, "{\"a",
  ])
  func `floors that are not of that shape are refused`(json: String) {
    #expect(throws: EvaluationError.self) { try Floors(json: Array(json.utf8)) }
  }

  @Test func `a figure under its floor, or a floor without figure, is broken`() throws {
    let floors = try Floors(
      json: Array(#"{"text": {"tokens": 99, "sentences": 93, "gone": 1}}"#.utf8))
    let checks = floors.check(
      "text", [Figure("sentences", 92.999), Figure("tokens", 99), Figure("speed", 0)])
    #expect(checks.map(\.name) == ["sentences", "tokens", "speed", "gone"])
    #expect(checks.map(\.isBroken) == [true, false, false, true])
    #expect(checks.map(\.floor) == [93, 99, nil, 1])
  }

  @Test func `an error has a floor that it may not go above`() throws {
    let floors = try Floors(json: Array(#"{"certainty": {"value error": 0.5}}"#.utf8))
    for (value, isBroken) in [(0.4, false), (0.5, false), (0.6, true), (.nan, true)] {
      let checks = floors.check("certainty", [Figure("value error", value, isCost: true)])
      #expect(checks.map(\.isBroken) == [isBroken])
    }
  }

  @Test func `classes are counted by the share that is right and by the mean of their F1`() {
    var counts = ClassCounts<String>()
    for (found, gold) in [("a", "a"), ("a", "a"), ("a", "b"), ("c", "b"), (nil, "b")] {
      counts.add(found: found, gold: gold)
    }
    #expect(counts.accuracy == 0.4)
    // a: 2 · 2 / (3 + 2); b: 0; c is not in gold.
    #expect(abs(counts.macroF1 - 0.4) < 1e-12)
  }
}
