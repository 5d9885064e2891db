/// What an actor has to do with a statement.
enum StatementPart: Int {
  /// Holds it.
  case holder = 0
  /// Passes it on: stands in its chain before the holder.
  case messenger = 1
  /// Is spoken of.
  case subject = 2
}
