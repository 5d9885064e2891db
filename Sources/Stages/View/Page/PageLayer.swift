import QuothAnnotation
import QuothReport
import QuothStatement

/// What can be switched on over the words of a page, beside attributions.
enum PageLayer: Int, CaseIterable, Sendable {
  case statement, entity, place, time, event

  /// The letter of its ids and of its class.
  var letter: StaticString {
    switch self {
    case .statement: "t"
    case .entity: "e"
    case .place: "l"
    case .time: "x"
    case .event: "v"
    }
  }

  var title: String {
    switch self {
    case .statement: "Statements"
    case .entity: "Entities"
    case .place: "Places"
    case .time: "Times"
    case .event: "Events"
    }
  }
}

/// Words of one record of a layer.
struct PageRecord: Hashable, Sendable {
  var layer: PageLayer
  /// The record's index in its list.
  var number: Int
  var span: Span
  /// What is said of it over the words.
  var label: String
  /// Whether these are its first words: those that a link to the record leads to.
  var isFirst: Bool
  /// Whether its label stands behind these words.
  var isLast: Bool
}
