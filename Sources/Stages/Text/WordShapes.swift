/// Words written as one that are two syntactic words, and the length of the first.
enum FusedWord {
  /// Source: Universal Dependencies, English: words, tokens and empty nodes.
  static let table = WordTable<Int>([
    (3, "cannot gonna wanna gotta gimme lemme lotta outta"),
    (4, "kinda sorta"), (5, "oughta"),
    (1, "alot"), (2, "dont cant wont aint hes"), (3, "shes"), (4, "thats whats heres"),
    (5, "theres"), (3, "didnt isnt wasnt hasnt hadnt arent"),
    (4, "doesnt werent havent"), (5, "couldnt"), (6, "wouldnt shouldnt"),
    (1, "im ive"), (3, "youre youve youll"), (4, "theyre theyve theyll"),
  ])
}

/// Word parts that stay joined to what a hyphen divides from them.
enum HyphenPart {
  /// *anti-*, *co-*: prefixes that are no words of their own.
  ///
  /// Source: the English Web Treebank's tokenization supplement, as UD English follows it.
  static let prefixes = WordTable<Bool>([
    (true, "ante anti arch be bi bio co counter cross cyber de e ex extra hyper i inter intra"),
    (true, "macro mega meta micro mid mini multi neo non over pan para peri post pre pro proto"),
    (true, "pseudo psycho quasi re semi socio sub super trans tri u ultra un uni uh mm hm m"),
  ])

  static let suffixes = WordTable<Bool>([
    (true, "esque fold ish")
  ])
}

/// Words that begin with an apostrophe because their beginning is left out.
enum ClippedWord {
  static let table = WordTable<Bool>([
    (true, "em cause cuz til bout round n")
  ])
}

/// Two words run together, with the beginning of the first left out: *'tis*.
enum ContractedOpener {
  static let table = WordTable<Bool>([
    (true, "tis twas twere twill")
  ])
}

/// What may follow the last full stop of an address or file name.
enum AddressEnding {
  static let table = WordTable<Bool>([
    // General domains.
    (true, "com org net edu gov mil int info biz news tv io ai app dev co me"),
    // Countries whose domains stand in English text.
    (true, "uk us ca au nz ie in za de fr es it nl be ch at se no dk fi pl ru ua cn jp kr tw hk"),
    (true, "sg my id ph th vn br mx ar cl tr il ir sa ae eg ng ke eu"),
    // Files.
    (true, "html htm php pdf doc docx xls xlsx ppt pptx txt csv zip jpg jpeg png gif mp3 mp4 xml"),
  ])
}

/// Units and multipliers written against their number: *5pm*, *35mm*, *$4.7bn*.
enum UnitName {
  static let table = WordTable<Bool>([
    (true, "am pm k m b t bn mn tn mm cm km kg g mg lb lbs ft in mph kph kmh km/h hz khz mhz ghz"),
    (true, "gb mb tb kb kw mw gw kwh mwh x percent pc oz ml l hrs hr min"),
  ])
}
