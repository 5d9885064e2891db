/// The agencies that newspapers carry copy of, by the names they are credited under.
package enum NewsAgencies {
  /// Whether a whole byline or credit line names an agency: `Reuters`, `(AP)`, `Associated Press`.
  package static func contains(_ name: String) -> Bool { names.contains(Wording.folded(name)) }

  private static let names: Set<String> = Set(
    """
    reuters
    associated press
    the associated press
    ap
    ap news
    afp
    agence france presse
    agence france presse afp
    press association
    pa
    pa media
    press trust of india
    pti
    ani
    ians
    united press international
    upi
    bloomberg
    bloomberg news
    canadian press
    the canadian press
    australian associated press
    aap
    dpa
    deutsche presse agentur
    efe
    agencia efe
    ansa
    xinhua
    xinhua news agency
    tass
    interfax
    kyodo
    kyodo news
    jiji press
    yonhap
    yonhap news agency
    anadolu agency
    bernama
    antara
    ukrinform
    belga
    lusa
    apa
    ntb
    tt
    ritzau
    news24 wire
    wires
    agencies
    """.split(separator: "\n").map(String.init))
}
