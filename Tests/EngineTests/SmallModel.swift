/// A model of two layers and ten pieces, written out by the tests.
struct SmallModel {
  static let width = 16
  static let inner = 32

  var manifest = """
    {"name": "small", "version": "1", "format": 1,
     "encoder": {"layers": 2, "width": 16, "attention_heads": 2, "inner": 32, "positions": 64},
     "features": [{"name": "case", "classes": 3}],
     "heads": [{"name": "tags", "hidden": 16, "output": 5, "labels": ["a", "b", "c", "d", "e"]}]}
    """
  var vocabulary = ["[UNK]", "[CLS]", "[SEP]", "a", "b", "c", "##d", "##e", ",", "."]
    .map { "\($0)\n" }.joined()
  var weights: [UInt8] = []

  init() {
    var tensors: [(name: String, shape: [Int], bytes: Bool)] = [
      ("embeddings.word", [10, Self.width], true),
      ("embeddings.position", [64, Self.width], true),
      ("embeddings.type", [1, Self.width], false),
      ("embeddings.feature.case", [3, Self.width], false),
      ("tags.transitions", [5, 5], false),
    ]
    func linear(_ name: String, _ outputs: Int, _ inputs: Int) {
      tensors.append(("\(name).weight", [outputs, inputs], true))
      tensors.append(("\(name).bias", [outputs], false))
    }
    func norm(_ name: String) {
      tensors.append(("\(name).weight", [Self.width], false))
      tensors.append(("\(name).bias", [Self.width], false))
    }
    norm("embeddings.norm")
    for layer in 0..<2 {
      for part in ["query", "key", "value", "attention.output"] {
        linear("layers.\(layer).\(part)", Self.width, Self.width)
      }
      linear("layers.\(layer).up", Self.inner, Self.width)
      linear("layers.\(layer).down", Self.width, Self.inner)
      norm("layers.\(layer).attention.norm")
      norm("layers.\(layer).norm")
    }
    linear("heads.tags.hidden", Self.width, Self.width)
    linear("heads.tags.output", 5, Self.width)
    encode(tensors)
  }

  /// Writes magic, table and data as `weights.py` does, each int8 tensor followed by its scales.
  private mutating func encode(_ tensors: [(name: String, shape: [Int], bytes: Bool)]) {
    var state: UInt32 = 1
    func next() -> UInt32 {
      state = state &* 1_664_525 &+ 1_013_904_223
      return state >> 16
    }
    var entries: [(name: String, shape: [Int], bytes: Bool, scale: UInt32, data: [UInt8])] = []
    for tensor in tensors {
      let count = tensor.shape.reduce(1, *)
      if tensor.bytes {
        let data = (0..<count).map { _ in UInt8(bitPattern: Int8(Int(next() % 127) - 63)) }
        entries.append((tensor.name, tensor.shape, true, UInt32(entries.count + 1), data))
        let scales = (0..<tensor.shape[0]).flatMap { _ in Self.bytes(0.01 as Float) }
        entries.append(("\(tensor.name).scale", [tensor.shape[0]], false, .max, scales))
      } else {
        let data = (0..<count).flatMap { _ in Self.bytes(Float(next() % 100) / 100) }
        entries.append((tensor.name, tensor.shape, false, .max, data))
      }
    }
    let table = entries.map { 4 + $0.name.utf8.count + 4 * $0.shape.count + 20 }.reduce(0, +)
    var offset = Self.aligned(64 + table)
    var head: [UInt8] = []
    var data: [UInt8] = []
    for entry in entries {
      head += Self.bytes(UInt16(entry.name.utf8.count)) + [entry.bytes ? 1 : 0]
      head += [UInt8(entry.shape.count)] + Array(entry.name.utf8)
      head += entry.shape.flatMap { Self.bytes(UInt32($0)) }
      head += Self.bytes(UInt64(offset)) + Self.bytes(UInt64(entry.data.count))
      head += Self.bytes(entry.scale)
      data +=
        entry.data + [UInt8](repeating: 0, count: Self.aligned(entry.data.count) - entry.data.count)
      offset += Self.aligned(entry.data.count)
    }
    head += [UInt8](repeating: 0, count: Self.aligned(64 + table) - 64 - table)
    weights = Array("QUOTHWTS".utf8) + Self.bytes(1 as UInt32) + Self.bytes(UInt32(entries.count))
    weights += Self.bytes(UInt64(64 + head.count + data.count)) + [UInt8](repeating: 0, count: 40)
    weights += head + data
    seal()
  }

  /// Writes the checksum of what the file holds now.
  mutating func seal() {
    var plain: UInt64 = 0
    var placed: UInt64 = 0
    for place in 0..<(weights.count - 64) / 8 {
      var word: UInt64 = 0
      for byte in 0..<8 { word |= UInt64(weights[64 + 8 * place + byte]) << UInt64(8 * byte) }
      plain &+= word
      placed &+= word &* UInt64(place + 1)
    }
    weights.replaceSubrange(24..<40, with: Self.bytes(plain) + Self.bytes(placed))
  }

  func write(to folder: String) throws {
    try TemporaryFolder.write(Array(manifest.utf8), to: "\(folder)/manifest.json")
    try TemporaryFolder.write(Array(vocabulary.utf8), to: "\(folder)/vocab.txt")
    try TemporaryFolder.write(weights, to: "\(folder)/weights.bin")
  }

  private static func aligned(_ count: Int) -> Int { (count + 63) / 64 * 64 }

  private static func bytes(_ number: Float) -> [UInt8] { bytes(number.bitPattern) }

  private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
