public import QuothAnnotation
public import QuothEngine
import QuothDigest
import QuothPlace
public import QuothReport
import QuothSystem
import QuothText

/// Reads reports: bytes in, who said what out.
///
///     let reader = try Reader()
///     let reading = try reader.read(Document(bytes: bytes, file: "bridge.txt"))
///     reading.attributions.first?.act     // .state
///
/// One reader serves any number of threads at once. Nothing is written and nothing is fetched.
public struct Reader: Sendable {
  public struct Options: Sendable {
    /// Folder of the model; found by ``DataFolders`` when `nil`.
    public var model: String?
    public var engine: Model.Options.Engine
    /// `nil` chooses what is faster here.
    public var precision: Model.Options.Precision?
    /// Reads reports in other languages than English too.
    public var force: Bool

    public init(
      model: String? = nil, engine: Model.Options.Engine = .auto,
      precision: Model.Options.Precision? = nil,
      force: Bool = false
    ) {
      self.model = model
      self.engine = engine
      self.precision = precision
      self.force = force
    }
  }

  /// The model in use.
  public let model: Model
  private let annotator: Annotator
  private let places: PlaceReader
  private let force: Bool

  /// Loads the model and the lexicons.
  ///
  /// - Throws: ``QuothError`` naming the file that is missing or does not fit.
  public init(_ options: Options = Options()) throws(QuothError) {
    let folder: String
    if let named = options.model {
      folder = named
    } else {
      folder = try DataFolders.find("Models/english")
    }
    let lexicons = try DataFolders.find("Lexicons")
    do throws(EngineError) {
      model = try Model(
        folder: folder,
        options: Model.Options(engine: options.engine, precision: options.precision))
    } catch {
      throw QuothError(error)
    }
    annotator = try Self.annotator(model, lexicons: lexicons)
    places = PlaceReader(try Gazetteer.installed())
    force = options.force
  }

  private static func annotator(_ model: Model, lexicons: String) throws(QuothError) -> Annotator {
    var files: [String: String] = [:]
    for name in Lexicon.files {
      do throws(FileError) {
        files[name] = String(decoding: try Files.read(lexicons + "/" + name), as: UTF8.self)
      } catch {
        throw QuothError(error)
      }
    }
    let lexicon: Lexicon
    do throws(LexiconError) {
      lexicon = try Lexicon { files[$0] ?? "" }
    } catch {
      throw QuothError(error)
    }
    do throws(AnnotationError) {
      return try Annotator(model: model, lexicon: lexicon)
    } catch {
      throw QuothError(error)
    }
  }

  /// Reads one report.
  ///
  /// - Throws: ``QuothError`` when the bytes are no report, or one in another language.
  public func read(_ document: Document) throws(QuothError) -> Reading {
    try read(report(document))
  }

  /// The report of a document, before it is annotated.
  public func report(_ document: Document) throws(QuothError) -> Report {
    let report: Report
    do throws(ReportError) {
      report = try Report(document, id: "sha256:" + Digest.sha256(document.bytes))
    } catch {
      throw QuothError(error)
    }
    if !force { try LanguageGate.check(report) }
    return report
  }

  /// Annotates a report.
  public func read(_ report: Report) throws(QuothError) -> Reading {
    let text = Text(report)
    do throws(AnnotationError) {
      var reading = try annotator.read(text)
      reading.places = places.places(in: text)
      return reading
    } catch {
      throw QuothError(error)
    }
  }
}
