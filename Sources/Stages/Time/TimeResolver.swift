/// Says which time an expression means, seen from the day of publication and from the times that the
/// report spoke of before.
struct TimeResolver {
  /// The day of publication, or of the dateline; `nil` when the report states none.
  let today: CalendarDay?
  /// Periods spoken of so far.
  private var mentions: [Mention] = []

  struct Mention {
    var period: Period
    var sentence: Int
    /// Whether it is only what another one is compared with: *a year earlier*.
    var isCompared: Bool
  }

  /// What an expression means.
  struct Meant {
    var type: TimeExpression.Kind
    var value: String
    var begin: CalendarDay?
    var end: CalendarDay?
    var basis = Time.Basis.text
    /// What later expressions can refer to.
    var period: Period?

    init(
      _ type: TimeExpression.Kind, _ value: String, begin: CalendarDay? = nil,
      end: CalendarDay? = nil, basis: Time.Basis = .text
    ) {
      self.type = type
      self.value = value
      self.begin = begin
      self.end = end
      self.basis = basis
    }

    init(_ period: Period, basis: Time.Basis = .text) {
      self.init(.date, period.value, begin: period.first, end: period.last, basis: basis)
      self.period = period
    }
  }

  init(today: CalendarDay?) { self.today = today }

  /// The time that a rule and its parts mean; `nil` when they name none, such as 30 February.
  ///
  /// - Parameters:
  ///   - sentence: where the expression stands, to tell what was spoken of just before.
  ///   - tense: asked only where it decides.
  mutating func meant(
    by rule: TimeRule, _ parts: TimeParts, in sentence: Int, tense: () -> VerbTense?
  ) -> Meant? {
    let meant: Meant? =
      switch rule.meaning.kind {
      case .date: date(parts, sentence, tense)
      case .period: period(parts, sentence, tense)
      case .shift: shift(parts, sentence)
      case .mentioned: mentioned(parts, sentence, tense).flatMap { atTime(parts, on: $0) }
      case .duration: duration(parts)
      case .set: set(parts)
      case .reference: Meant(.date, parts.word(.value) ?? "")
      }
    if let period = meant?.period {
      let isCompared = rule.meaning.kind == .shift && meant?.basis == .inferred
      mentions.append(Mention(period: period, sentence: sentence, isCompared: isCompared))
    }
    return meant
  }

  // MARK: Dates

  private func date(_ parts: TimeParts, _ sentence: Int, _ tense: () -> VerbTense?) -> Meant? {
    if let meant = calendar(parts, tense) { return atTime(parts, on: meant) }
    let isTimeOfDay = parts[.part] != nil || parts[.clock] != nil
    return isTimeOfDay ? time(parts, on: spokenDay(sentence)) : nil
  }

  private func calendar(_ parts: TimeParts, _ tense: () -> VerbTense?) -> Meant? {
    let year = year(parts)
    if let number = parts.number(.calendarDay) {
      return Meant(Period(.day, number: number))
    }
    if let code = parts.word(.holiday) {
      guard let holiday = Holiday(code) else { return nil }
      return inYear(year, parts, unknown: holiday.unknown, tense: { nil }) { year in
        holiday.day(in: year).map { Period(.day, containing: $0) }
      }
    }
    if let month = parts.number(.month) {
      return self.month(month, year, parts, tense)
    }
    if let weekday = parts.number(.weekday) {
      return self.weekday(weekday, parts, from: today, tense)
    }
    for (slot, grain) in [
      (Capture.Slot.quarter, Grain.quarter), (.half, .half), (.season, .season),
    ] {
      guard let part = parts.number(slot) else { continue }
      guard (1...grain.inYear).contains(part) else { return nil }
      let unknown =
        grain == .season
        ? "XXXX-" + ["SP", "SU", "FA", "WI"][part - 1] : "XXXX-\(grain.rawValue)\(part)"
      return inYear(year, parts, unknown: unknown, tense: tense) {
        Period(grain, part - 1, of: $0)
      }
    }
    if let decade = parts.number(.decade) { return Meant(Period(.decade, number: decade)) }
    if let century = parts.number(.century) {
      return Meant(Period(.century, number: century - 1))
    }
    guard let year else { return nil }
    let period = Period(.year, number: year)
    var meant = Meant(period)
    if parts[.fiscal] != nil { (meant.begin, meant.end) = (nil, nil) }
    return meant
  }

