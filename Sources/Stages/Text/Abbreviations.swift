/// Why a full stop after a word may belong to the word.
///
/// Each case says what has to stand around the abbreviation for its full stop to be part of it, and
/// whether a sentence can end there.
enum Abbreviation: UInt8 {
  /// *Adm. Kim*: a name follows, so no sentence ends here.
  case title
  /// *No. 10*: a number follows; otherwise it is a word like any other.
  case numbered
  /// *Jan. 27*: seldom the end of a sentence.
  case date
  /// *Sat. morning*: only before a capital, a number or a comma, since it is also a word.
  case doubtfulDate
  /// *Saltport, Fla.*: an American state or Canadian province; only after a comma, since many are
  /// words as well.
  case place
  /// *Harbour Works Inc.*: a sentence may end here.
  case name
  /// *et al.*: a sentence may end here.
  case general
  /// *etc.*: only where the sentence goes on; before a capital and at the end of a block the full
  /// stop is the sentence's.
  case closing
  /// *12 ft.*: only after a number; a sentence may end here.
  case unit

  static let table = WordTable<Abbreviation>([
    // Forms of address, ranks and offices.
    (.title, "mr mrs ms mx messrs mme mlle dr drs prof profs rev revs hon fr msgr st mt ft gen"),
    (.title, "gens adm brig col cols cmdr cdr comdr maj capt lt lts sgt sgts cpl pvt pfc pte spc"),
    (.title, "gov govs rep reps sen sens pres amb supt atty insp det cllr ald treas sec'y ass't"),
    (.title, "asst"),
    // Before a number.
    (.numbered, "no nos art arts sec secs fig figs ch chs vol vols para paras pt pp p op eq app"),
    (.numbered, "mar c ca b d r n"),
    // Months and days.
    (.date, "jan feb apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs"),
    (.date, "fri"),
    (.doubtfulDate, "sat sun"),
    // States and provinces.
    (.place, "ala ariz ark calif cal colo conn del fla ga ill ind kan kans ky la mass md mich"),
    (.place, "minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wisc wyo id"),
    (.place, "me alta ont que sask man"),
    // Firms, families, streets.
    (.name, "inc corp co cos ltd llc plc bros jr sr esq ave blvd rd hwy bldg dept depts univ assn"),
    (.name, "govt natl intl mfg"),
    // Running text.
    (.general, "al approx est incl viz cf vs ext tel misc eds resp refs attn abbr e.g i.e eg"),
    (.closing, "etc"),
    // Measures.
    (.unit, "yd yds mi lb lbs oz gal hr hrs min mins sq cu km kg cm mm m tsp tbsp"),
  ])
}

/// Words that seldom stand in a name, so that with a capital they show where a sentence begins.
enum SentenceOpener {
  static let table = WordTable<Bool>([
    // Determiners and numbers.
    (true, "the a an this that these those some many most all both each every another several no"),
    (true, "such other few one two three"),
    // Pronouns and possessives.
    (true, "i he she it they we you his her its their our your my who what which whose there here"),
    (true, "someone everyone nobody nothing he's she's it's they're we're i'm that's there's i've"),
    // Conjunctions and adverbs.
    (true, "and but or nor so yet if when while where because although though unless until once"),
    (true, "whether however meanwhile moreover still then now also thus therefore instead"),
    (true, "nevertheless nonetheless earlier later today yesterday how why not even just only"),
    (true, "perhaps maybe overall further furthermore additionally separately eventually finally"),
    (true, "recently currently"),
    // Prepositions.
    (true, "in on at by for from to with after before since as during under over between among"),
    (true, "about against despite following within without according through across around like"),
    (true, "unlike of"),
    // Verbs in front.
    (true, "is are was were do does did have has had can could will would should may let"),
  ])
}

/// Verbs that report speech, in the forms that follow a quotation.
enum SpeechVerb {
  static let table = WordTable<Bool>([
    (true, "said says say asked asks told tells added adds replied replies answered answers wrote"),
    (true, "writes shouted shouts cried exclaimed explained explains continued continues recalled"),
    (true, "recalls joked jokes quipped declared declares announced tweeted posted responded"),
    (true, "warned wondered yelled screamed whispered muttered insisted insists noted notes"),
    (true, "remarked began concluded demanded inquired queried called chanted reads read"),
  ])
}

/// Names of days, months and time zones, which stand beside a time of day.
enum CalendarName {
  static let table = WordTable<Bool>([
    (true, "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs"),
    (true, "fri january february march april may june july august september october november"),
    (true, "december jan feb mar apr jun jul aug sept oct nov dec gmt utc bst est edt et cst cdt"),
    (true, "ct mst mdt mt pst pdt pt cet cest msk jst ist eastern central mountain pacific"),
    (true, "greenwich local"),
  ])
}
