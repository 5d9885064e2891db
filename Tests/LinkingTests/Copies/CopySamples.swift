import QuothLinking
import QuothReport
import QuothText

/// Reports by invented outlets, to be copied.
enum CopySamples {
  /// Paragraphs of a report on a bridge.
  static let bridge = [
    "Norland shut the Kestrel bridge on Tuesday after divers found cracks in two of its seven pillars, and nobody could say when it would open again.",
    "The bridge carries some twelve thousand lorries a week between Saltport and the mines of the interior, and it is the only crossing within a day's drive.",
    "\"We will not gamble with lives, and we will rebuild what has to be rebuilt before a single lorry crosses that river again,\" transport minister Ana Ruiz said in Saltport.",
    "Engineers had warned of the cracks in a report that lay unread on a desk in the ministry for two years, according to a letter the drivers' union made public.",
    "Ferries began to carry food and fuel across the Kestrel on Wednesday, but their owners said that heavy loads would have to wait for the spring.",
    "Mine owners put their losses at four million crowns a day and asked the government to let the army lay a floating bridge beside the old one.",
  ]

  /// Paragraphs of another report, on a harvest.
  static let harvest = [
    "Farmers in the west of Norland brought in the smallest apple harvest in a generation, after hail in May and a summer almost without rain.",
    "Prices at the markets of Saltport have doubled since August, and bakers say that they will leave apples out of their tarts this winter.",
    "The growers' league asked for help with wages, because half of the pickers who came for the season had gone home by the first week.",
    "A new orchard of late kinds that stand the drought was planted on the slopes above Harrow, but its first fruit is five years away.",
    "Cider makers have bought what the hail had bruised, which kept at least the small presses along the river at work until October.",
  ]
}

/// A report of body paragraphs, perhaps below a headline and above credit lines.
func report(
  _ paragraphs: [String], headline: String? = nil, credits: [String] = []
) -> Text {
  let parts =
    (headline.map { [($0, Block.Role.headline)] } ?? []) + paragraphs.map { ($0, .body) }
    + credits.map { ($0, .credit) }
  var text = ""
  var blocks: [Block] = []
  for (words, role) in parts {
    if !text.isEmpty { text += "\n\n" }
    let start = text.utf8.count
    text += words
    blocks.append(Block(span: Span(start: start, end: text.utf8.count), role: role))
  }
  var report = Report(id: "sha256:0", text: text, blocks: blocks)
  if let body = blocks.first(where: { $0.role == .body }) {
    report.dateline = Dateline(in: text, block: body.span)
  }
  return Text(report)
}

/// What two reports share.
func shared(_ first: [String], _ second: [String]) -> SharedPassages {
  SharedPassages(RunningWords(report(first)), RunningWords(report(second)))
}

/// The words a span of a report stands for.
func words(_ span: Span?, in text: Text) -> String {
  span.map { String(decoding: Array(text.report.text.utf8)[$0.range], as: UTF8.self) } ?? ""
}
