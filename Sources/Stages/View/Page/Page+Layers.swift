import QuothAnnotation
import QuothReport
import QuothStatement

/// What is switched on over the words: boxes to tick, marks, labels and anchors.
extension Page {
  /// Layers that have something to show.
  var layers: [PageLayer] { PageLayer.allCases.filter { count(of: $0) > 0 } }

  func count(of layer: PageLayer) -> Int {
    switch layer {
    case .statement: index.reading.statements.count
    case .entity: index.reading.entities.count
    case .place: index.reading.places.count
    case .time: index.reading.times.count
    case .event: index.reading.events.count
    }
  }

  /// The boxes work without a script: the style asks which of them are ticked.
  func writeSwitches(to html: inout HTMLWriter) {
    guard !layers.isEmpty else { return }
    html.markup("<fieldset class=\"layers\">\n<legend>Show in the text</legend>\n")
    for layer in layers {
      html.markup("<label><input type=\"checkbox\" id=\"show-")
      html.markup(layer.letter)
      html.markup("\"> <span class=\"sample ")
      html.markup(layer.letter)
      html.markup("\">")
      html.text(layer.title.lowercased())
      html.markup("</span> ")
      html.number(count(of: layer))
      html.markup("</label>\n")
    }
    html.markup("</fieldset>\n")
  }

  /// Opens an element for each record whose first words begin here, so that links lead to them.
  ///
  /// - Returns: How many were opened.
  func writeAnchors(of segment: MarkedBlock.Segment, to html: inout HTMLWriter) -> Int {
    let first = segment.records.filter { $0.isFirst && $0.span.start == segment.span.start }
    for record in first {
      html.markup("<span class=\"at")
      if record.layer == .statement { writeLightName(record.number, to: &html) }
      html.markup("\" id=\"")
      writeName(of: record.layer, record.number, to: &html)
      html.markup("\">")
    }
    return first.count
  }

  /// The letters of its layers, and the names under which its statements light up.
  func writeClasses(of records: [PageRecord], to html: inout HTMLWriter) {
    for layer in PageLayer.allCases where records.contains(where: { $0.layer == layer }) {
      html.markup(" ")
      html.markup(layer.letter)
    }
    var lit: Set<Int> = []
    for record in records where record.layer == .statement {
      let name = record.number % PageStyle.localNames
      if lit.insert(name).inserted { writeLightName(name, to: &html) }
    }
  }

  /// The labels of records that end here, each a link to its line in the lists.
  func writeTags(behind segment: MarkedBlock.Segment, to html: inout HTMLWriter) {
    for record in segment.records where record.isLast && record.span.end == segment.span.end {
      html.markup("<a class=\"tag ")
      html.markup(record.layer.letter)
      html.markup("\" href=\"#list-")
      writeName(of: record.layer, record.number, to: &html)
      html.markup("\">")
      html.text(TerminalText.shortened(record.label, to: Self.widestTag))
      html.markup("</a>")
    }
  }

  /// Columns of the longest label over the words.
  private static let widestTag = 32

  /// `t4`
  func writeName(of layer: PageLayer, _ number: Int, to html: inout HTMLWriter) {
    html.markup(layer.letter)
    html.number(number + 1)
  }

  private func writeLightName(_ number: Int, to html: inout HTMLWriter) {
    html.markup(" q")
    html.number(number % PageStyle.localNames)
  }
}
