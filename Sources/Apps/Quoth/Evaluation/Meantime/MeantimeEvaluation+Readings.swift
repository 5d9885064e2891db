import QuothAnnotation
import QuothStatement
import QuothTime

extension MeantimeEvaluation: ReadingMeasure {
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    score(readings.map { Prediction($0) }).figures
  }
}

extension MeantimeEvaluation.Prediction {
  /// The record's events of any type, times and entities.
  fileprivate init(_ reading: MeasuredReading) {
    let record = reading.reading
    self.init(
      events: record.events.map { event in
        func participants(
          _ entities: [Entity.ID], _ role: MeantimeEvaluation.Role
        ) -> [MeantimeEvaluation.Participant] {
          reading.heads(ofEntities: entities, beside: event.trigger).map {
            .init(head: $0, role: role)
          }
        }
        return MeantimeEvaluation.Event(
          trigger: event.trigger, certainty: record.certainty(of: event),
          participants: participants(event.actors, .actor)
            + participants(event.recipients, .recipient))
      },
      times: record.times.map { .init(span: $0.span, value: $0.value) },
      entities: record.entities.map { $0.mentions.map(\.span) })
  }
}
