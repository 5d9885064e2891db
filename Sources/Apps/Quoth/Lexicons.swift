import QuothAnnotation
import QuothSystem
public import QuothTime

/// What is read from `Lexicons` to read reports with.
public struct Lexicons: Sendable {
  let words: Lexicon
  public let times: TimeReader

  /// - Throws: ``QuothError`` naming the file that is missing or malformed.
  public init() throws(QuothError) {
    let folder = try DataFolders.find("Lexicons")
    var files: [String: String] = [:]
    for name in Lexicon.files + TimeGrammar.files {
      do throws(FileError) {
        files[name] = String(decoding: try Files.read(folder + "/" + name), as: UTF8.self)
      } catch {
        throw QuothError(error)
      }
    }
    do throws(LexiconError) {
      words = try Lexicon { files[$0] ?? "" }
    } catch {
      throw QuothError(error)
    }
    do throws(TimeGrammarError) {
      times = TimeReader(grammar: try TimeGrammar { files[$0] ?? "" })
    } catch {
      throw QuothError(error)
    }
  }
}
