import QuothAnnotation
import QuothReport
import QuothSyntax
import QuothTestSupport
import Testing

@testable import QuothEntity

@Suite("Whom phrases and pronouns speak of")
struct ReferentTests {
  @Test func `a pronoun is the subject of the sentence before that fits`() throws {
    let sample = Sample(
      "Ada Lund met Tor Vang. She slept.",
      tree: Tree(
        """
        Ada NNP nsubj 3
        Lund NNP flat 1
        met VBD root 0
        Tor NNP obj 3
        Vang NNP flat 4
        . . punct 3

        She PRP nsubj 2
        slept VBD root 0
        . . punct 2
        """), names: [("Ada Lund", .person), ("Tor Vang", .person)])
    let ada = try sample.entity("Ada Lund")
    #expect(sample.mentions(ada) == ["Ada Lund", "She"])
    #expect(ada.gender == .female)
  }

  @Test func `whoever speaks is not whose friend he is`() throws {
    let sample = Sample(
      "Per Lund slept. His friends said so.", speakers: ["His friends"],
      tree: Tree(
        """
        Per NNP nsubj 3
        Lund NNP flat 1
        slept VBD root 0
        . . punct 3

        His PRP$ nmod:poss 2
        friends NNS nsubj 3
        said VBD root 0
        so RB advmod 3
        . . punct 3
        """), names: [("Per Lund", .person)])
    #expect(sample.mentions(try sample.entity("Per Lund")) == ["Per Lund", "His"])
    #expect(sample.mentions(try sample.entity("His friends")) == ["His friends"])
  }

  @Test func `a name in brackets says who is meant`() throws {
    let sample = Sample(
      "Ana Ruiz met Jan Berg. He (Berg) slept.",
      tree: Tree(
        """
        Ana NNP nsubj 3
        Ruiz NNP flat 1
        met VBD root 0
        Jan NNP obj 3
        Berg NNP flat 4
        . . punct 3

        He PRP nsubj 5
        ( -LRB- punct 3
        Berg NNP appos 1
        ) -RRB- punct 3
        slept VBD root 0
        . . punct 5
        """), names: [("Ana Ruiz", .person), ("Jan Berg", .person), ("Berg", .person)])
    #expect(sample.mentions(try sample.entity("Jan Berg")) == ["Jan Berg", "He", "Berg"])
  }

  @Test func `two arguments of one verb are two`() throws {
    let sample = Sample(
      "Egil Vang slept. Tor Moe lent him brushes.",
      tree: Tree(
        """
        Egil NNP nsubj 3
        Vang NNP flat 1
        slept VBD root 0
        . . punct 3

        Tor NNP nsubj 3
        Moe NNP flat 1
        lent VBD root 0
        him PRP iobj 3
        brushes NNS obj 3
        . . punct 3
        """), names: [("Egil Vang", .person), ("Tor Moe", .person)])
    #expect(sample.mentions(try sample.entity("Egil Vang")) == ["Egil Vang", "him"])
  }

  @Test func `a chain is followed where it fits, and never makes a person "it"`() throws {
    let words = "Tor Moe sold the Kell Bank. It burned. He wept."
    let tree = Tree(
      """
      Tor NNP nsubj 3
      Moe NNP flat 1
      sold VBD root 0
      the DT det 6
      Kell NNP compound 6
      Bank NNP obj 3
      . . punct 3

      It PRP nsubj 2
      burned VBD root 0
      . . punct 2

      He PRP nsubj 2
      wept VBD root 0
      . . punct 2
      """)
    let names: [(String, Name.Kind)] = [("Tor Moe", .person), ("Kell Bank", .organisation)]
    let sample = Sample(words, tree: tree, names: names, chains: [["Moe", "It", "He"]])
    #expect(sample.mentions(try sample.entity("Tor Moe")) == ["Tor Moe", "He"])
    #expect(sample.mentions(try sample.entity("Kell Bank")) == ["Kell Bank", "It"])
  }

  @Test func `a chain joins no two names`() {
    let sample = Sample(
      "Tor Moe met Per Lund.",
      tree: Tree(
        """
        Tor NNP nsubj 3
        Moe NNP flat 1
        met VBD root 0
        Per NNP obj 3
        Lund NNP flat 4
        . . punct 3
        """), names: [("Tor Moe", .person), ("Per Lund", .person)], chains: [["Moe", "Lund"]])
    #expect(sample.reading.entities.map(\.name) == ["Tor Moe", "Per Lund"])
  }

