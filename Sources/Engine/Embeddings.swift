import QuothKernels
import QuothSystem

/// The input of the encoder: word, position, type and feature rows, added up.
struct Embeddings: Sendable {
  /// Rows looked up by number; int8 rows stay in the mapped file.
  private enum Table: Sendable {
    case float([Float])
    case int8(MappedFile, offset: Int, scales: [Float])
  }

  let norm: Encoder.Norm
  /// Number of word rows.
  let wordCount: Int
  private let width: Int
  private let words: Table
  private let positions: Table
  private let type: Table
  private let features: [Table]

  init(_ file: WeightFile, manifest: Manifest) throws(EngineError) {
    let width = manifest.width
    func table(_ name: String, rows: Int) throws(EngineError) -> Table {
      let tensor = try file.tensor("embeddings.\(name)", shape: [rows, width])
      return switch tensor.kind {
      case .float: .float(file.floats(tensor))
      case .int8: .int8(file.file, offset: tensor.offset, scales: file.scales(tensor))
      }
    }
    self.width = width
    norm = try Encoder.Norm(file, name: "embeddings.norm", width: width)
    wordCount = file["embeddings.word"]?.shape.first ?? 0
    words = try table("word", rows: wordCount)
    positions = try table("position", rows: manifest.positions)
    type = try table("type", rows: 1)
    var features: [Table] = []
    for feature in manifest.features {
      features.append(try table("feature.\(feature.name)", rows: feature.classes))
    }
    self.features = features
  }

  /// Writes the sum for each subword of a window, rows from `first` on.
  func embed(_ window: Window, into out: Buffer, from first: Int) {
    for place in window.ids.indices {
      let start = (first + place) * width
      out.clear(start..<start + width)
      add(words, Int(window.ids[place]), to: out, at: start)
      add(positions, place, to: out, at: start)
      add(type, 0, to: out, at: start)
      for (feature, classes) in zip(features, window.features) {
        add(feature, Int(classes[place]), to: out, at: start)
      }
    }
  }

  private func add(_ table: Table, _ number: Int, to out: Buffer, at start: Int) {
    switch table {
    case .float(let values):
      out.add(values, number * width..<(number + 1) * width, at: start)
    case .int8(let file, let offset, let scales):
      file.add(
        int8sAt: offset + number * width, count: width, scale: scales[number], to: out, at: start)
    }
  }
}
