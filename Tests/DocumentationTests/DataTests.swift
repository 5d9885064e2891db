import Foundation
import Testing

/// Every model and lexicon says what it is, where it came from and under which licence.
@Suite("Models and lexicons")
struct DataTests {
  static let models = Repository.folders(in: "Models")
  static let lexicons = Repository.folders(in: "Lexicons")

  @Test func `there is a model`() {
    #expect(!Self.models.isEmpty)
  }

  @Test(arguments: models)
  func `a model has a card that says what for, trained on what and where it fails`(
    _ model: String
  ) throws {
    let card = try Repository.text("\(model)/card.md")
    for heading in ["For", "Trained on", "Where it fails", "Licence"] {
      #expect(card.contains("\n## \(heading)"), "\(model)/card.md has no section \(heading)")
    }
    #expect(try Documentation.text().contains("`\(model)`"))
  }

  @Test(arguments: models)
  func `every file of a model has the size and checksum of its manifest`(_ model: String) throws {
    let manifest = try Repository.text("\(model)/manifest.json")
    let content = try JSONSerialization.jsonObject(with: Data(manifest.utf8))
    let fields = try #require(content as? [String: Any])
    #expect(fields["version"] is String)
    #expect(fields["licence"] is String)
    let files = try #require(fields["files"] as? [[String: Any]])
    #expect(!files.isEmpty)
    for file in files {
      let name = try #require(file["file"] as? String)
      let path = Repository.root.appending(path: "\(model)/\(name)")
      let bytes = try Data(contentsOf: path, options: .mappedIfSafe)
      #expect(file["bytes"] as? Int == bytes.count, "\(name)")
      let printed = try Program.shell("sha256sum '\(model)/\(name)'").output
      #expect(file["sha256"] as? String == String(printed.prefix(64)), "\(name)")
    }
  }

  @Test(arguments: models)
  func `every source of a model has an address and a licence`(_ model: String) throws {
    let manifest = try Repository.text("\(model)/manifest.json")
    let content = try JSONSerialization.jsonObject(with: Data(manifest.utf8))
    let sources = try #require((content as? [String: Any])?["sources"] as? [[String: Any]])
    #expect(!sources.isEmpty)
    for source in sources {
      #expect((source["address"] as? String)?.isEmpty == false, "\(source)")
      #expect((source["licence"] as? String)?.isEmpty == false, "\(source)")
    }
  }

  @Test(arguments: lexicons)
  func `a lexicon says where it comes from and under which licence`(_ lexicon: String) throws {
    let page = try Repository.text("\(lexicon)/SOURCE.md")
    #expect(page.contains(/(?i)licence|public domain/))
    #expect(try Documentation.text().contains("`\(lexicon)`"))
  }
}