  private func year(_ parts: TimeParts) -> Int? {
    if let year = parts.number(.year) { return year }
    guard let which = parts.number(.whichYear), let today else { return nil }
    return today.year + which
  }

  private func month(
    _ month: Int, _ year: Int?, _ parts: TimeParts, _ tense: () -> VerbTense?
  ) -> Meant? {
    let day = parts.number(.day)
    let unknown =
      "XXXX-" + CalendarDay.padded(month) + (day.map { "-" + CalendarDay.padded($0) } ?? "")
    return inYear(year, parts, unknown: unknown, tense: tense) { year in
      guard let day else { return Period(.month, month - 1, of: year) }
      return CalendarDay(year: year, month: month, day: day).map { Period(.day, containing: $0) }
    }
  }

  /// Those of some days that fall on the weekday which stands beside the date, or all when none does.
  private func agreeing(_ days: [Period], _ parts: TimeParts) -> [Period] {
    guard let weekday = parts.number(.weekday) else { return days }
    let agreeing = days.filter { $0.grain == .day && $0.first.weekday == weekday }
    return agreeing.isEmpty ? days : agreeing
  }

  /// A part of a year: in the year named, or in the one that which, tense or nearness show.
  private func inYear(
    _ year: Int?, _ parts: TimeParts, unknown: String, tense: () -> VerbTense?,
    _ part: (Int) -> Period?
  ) -> Meant? {
    if let year { return part(year).map { Meant($0) } }
    guard let today else { return Meant(.date, unknown) }
    let candidates = agreeing((-2...2).compactMap { part(today.year + $0) }, parts)
    guard let first = candidates.first else { return nil }
    let now = Period(first.grain, containing: today)
    if let which = parts.number(.which), which != 0 {
      return candidates.nearest(to: now, which < 0 ? .past : .future, isStrict: true).map {
        Meant($0)
      }
    }
    // Reports speak of quarters that are over, also where a verb looks ahead: *expects to report*.
    let isQuarter = first.grain == .quarter
    let tense = tense() ?? (isQuarter ? .past : nil)
    return candidates.likeliest(from: now, tense, pastWeight: isQuarter ? 1.8 : 4).map {
      Meant($0, basis: .inferred)
    }
  }

  /// A weekday is the last one up to publication, or the next one where the verb looks ahead.
  private func weekday(
    _ weekday: Int, _ parts: TimeParts, from today: CalendarDay?, _ tense: () -> VerbTense?
  ) -> Meant? {
    guard let today else { return Meant(.date, "XXXX-WXX-\(weekday)") }
    let now = Period(.day, containing: today)
    let inWeek = now.adding(weekday - today.weekday)
    let candidates = [inWeek.adding(-7), inWeek, inWeek.adding(7)]
    switch parts.number(.which) {
    case 0?: return Meant(inWeek)
    case let which?:
      return candidates.nearest(to: now, which < 0 ? .past : .future, isStrict: true).map {
        Meant($0)
      }
    case nil:
      return candidates.nearest(to: now, tense() ?? .past, isStrict: false).map {
        Meant($0, basis: .tense)
      }
    }
  }

  // MARK: Times of day

  /// The day spoken of in the same sentence, or that of publication.
  private func spokenDay(_ sentence: Int) -> Meant {
    if let mention = mentions.last, mention.sentence == sentence, mention.period.grain == .day {
      return Meant(mention.period)
    }
    return today.map { Meant(Period(.day, containing: $0)) } ?? Meant(.date, Grain.day.unknown)
  }

  /// A day, or the time of it that the parts name.
  private func atTime(_ parts: TimeParts, on day: Meant) -> Meant? {
    parts[.part] != nil || parts[.clock] != nil ? time(parts, on: day) : day
  }

  private func time(_ parts: TimeParts, on day: Meant) -> Meant? {
    guard day.period == nil || day.period?.grain == .day else { return day }
    var time = Meant(
      .time, day.value, begin: day.begin, end: day.end, basis: day.basis)
    time.period = day.period
    if let clock = minutes(parts) {
      time.value += "T" + CalendarDay.padded(clock / 60) + ":" + CalendarDay.padded(clock % 60)
    } else {
      time.value += "T" + (parts.word(.part) ?? "")
    }
    return time
  }

