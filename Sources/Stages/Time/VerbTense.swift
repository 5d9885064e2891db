/// When what a verb tells lies, seen from the day of publication.
public enum VerbTense: String, Sendable, Hashable {
  case past, future
}
