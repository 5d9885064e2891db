/// One rule of the grammar: which words, what they mean, where they do not.
struct TimeRule: Sendable {
  /// Its line in the file.
  var line: Int
  var pattern: String
  var meaning: Meaning
  /// What the token before or after must be, or must not be; empty sets ask nothing.
  var guards: [Guard] = []
  var examples: [Example] = []

  /// What an expression says about the calendar.
  struct Meaning: Sendable {
    var kind: Kind
    /// What the rule itself adds to what its pattern captured.
    var constants: [Capture]

    enum Kind: String, Sendable, CaseIterable {
      /// A date by its parts: month, weekday, quarter, …
      case date
      /// The unit that the day of publication lies in, or one before or after: *last month*.
      case period
      /// So many units before or after publication or a time spoken of: *two days earlier*.
      case shift
      /// The unit spoken of last: *that year*.
      case mentioned
      case duration
      case set
      /// The value as it stands: `PRESENT_REF`.
      case reference
    }
  }

  struct Guard: Sendable {
    var place: Place
    var isWanted: Bool
    var symbols: Set<Symbol>
    /// Whether the edge of the sentence is among them.
    var holdsEdge: Bool

    enum Place: String, Sendable { case before, after }
  }

  /// A sentence with what is to be read in it, as the file gives it.
  struct Example: Sendable {
    var line: Int
    /// With square brackets around each expression.
    var marked: String
    /// Type, value and modifier of each.
    var readings: [String]
  }
}

/// A part of an expression: which, and its value.
struct Capture: Sendable {
  var slot: Slot
  /// The value as the grammar writes it; a number is empty here.
  var word = ""
  /// Not a number where it is vague or a word.
  var number = Double.nan

  /// The parts that a pattern can capture and a meaning can set.
  enum Slot: String, CaseIterable, Sendable {
    case year, month, day, weekday, quarter, half, season, holiday, decade, century
    /// *last*, *this*, *next* of the expression, and of its year: *June last year*.
    case which, whichYear = "which-year"
    /// Time of day: its part, minutes since midnight, *p.m.*
    case part, clock, meridian
    case calendarDay
    /// How many, a second number after it (*two or three*), and of what.
    case n, m, unit
    /// 1 for later, -1 for earlier.
    case sign
    /// From when a shift counts: `now` or `then`.
    case from
    /// Whether a duration lies before or after publication: `past`, `next`.
    case span
    case mod, value
    /// Whether a year is not one of the calendar: *fiscal 1990*.
    case fiscal
  }
}
