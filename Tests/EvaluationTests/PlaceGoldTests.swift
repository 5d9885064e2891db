import QuothPlace
import Testing

@testable import Quoth

@Suite("Gold of places")
struct PlaceGoldTests {
  @Test func `elements have attributes, children and text`() throws {
    let root = try #require(
      XMLElement(
        """
        <?xml version="1.0"?><!-- a note --><a x="1" z="&lt;3">
        <b/>one &amp; two<![CDATA[ <c> ]]><d>é &#233;&#xE9;</d></a>
        """))
    #expect(root.name == "a")
    #expect(root.attributes["x"] == "1")
    #expect(root.attributes["z"] == "<3")
    #expect(root.text == "\none & two <c> ")
    #expect(root["d"]?.text == "é éé")
    #expect(root["b"]?.children.isEmpty == true)
  }

  @Test(arguments: ["", "words", "<a>", "<a></a></b>", "<a", "<a><![CDATA[</a>"])
  func `what is broken is no document`(words: String) {
    #expect(XMLElement(words) == nil)
  }

  @Test func `toponyms without an id, and names of no place, are left out`() throws {
    let gold = try PlaceGold(
      xml: """
        <articles><article docid="7"><url>http://herald.example/7</url><text>Oslo. Bergen.</text>
        <toponyms><toponym><start>0</start><end>4</end><phrase>Oslo</phrase>
        <gaztag geonameid="1"><lat>59.9</lat><lon>10.7</lon><country geonameid="2">N</country></gaztag>
        </toponym><toponym><start>6</start><end>12</end><phrase>Bergen</phrase></toponym></toponyms>
        </article><article file="8"><text>Oslo, Norse</text><toponyms>
        <toponym><extractedName>Oslo</extractedName><type>Metonymic</type><start>0</start><end>4</end>
        <geonamesID>1</geonamesID><latitude>59.9</latitude><longitude>10.7</longitude></toponym>
        <toponym><extractedName>Norse</extractedName><type>Language</type><start>6</start><end>11</end>
        <geonamesID>3</geonamesID><latitude>60</latitude><longitude>8</longitude></toponym>
        </toponyms></article></articles>
        """, path: "gold.xml")
    #expect(gold.articles.map(\.name) == ["7", "8"])
    #expect(gold.articles.map { $0.toponyms.map(\.words) } == [["Oslo"], ["Oslo"]])
    #expect(gold.articles[0].toponyms[0].country == 2)
    #expect(gold.articles[0].url == "http://herald.example/7")
    #expect(gold.articles[1].toponyms[0].country == nil)
  }

  @Test func `another document is no gold`() {
    #expect(throws: EvaluationError.malformedGold(path: "gold.xml")) {
      try PlaceGold(xml: "<reports/>", path: "gold.xml")
    }
  }
}
