/// Closed classes of words that show, around a name, whether it is a place's.
enum PlaceWords {
  /// Lower-case words that stand within names: *Stratford upon Avon*.
  static let links: Set<String> = [
    "of", "the", "and", "de", "la", "le", "les", "du", "des", "del", "di", "da", "do", "dos", "das",
    "al",
    "el", "on", "upon", "sur", "y", "am", "an", "der", "in", "by", "aux", "under", "e", "en", "ez",
    "as",
    "los", "las", "van", "den", "bei", "ob",
  ]

  /// Prepositions after which a name is most often a place's.
  static let spatial: Set<String> = [
    "in", "at", "near", "outside", "inside", "around", "across", "throughout", "toward", "towards",
    "into", "within", "between", "beyond", "off", "via", "downtown", "central", "northern",
    "southern",
    "eastern", "western", "northwestern", "northeastern", "southwestern", "southeastern", "north",
    "south", "east", "west", "northwest", "northeast", "southwest", "southeast", "nearby",
    "neighboring", "neighbouring", "metropolitan", "suburban", "rural", "mainland", "upstate",
  ]

  /// Prepositions after which it often is.
  static let wide: Set<String> = [
    "from", "to", "of", "over", "through", "leaving", "left", "visited",
  ]

  /// Nouns before *of*, in front of a place: *the city of*.
  static let kinds: Set<String> = [
    "city", "town", "village", "state", "province", "county", "district", "region", "capital",
    "port",
    "suburb", "republic", "kingdom", "island", "municipality", "township", "borough", "hamlet",
    "north",
    "south", "east", "west", "northwest", "northeast", "southwest", "southeast", "outskirts",
    "parts",
    "miles", "kilometers", "kilometres", "resident", "residents", "streets", "people", "mayor",
    "natives",
    "native", "suburbs", "outside",
  ]

  /// What is before a person's name.
  static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sgt", "sergeant", "lt", "lieutenant",
    "capt",
    "captain", "col", "colonel", "gen", "general", "maj", "major", "cpl", "pvt", "adm", "admiral",
    "cmdr", "commander", "rev", "reverend", "fr", "father", "sister", "brother", "rabbi", "imam",
    "pastor", "bishop", "archbishop", "cardinal", "pope", "sir", "lady", "lord", "dame", "king",
    "queen",
    "prince", "princess", "president", "sen", "senator", "rep", "representative", "congressman",
    "congresswoman", "gov", "governor", "mayor", "councilman", "councilwoman", "councilor",
    "councillor", "alderman", "judge", "justice", "sheriff", "deputy", "officer", "detective",
    "det",
    "chief", "coach", "director", "manager", "chairman", "chairwoman", "chair", "secretary",
    "minister", "premier", "chancellor", "ambassador", "attorney", "superintendent", "principal",
    "spokesman", "spokeswoman", "spokesperson", "commissioner", "trustee", "agent", "trooper",
    "patrolman", "constable", "inspector", "cllr", "treasurer", "clerk", "coroner", "engineer",
    "actor", "actress", "singer", "author", "editor", "reporter", "writer", "defender",
    "midfielder",
    "quarterback", "pitcher", "guard", "forward", "striker", "goalkeeper", "uncle", "aunt", "saint",
  ]

  /// Verbs after a person's name.
  static let speech: Set<String> = [
    "said", "says", "told", "added", "asked", "noted", "explained", "recalled", "wrote", "replied",
    "testified", "thinks", "thought", "believes", "hopes", "graduated", "married", "died", "who",
    "whose",
  ]

  /// What makes a street of the name before it.
  static let streets: Set<String> = [
    "street", "st", "st.", "road", "rd", "rd.", "avenue", "ave", "ave.", "drive", "dr", "dr.",
    "lane", "ln",
    "ln.", "boulevard", "blvd", "blvd.", "highway", "hwy", "hwy.", "pike", "parkway", "pkwy", "way",
    "court", "ct", "ct.", "place", "terrace", "trail", "circle", "freeway", "expressway",
    "turnpike",
    "alley", "row", "crescent", "close",
  ]

  /// What makes a building, firm or thing of the name before it, which may be called after anything.
  static let things: Set<String> = [
    "park", "square", "bridge", "hall", "church", "hotel", "inn", "mall", "plaza", "theatre",
    "theater",
    "museum", "library", "stadium", "arena", "cemetery", "memorial", "foundation", "inc", "inc.",
    "corp",
    "corp.", "llc", "ltd", "ltd.", "co", "co.", "company", "companies", "group", "bros", "brothers",
    "sons",
    "associates", "partners", "farm", "farms", "ranch", "chapel", "cathedral", "house", "estate",
    "estates", "apartments", "building", "tower", "towers", "act", "award", "prize", "cup",
    "trophy",
    "trust", "institute", "clinic", "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "dam", "plant",
    "prison",
    "middle", "elementary", "primary", "center", "centre", "syndrome", "disease", "report",
    "industries", "enterprises", "motors", "systems", "technologies", "records", "press",
  ]

  /// The last words of rivers, lakes, mountains and the like.
  static let featuresAfter: Set<String> = [
    "river", "creek", "lake", "bay", "gulf", "sea", "ocean", "strait", "straits", "canyon",
    "mountain",
    "mountains", "desert", "peninsula", "reservoir", "falls", "glacier", "plateau", "volcano",
    "bayou", "basin", "delta", "archipelago", "lagoon", "fjord", "gorge",
  ]

  /// The first words of such names.
  static let featuresBefore: Set<String> = ["lake", "mount", "mt", "mt.", "river", "cape", "loch"]

  /// Nouns that, in the plural, belong to each name of a list: *Ash and Birch counties*.
  static let divisions = ["counties": "County", "parishes": "Parish", "districts": "District"]

  /// Words that name a division somewhere and, alone, hardly ever do.
  static let directions: Set<String> = [
    "north", "south", "east", "west", "northern", "southern", "eastern", "western", "northeast",
    "northwest", "southeast", "southwest", "northeastern", "northwestern", "southeastern",
    "southwestern", "central", "centre", "center", "middle", "upper", "lower", "greater", "new",
    "old",
    "union", "national", "federal", "capital", "metropolitan", "coast", "coastal", "university",
    "bank",
    "city", "state", "county", "district", "province", "region", "island", "islands", "park",
    "river",
    "lake", "bay", "port", "street", "square", "church", "school", "college", "hospital",
    "congress",
    "republic", "gulf", "highland", "highlands", "plains", "delta",
  ]

  /// Languages whose names are towns' too.
  static let languages: Set<String> = [
    "english", "welsh", "mandarin", "latin", "hebrew", "arabic", "creole", "gaelic",
  ]

  /// Months and days, which no sentence means as a place.
  static let calendar: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october",
    "november", "december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
    "sunday",
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    "christmas",
    "easter", "thanksgiving",
  ]
}
