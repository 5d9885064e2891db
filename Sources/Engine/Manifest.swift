/// What a model is, as its `manifest.json` tells.
public struct Manifest: Equatable, Sendable {
  /// A stream of small classes beside the subwords, such as letter case.
  public struct Feature: Equatable, Sendable {
    public let name: String
    public let classes: Int
  }

  /// One head on the encoder: y = W·x + b, or W₂·GELU(W₁·x + b₁) + b₂ when `hidden` is not 0.
  public struct Head: Equatable, Sendable {
    public let name: String
    /// Columns of what it reads; nil for the encoder's states.
    public let inputs: Int?
    public let hidden: Int
    public let output: Int
    /// Names of the outputs in order; may be empty.
    public let labels: [String]
  }

  public let name: String
  public let version: String
  public let layers: Int
  public let width: Int
  public let attentionHeads: Int
  /// Width inside the feed-forward part of a layer.
  public let inner: Int
  /// Greatest number of subwords in a window, with [CLS] and [SEP].
  public let positions: Int
  /// The streams in the order of ``Window/features``.
  public let features: [Feature]
  public let heads: [Head]

  /// - Throws: ``EngineError/manifest(path:detail:)`` when something is missing or out of range.
  init(_ bytes: [UInt8], path: String) throws(EngineError) {
    guard let json = JSON(bytes) else { throw .manifest(path: path, detail: "is not JSON") }
    let reader = Reader(path: path)
    name = try reader.string(json, "name")
    version = try reader.string(json, "version")
    guard let encoder = json["encoder"] else {
      throw .manifest(path: path, detail: "lacks \"encoder\"")
    }
    layers = try reader.integer(encoder, "layers", 1...96)
    width = try reader.integer(encoder, "width", 1...16384)
    attentionHeads = try reader.integer(encoder, "attention_heads", 1...1024)
    inner = try reader.integer(encoder, "inner", 1...65536)
    positions = try reader.integer(encoder, "positions", 3...65536)
    guard width % attentionHeads == 0 else {
      throw .manifest(path: path, detail: "\"attention_heads\" does not divide \"width\"")
    }
    var features: [Feature] = []
    for item in json["features"]?.array ?? [] {
      features.append(
        Feature(
          name: try reader.string(item, "name"),
          classes: try reader.integer(item, "classes", 1...256)))
    }
    self.features = features
    var heads: [Head] = []
    for item in json["heads"]?.array ?? [] {
      heads.append(
        Head(
          name: try reader.string(item, "name"),
          inputs: item["inputs"] == nil ? nil : try reader.integer(item, "inputs", 1...65536),
          hidden: try reader.integer(item, "hidden", 0...65536),
          output: try reader.integer(item, "output", 1...65536),
          labels: item["labels"]?.array?.compactMap(\.string) ?? []))
    }
    self.heads = heads
  }

  private struct Reader {
    let path: String

    func string(_ json: JSON, _ key: String) throws(EngineError) -> String {
      guard let text = json[key]?.string else {
        throw .manifest(path: path, detail: "lacks the text \"\(key)\"")
      }
      return text
    }

    func integer(
      _ json: JSON, _ key: String, _ range: ClosedRange<Int>
    ) throws(EngineError) -> Int {
      guard let number = json[key]?.integer, range.contains(number) else {
        throw .manifest(
          path: path,
          detail: "\"\(key)\" is not a number from \(range.lowerBound) to \(range.upperBound)")
      }
      return number
    }
  }
}
