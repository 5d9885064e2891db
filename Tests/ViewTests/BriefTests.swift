import Foundation
import QuothAnnotation
import QuothReport
import QuothTestSupport
import QuothText
import QuothStatement
import Testing

@testable import QuothView

@Suite struct BriefTests {
  @Test(arguments: [100, 60])
  func `the brief of a report is the one that was read and approved`(width: Int) throws {
    let brief = Brief(Sample.kestrel.reading).text(width: width, isColoured: false)
    try Golden.expect(Array(brief.utf8), matches: "kestrel/brief-\(width).txt")
  }

  @Test(arguments: [40, 52, 60, 79, 80, 99, 100])
  func `no line is wider than the terminal`(width: Int) {
    for sample in [Sample.kestrel, .hostile, .crowded, .empty] {
      let brief = Brief(sample.reading).text(width: width, isColoured: false)
      for line in brief.split(separator: "\n") {
        #expect(TerminalText.width(String(line)) <= width, "\(line)")
      }
    }
  }

  @Test func `colours add escape sequences and change no word`() {
    let brief = Brief(Sample.kestrel.reading)
    let coloured = brief.text(width: 100, isColoured: true)
    #expect(coloured.contains("\u{1B}["))
    #expect(coloured.withoutEscapes == brief.text(width: 100, isColoured: false))
  }

  @Test func `every word of a short content stands in the brief unaltered`() {
    let sample = Sample.kestrel
    let brief = Brief(sample.reading).text(width: 100, isColoured: false)
    #expect(brief.contains("the border was closed"))
    #expect(brief.contains("Norland could certainly use the pause"))
    #expect(brief.contains("Talks may resume next week"))
  }

  @Test func `a long content keeps its beginning and its end`() {
    let text = (1...60).map { "word\($0)" }.joined(separator: " ")
    let short = TerminalText.shortened(text, to: 80)
    #expect(TerminalText.width(short) <= 80)
    #expect(short.hasPrefix("word1 word2") && short.hasSuffix("word60"))
    #expect(short.contains("[…]"))
  }

  @Test func `what is disputed stands before everything else`() throws {
    let brief = Brief(Sample.kestrel.reading).text(width: 100, isColoured: false)
    let denied = try #require(brief.range(of: "denies"))
    let first = try #require(brief.range(of: "Norland shut the Kestrel bridge"))
    #expect(denied.lowerBound < first.lowerBound)
  }

  @Test func `what somebody says for another one is that one's claim, through the messenger`() {
    let brief = Brief(Sample.kestrel.reading).text(width: 100, isColoured: false)
    #expect(brief.contains("army, through spokesperson Ilse Brandt"))
  }

  @Test func `controls of a hostile report do nothing to the terminal`() {
    let brief = Brief(Sample.hostile.reading).text(width: 80, isColoured: false)
    #expect(!brief.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x202E })
    #expect(!brief.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  @Test func `wide characters and emoji take two columns, marks none`() {
    #expect(TerminalText.width("Saltport") == 8)
    #expect(TerminalText.width("港口") == 4)
    #expect(TerminalText.width("e\u{301}a") == 2)
    #expect(TerminalText.width("👩‍🚒") == 2)
    #expect(TerminalText.width("🇳🇴!") == 3)
    #expect(TerminalText.width("“–”") == 3)
  }

  @Test func `a report without attributions says so`() {
    let brief = Brief(Sample.empty.reading).text(width: 80, isColoured: false)
    #expect(brief.contains("no attribution found"))
    #expect(!brief.contains("BY SOURCE"))
  }
}

extension String {
  /// Without "select graphic rendition" sequences.
  fileprivate var withoutEscapes: String {
    var result = ""
    var isEscape = false
    for scalar in unicodeScalars {
      if scalar.value == 0x1B {
        isEscape = true
      } else if isEscape {
        isEscape = scalar != "m"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