  /// Minutes since midnight.
  private func minutes(_ parts: TimeParts) -> Int? {
    guard let number = parts.number(.clock) else { return nil }
    // Hours alone are fewer than the minutes of any clock.
    let minutes = number <= 24 ? number * 60 : number
    switch parts.word(.meridian) {
    case "pm" where minutes < 12 * 60: return minutes + 12 * 60
    case "am" where minutes >= 12 * 60: return minutes - 12 * 60
    default: return minutes
    }
  }

  // MARK: Counted from publication

  /// *last month*, *this week*, *yesterday*.
  private func period(_ parts: TimeParts, _ sentence: Int, _ tense: () -> VerbTense?) -> Meant? {
    guard let grain = parts.grain else { return nil }
    guard let today else { return Meant(.date, grain.unknown) }
    var period = Period(grain, containing: today)
    if let which = parts.number(.which) {
      period = period.adding(which)
    } else if grain == .weekend, today.weekday < 6, tense() != .future {
      period = period.adding(-1)
    }
    return atTime(parts, on: Meant(period))
  }

  /// *two years ago*, *in three weeks*, *two days earlier*.
  private func shift(_ parts: TimeParts, _ sentence: Int) -> Meant? {
    guard let sign = parts.number(.sign), let unit = parts.word(.unit) else { return nil }
    let isFromThen = parts.word(.from) == "then"
    guard let count = parts[.n]?.number, count.isFinite, parts[.m] == nil else {
      return isFromThen ? duration(parts) : Meant(.date, sign < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    guard var grain = Grain(rawValue: unit) else { return duration(parts) }
    let isWhole = count == count.rounded()
    var steps = sign * Int(count)
    // A decade ago is ten years ago, not the decade before.
    if grain == .decade || grain == .century {
      steps *= grain == .decade ? 10 : 100
      grain = .year
    }
    if isFromThen {
      guard isWhole, let moved = reference(for: grain, sentence)?.moved(steps, grain) else {
        return duration(parts)
      }
      return Meant(moved, basis: .inferred)
    }
    // A year ago, where a quarter is reported on, is a year before the quarter.
    if grain == .year, count == 1, let quarter = reportedQuarter(sentence) {
      return Meant(quarter.adding(4 * steps), basis: .inferred)
    }
    guard let today else { return Meant(.date, grain.unknown) }
    if !isWhole, grain == .year {
      return Meant(Period(.month, containing: today).adding(Int(Double(sign) * count * 12)))
    }
    return Meant(Period(grain, containing: today).adding(steps))
  }

  /// What an expression such as *a year earlier* counts from: the last period spoken of, in the same
  /// sentence or the two before, that is no longer than the unit.
  private func reference(for grain: Grain, _ sentence: Int) -> Period? {
    guard let mention = mentions.last(where: { !$0.isCompared && $0.sentence >= sentence - 2 }),
      mention.period.count(in: grain) != nil
    else { return nil }
    return mention.period
  }

  /// The quarter that the sentences just before report on.
  private func reportedQuarter(_ sentence: Int) -> Period? {
    mentions.last {
      $0.period.grain == .quarter && !$0.isCompared && $0.sentence >= sentence - Self.memory
    }?.period
  }

  // MARK: Counted from what was spoken of

  /// *that year*, *the following month*, *the quarter*.
  private func mentioned(
    _ parts: TimeParts, _ sentence: Int, _ tense: () -> VerbTense?
  ) -> Meant? {
    if let weekday = parts.number(.weekday) {
      let day = mentions.last { !$0.isCompared && $0.sentence >= sentence - 1 }?.period
      return self.weekday(
        weekday, parts, from: day?.grain == .day ? day?.first : today, tense)
    }
    guard let grain = parts.grain else { return nil }
    let known = mentions.last {
      !$0.isCompared && $0.sentence >= sentence - Self.memory
        && ($0.period.grain == grain || grain != .quarter && $0.period.fits(in: grain))
    }
    let which = parts.number(.which) ?? 0
    if let known {
      return Meant(known.period.widened(to: grain).adding(which), basis: .inferred)
    }
    guard let today else { return Meant(.date, grain.unknown) }
    // The quarter that is reported on is over.
    let isReported = grain == .quarter && which == 0
    return Meant(
      Period(grain, containing: today).adding(isReported ? -1 : which), basis: .inferred)
  }

  /// Sentences over which *that year* finds the date it refers to.
  private static let memory = 5

  // MARK: Durations and sets

  private func duration(_ parts: TimeParts) -> Meant? {
    guard let unit = parts.word(.unit) else { return nil }
    let count = parts[.m] == nil ? parts[.n]?.number ?? .nan : .nan
    var meant = Meant(.duration, Self.length(count, unit))
    if let today, count.isFinite, let grain = Grain(rawValue: unit),
      let side = parts.word(.span)
    {
      let here = Period(.day, containing: today)
      let steps = (side == "past" ? -1 : 1) * Int(count)
      if let far = here.moved(steps, grain)?.first {
        (meant.begin, meant.end) = side == "past" ? (far, today) : (today, far)
      }
    }
    return meant
  }

  /// A length of time as TIMEX3 writes it: `P17M`, `PT5H30M`, `PXY`.
  private static func length(_ count: Double, _ unit: String) -> String {
    guard count.isFinite else {
      return unit.hasPrefix("T") ? "PTX\(unit.dropFirst())" : "PX\(unit)"
    }
    switch unit {
    case "DE": return length(count * 10, "Y")
    case "CE": return length(count * 100, "Y")
    case "WE": return length(count * 2, "D")
    case "TH", "TM", "Y":
      let rest = Int((count - count.rounded(.down)) * (unit == "Y" ? 12 : 60))
      let smaller = unit == "TM" ? "S" : "M"
      return (unit == "Y" ? "P" : "PT") + "\(Int(count))\(unit.suffix(1))"
        + (rest > 0 ? "\(rest)\(smaller)" : "")
    default:
      let digits = count == count.rounded() ? "\(Int(count))" : "\(count)"
      return unit.hasPrefix("T") ? "PT\(digits)\(unit.dropFirst())" : "P\(digits)\(unit)"
    }
  }

  private func set(_ parts: TimeParts) -> Meant? {
    if let value = parts.word(.value) { return Meant(.set, value) }
    var value: String
    if let weekday = parts.number(.weekday) {
      value = "XXXX-WXX-\(weekday)"
    } else if let month = parts.number(.month) {
      value = "XXXX-" + CalendarDay.padded(month)
    } else if let quarter = parts.number(.quarter) {
      value = "XXXX-Q\(quarter)"
    } else if let season = parts.number(.season) {
      value = "XXXX-" + ["SP", "SU", "FA", "WI"][season - 1]
    } else if let unit = parts.word(.unit) {
      value = Self.length(parts[.n]?.number ?? 1, unit)
    } else {
      value = Grain.day.unknown
    }
    if let part = parts.word(.part) { value += "T" + part }
    return Meant(.set, value)
  }
}

extension [Period] {
  /// The nearest one, where the side that the tense speaks against counts as farther off; without a
  /// tense, the future does.
  ///
  /// - Parameter pastWeight: how much farther off the past counts where the tense looks ahead.
  fileprivate func likeliest(
    from middle: Period, _ tense: VerbTense?, pastWeight: Double
  ) -> Period? {
    func cost(_ period: Period) -> Double {
      let distance = Double(period.number - middle.number)
      switch tense {
      case .past: return distance > 0 ? 3 * distance : -distance
      case .future: return distance < 0 ? -pastWeight * distance : distance
      case nil: return distance > 0 ? 1.6 * distance : -distance
      }
    }
    return self.min { (cost($0), $0.number) < (cost($1), $1.number) }
  }

  /// The one nearest to `now` on the side that a tense asks for; on either side without one.
  fileprivate func nearest(to now: Period, _ tense: VerbTense?, isStrict: Bool) -> Period? {
    let fitting = filter { period in
      switch tense {
      case .past: isStrict ? period.number < now.number : period.number <= now.number
      case .future: isStrict ? period.number > now.number : period.number >= now.number
      case nil: true
      }
    }
    return fitting.min {
      (abs($0.number - now.number), $0.number) < (abs($1.number - now.number), $1.number)
    }
  }
}
