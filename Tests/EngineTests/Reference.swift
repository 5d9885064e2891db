import QuothKernels
import QuothSystem
import Testing

@testable import QuothEngine

/// Stored reference activations of a model (`reference.bin`, written by `reference.py`).
struct Reference {
  struct Case {
    let window: Window
    /// Input of the first layer, then output of the last: (tokens, width).
    let embedded: [Float]
    let encoded: [Float]
    /// (tokens, output) of each head, in the manifest's order.
    let heads: [[Float]]
  }

  let cases: [Case]

  init(folder: String, manifest: Manifest) throws {
    let file = try MappedFile(path: "\(folder)/reference.bin")
    var place = 8
    func number() throws -> Int {
      defer { place += 4 }
      return Int(try #require(file.number(at: place, size: 4)))
    }
    func floats(_ count: Int) throws -> [Float] {
      defer { place += 4 * count }
      return try #require(file.floats(at: place, count: count))
    }
    try #require(file.text(at: 0, size: 8) == "QUOTHREF")
    let count = try number()
    try #require(try number() == manifest.features.count)
    let heads = manifest.heads.filter { $0.inputs == nil }
    try #require(try number() == 2 + heads.count)
    var cases: [Case] = []
    for _ in 0..<count {
      let tokens = try number()
      var ids: [Int32] = []
      for _ in 0..<tokens { ids.append(Int32(try number())) }
      var features: [[UInt8]] = []
      for _ in manifest.features {
        features.append(try #require(file.bytes(at: place, count: tokens)))
        place += (tokens + 3) / 4 * 4
      }
      cases.append(
        Case(
          window: Window(ids: ids, features: features),
          embedded: try floats(tokens * manifest.width),
          encoded: try floats(tokens * manifest.width),
          heads: try heads.map { try floats(tokens * $0.output) }))
    }
    self.cases = cases
  }
}
