public import QuothStatement

/// The four classes that PLOVER puts its types in.
public enum EventClass: String, Sendable, Hashable, CaseIterable {
  case verbalCooperation = "verbal cooperation"
  case materialCooperation = "material cooperation"
  case verbalConflict = "verbal conflict"
  case materialConflict = "material conflict"

  public init(_ type: EventType) {
    switch type {
    case .agree, .consult, .support, .concede: self = .verbalCooperation
    case .cooperate, .aid, .retreat: self = .materialCooperation
    case .request, .accuse, .reject, .threaten: self = .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: self = .materialConflict
    }
  }
}
