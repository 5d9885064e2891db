import QuothAnnotation
import QuothStatement
import QuothSyntax

extension NamesEvaluation: ReadingMeasure {
  /// Of the names that the head finds; then `record names`, of the names of the record's entities.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    let found = readings.map { reading in
      reading.syntax.names.map { Mention($0, in: reading) }
    }
    let kept = readings.map { reading in
      reading.reading.entities.flatMap { entity in
        entity.mentions.compactMap { Mention($0, of: entity.type) }
      }
    }
    return score(found).figures + [Figure("record names", 100 * score(kept).all.f1)]
  }
}

extension NamesEvaluation.Mention {
  fileprivate init(_ name: Name, in reading: MeasuredReading) {
    let kind: NamesEvaluation.Kind =
      switch name.kind {
      case .person: .person
      case .organisation: .organisation
      case .state, .place: .place
      case .group, .product, .other, .adjective: .other
      }
    self.init(span: reading.words.span(name.tokens), kind: kind, confidence: name.confidence)
  }
}
