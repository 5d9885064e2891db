import QuothAnnotation
import QuothStatement
import QuothSyntax

extension CoreferenceEvaluation: ReadingMeasure {
  /// Of the chains that the head finds; then `record …`, of the record's entities.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    let chains = readings.map { reading in
      reading.chains.map { $0.mentions.map { reading.words.span($0.tokens) } }
    }
    let entities = readings.map { $0.reading.entities.map { $0.mentions.map(\.span) } }
    return score(chains).figures + score(entities).figures.named("record")
  }
}