  @Test func `they are two whom the report joined, and each other are the same`() throws {
    let sample = Sample(
      "Nurses and porters met. They thanked each other.",
      tree: Tree(
        """
        Nurses NNS nsubj 4
        and CC cc 3
        porters NNS conj 1
        met VBD root 0
        . . punct 4

        They PRP nsubj 2
        thanked VBD root 0
        each DT det 4
        other JJ obj 2
        . . punct 2
        """))
    let they = try sample.entity("They")
    #expect(they.type == .group)
    #expect(they.members.map { sample.reading.entities[$0].name } == ["Nurses", "porters"])
  }

  @Test func `the two countries are those just named`() throws {
    let sample = Sample(
      "Spain and Denmark traded salt. The two countries met. Both sides slept.",
      tree: Tree(
        """
        Spain NNP nsubj 4
        and CC cc 3
        Denmark NNP conj 1
        traded VBD root 0
        salt NN obj 4
        . . punct 4

        The DT det 3
        two CD nummod 3
        countries NNS nsubj 4
        met VBD root 0
        . . punct 4

        Both DT det 2
        sides NNS nsubj 3
        slept VBD root 0
        . . punct 3
        """), names: [("Spain", .state), ("Denmark", .state)])
    let pair = try sample.entity("The two countries")
    #expect(pair.type == .group)
    #expect(sample.mentions(pair) == ["The two countries", "Both sides"])
    #expect(pair.members.map { sample.reading.entities[$0].link } == ["state:ESP", "state:DNK"])
  }

  @Test func `it of the weather and of a cleft is nobody`() {
    let sample = Sample(
      "Tor Moe sold the Kell Bank. It may rain. It was the priest who noticed.",
      tree: Tree(
        """
        Tor NNP nsubj 3
        Moe NNP flat 1
        sold VBD root 0
        the DT det 6
        Kell NNP compound 6
        Bank NNP obj 3
        . . punct 3

        It PRP nsubj 3
        may MD aux 3
        rain VB root 0
        . . punct 3

        It PRP nsubj 4
        was VBD cop 4
        the DT det 4
        priest NN root 0
        who WP nsubj 6
        noticed VBD acl:relcl 4
        . . punct 4
        """),
      names: [("Tor Moe", .person), ("Kell Bank", .organisation)])
    #expect(sample.entities("It").isEmpty)
  }

  @Test func `a body is known by its noun and whose it is`() throws {
    let sample = Sample(
      "Spain's army slept. The army of Spain woke. The army of Denmark left.",
      tree: Tree(
        """
        Spain NNP nmod:poss 3
        's POS case 1
        army NN nsubj 4
        slept VBD root 0
        . . punct 4

        The DT det 2
        army NN nsubj 5
        of IN case 4
        Spain NNP nmod 2
        woke VBD root 0
        . . punct 5

        The DT det 2
        army NN nsubj 5
        of IN case 4
        Denmark NNP nmod 2
        left VBD root 0
        . . punct 5
        """), names: [("Spain", .state), ("Spain", .state), ("Denmark", .state)])
    let army = try sample.entity("Spain's army")
    #expect(army.type == .organisation)
    #expect(army.country == "ESP")
    #expect(sample.mentions(army) == ["Spain's army", "The army of Spain"])
    #expect(try sample.entity("The army of Denmark").country == "DNK")
  }

  @Test func `we are those for whom the speaker speaks`() throws {
    let sample = Sample(
      "\"We dug,\" the Kell Bank said.",
      tree: Tree(
        """
        " , punct 3
        We PRP nsubj 3
        dug VBD ccomp 9
        , , punct 3
        " , punct 3
        the DT det 8
        Kell NNP compound 8
        Bank NNP nsubj 9
        said VBD root 0
        . . punct 9
        """), names: [("Kell Bank", .organisation)], quoted: [("\"We dug,\"", "the Kell Bank")])
    #expect(sample.mentions(try sample.entity("Kell Bank")) == ["We", "Kell Bank"])
  }

