import QuothAnnotation
import QuothReport

/// A name in the text before it is known which entity it belongs to.
struct FoundName: Hashable {
  var tokens: Range<Int>
  var span: Span
  /// `nil` while it may be anything.
  var type: Entity.Kind?
  /// What the lexicon says, one sense chosen.
  var sense: Actor.Sense?
  var isMetonym = false

  var isAdjective: Bool { sense?.form == .adjective }
}
