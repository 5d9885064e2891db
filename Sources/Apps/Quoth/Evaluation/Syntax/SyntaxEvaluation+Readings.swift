extension SyntaxEvaluation: ReadingMeasure {
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    score(readings.map { SyntaxReading($0) }).figures
  }
}