  @Test func `one who is introduced behind a comma has the role`() throws {
    let sample = Sample(
      "Ada Lund left. Her successor, Ola Moe, slept.",
      tree: Tree(
        """
        Ada NNP nsubj 3
        Lund NNP flat 1
        left VBD root 0
        . . punct 3

        Her PRP$ nmod:poss 2
        successor NN nsubj 7
        , , punct 4
        Ola NNP appos 2
        Moe NNP flat 4
        , , punct 7
        slept VBD root 0
        . . punct 7
        """), names: [("Ada Lund", .person), ("Ola Moe", .person)])
    #expect(sample.mentions(try sample.entity("Ada Lund")) == ["Ada Lund", "Her"])
    #expect(sample.roles(try sample.entity("Ola Moe")) == ["successor"])
  }

  @Test func `a spokesperson for a ministry speaks for the ministry that was named`() throws {
    let sample = Sample(
      "The energy ministry slept. A spokesperson for the ministry, Ivar Holt, spoke.",
      tree: Tree(
        """
        The DT det 3
        energy NN compound 3
        ministry NN nsubj 4
        slept VBD root 0
        . . punct 4

        A DT det 2
        spokesperson NN nsubj 10
        for IN case 5
        the DT det 5
        ministry NN nmod 2
        , , punct 7
        Ivar NNP appos 2
        Holt NNP flat 7
        , , punct 10
        spoke VBD root 0
        . . punct 10
        """), names: [("Ivar Holt", .person)])
    let ministry = try sample.entity("The energy ministry")
    #expect(sample.mentions(ministry) == ["The energy ministry", "the ministry"])
    #expect(sample.roles(try sample.entity("Ivar Holt")) == ["spokesperson of The energy ministry"])
  }

  @Test func `a married name is told by the words before it`() throws {
    let sample = Sample(
      "Ilse Moe, born Ilse Brandt, won. Brandt slept.",
      tree: Tree(
        """
        Ilse NNP nsubj 8
        Moe NNP flat 1
        , , punct 4
        born VBN acl 1
        Ilse NNP xcomp 4
        Brandt NNP flat 5
        , , punct 8
        won VBD root 0
        . . punct 8

        Brandt NNP nsubj 2
        slept VBD root 0
        . . punct 2
        """), names: [("Ilse Moe", .person), ("Ilse Brandt", .person), ("Brandt", .person)])
    #expect(
      sample.mentions(try sample.entity("Ilse Moe")) == ["Ilse Moe", "Ilse Brandt", "Brandt"])
  }

  @Test func `a title is no part of a name and chooses between two of one family`() throws {
    let sample = Sample(
      "Judge Tor Vang met Egil Vang. Judge Vang slept.",
      tree: Tree(
        """
        Judge NNP compound 2
        Tor NNP nsubj 4
        Vang NNP flat 2
        met VBD root 0
        Egil NNP obj 4
        Vang NNP flat 5
        . . punct 4

        Judge NNP compound 2
        Vang NNP nsubj 3
        slept VBD root 0
        . . punct 3
        """),
      names: [("Judge Tor Vang", .person), ("Egil Vang", .person), ("Judge Vang", .person)])
    #expect(sample.mentions(try sample.entity("Tor Vang")) == ["Tor Vang", "Vang"])
  }

  @Test func `a state that describes a thing is none`() {
    let sample = Sample(
      "She wore a Panama hat.",
      tree: Tree(
        """
        She PRP nsubj 2
        wore VBD root 0
        a DT det 5
        Panama NNP compound 5
        hat NN obj 2
        . . punct 2
        """), names: [("Panama", .state)])
    #expect(sample.entities("Panama").isEmpty)
  }

  @Test(arguments: [
    ("nurse", Entity.Kind.person), ("brewery", .organisation), ("town", .place),
    ("ferry", .product),
    ("crowd", .group), ("country", .state), ("trawlerman", .person), ("lighthouse-keeper", .person),
  ])
  func `a noun says what is meant`(_ noun: String, _ kind: Entity.Kind) {
    #expect(Shipped.actors.nouns.kind(of: noun) == kind)
  }

  @Test func `every example of the nouns holds one of its words`() throws {
    let rows = try LexiconRows(Shipped.file, "actors/nouns.tsv", fields: 3).rows
    for row in rows {
      let words = row.words(field: 1)
      let example = row.fields[2].lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init)
      #expect(example.contains(where: words.contains), "\(row.fields[0])")
    }
  }
}
