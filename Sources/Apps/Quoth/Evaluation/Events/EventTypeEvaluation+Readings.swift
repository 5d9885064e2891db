import QuothStatement
import QuothSyntax

extension EventTypeEvaluation: ReadingMeasure {
  /// Of the record's events; then `head …`, of what the head finds.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    score(readings.map(\.typedEvents)).figures
      + score(readings.map(\.typedEventsOfHead)).figures.named("head")
  }
}

extension EventFreeEvaluation: ReadingMeasure {
  /// Of the record's events; then `head …`, of what the head finds.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    score(readings.map { $0.typedEvents.map(\.trigger) }).figures
      + score(readings.map { $0.typedEventsOfHead.map(\.trigger) }).figures.named("head")
  }
}

extension MeasuredReading {
  /// The record's events that have a type.
  fileprivate var typedEvents: [TypedEvent] {
    reading.events.filter { $0.type != nil }.map { event in
      TypedEvent(
        trigger: event.trigger, type: event.type?.rawValue,
        actors: heads(ofEntities: event.actors, beside: event.trigger),
        recipients: heads(ofEntities: event.recipients, beside: event.trigger),
        confidence: event.confidence)
    }
  }

  fileprivate var typedEventsOfHead: [TypedEvent] {
    events.map { event in
      TypedEvent(
        trigger: span(ofToken: event.trigger), type: event.type.rawValue,
        actors: [event.actor].compactMap { $0.map(span) },
        recipients: [event.recipient].compactMap { $0.map(span) }, confidence: event.confidence)
    }
  }
}
