import QuothAnnotation
import QuothEntity
import QuothLinking
import QuothStatement
import QuothSyntax
import QuothSystem
public import QuothTime

/// What is read from `Lexicons` to read reports with.
public struct Lexicons: Sendable {
  let words: Lexicon
  public let times: TimeReader
  let actors: ActorLexicon
  let certainty: CertaintyLexicon
  let events: EventLexicon
  let lemmatiser: Lemmatiser
  let voices: VoiceLexicon

  private static let files =
    Lexicon.files + TimeGrammar.files + ActorLexicon.files + CertaintyLexicon.files
    + EventLexicon.files + Lemmatiser.files + VoiceLexicon.files

  /// - Throws: ``QuothError`` naming the file that is missing or malformed.
  public init() throws(QuothError) {
    let folder = try DataFolders.find("Lexicons")
    var files: [String: [UInt8]] = [:]
    for name in Self.files {
      do throws(FileError) {
        files[name] = try Files.read(folder + "/" + name)
      } catch {
        throw QuothError(error)
      }
    }
    lemmatiser = Lemmatiser { files[$0] ?? [] }
    do throws(LexiconError) {
      words = try Lexicon { files[$0] ?? [] }
      actors = try ActorLexicon { files[$0] ?? [] }
      certainty = try CertaintyLexicon { files[$0] ?? [] }
      events = try EventLexicon { files[$0] ?? [] }
      voices = try VoiceLexicon { files[$0] ?? [] }
    } catch {
      throw QuothError(error)
    }
    do throws(TimeGrammarError) {
      times = TimeReader(
        grammar: try TimeGrammar { String(decoding: files[$0] ?? [], as: UTF8.self) })
    } catch {
      throw QuothError(error)
    }
  }
}
