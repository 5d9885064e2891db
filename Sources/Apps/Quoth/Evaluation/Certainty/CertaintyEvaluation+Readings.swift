import QuothReport
import QuothStatement
import QuothSyntax
import QuothText

extension CertaintyEvaluation: ReadingMeasure {
  /// The head is asked about every word; the record speaks of the words that its statements rest on.
  public func figures(of readings: [MeasuredReading]) -> [Figure] {
    score(
      readings.map { reading in
        var events: [Span: QuothStatement.Event] = [:]
        for event in reading.reading.events { events[event.trigger] = event }
        return zip(reading.words.text.tokens, reading.certainty).map { token, value in
          let event = events[token.span]
          return Event(
            span: token.span, value: value.map(Double.init),
            certainty: event.flatMap(reading.reading.certainty),
            confidence: event.flatMap(reading.reading.statement)?.confidence)
        }
      }
    ).figures
  }
}
