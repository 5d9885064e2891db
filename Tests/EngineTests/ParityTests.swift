import QuothKernels
import Testing

@testable import QuothEngine

/// Plain Swift, the fast functions and the stored reference agree on the shipped model.
@Suite struct ParityTests {
  static let folder = Shipped.model

  struct Way: Sendable, CustomTestStringConvertible {
    let engine: Model.Options.Engine
    let precision: Model.Options.Precision
    var testDescription: String { "\(engine.rawValue) \(precision.rawValue)" }
  }

  @Test(arguments: [Way(engine: .plain, precision: .f32), Way(engine: .library, precision: .f32)])
  func `f32 differs from the reference by rounding and by its GELU`(_ way: Way) throws {
    for (name, distance) in try compare(way, shortest: way.engine == .plain) {
      print("\(way.testDescription): \(name) differs by \(distance.relative) at most, relatively")
      #expect(distance.relative <= 1e-3, "\(name)")
    }
  }

  @Test(arguments: [Way(engine: .plain, precision: .int8), Way(engine: .library, precision: .int8)])
  func `int8 keeps the direction of the reference`(_ way: Way) throws {
    for (name, distance) in try compare(way, shortest: way.engine == .plain) {
      print("\(way.testDescription): \(name) has a mean cosine of \(distance.cosine)")
      // Of a head with one output the cosine is whether the sign is the same.
      #expect(distance.cosine >= (name == "attribution.inner" ? 0.97 : 0.995), "\(name)")
    }
  }

  /// Distances of the last layer and of each head. Plain Swift reads the shortest case only.
  private func compare(_ way: Way, shortest: Bool) throws -> [(String, Distance)] {
    let model = try Model(
      folder: Self.folder, options: .init(engine: way.engine, precision: way.precision))
    var cases = try Reference(folder: Self.folder, manifest: model.manifest).cases
    if shortest {
      cases = cases.min { $0.window.ids.count < $1.window.ids.count }.map { [$0] } ?? []
    }
    try #require(!cases.isEmpty)
    var distances = [
      ("the last layer", Distance())
    ]
    for head in model.manifest.heads where head.inputs == nil {
      distances.append((head.name, Distance()))
    }
    for (number, scores) in try model.scores(cases.map(\.window)).enumerated() {
      let stored = cases[number]
      let workspace = Workspace()
      try model.encoder.read([stored.window], in: workspace)
      let width = model.manifest.width
      distances[0].1.add(
        workspace.hidden.values(0..<workspace.rows * width), stored.encoded, columns: width)
      for (place, head) in model.manifest.heads.filter({ $0.inputs == nil }).enumerated() {
        let table = try #require(scores[head.name])
        distances[place + 1].1.add(table.values, stored.heads[place], columns: head.output)
      }
    }
    return distances
  }
}

/// How far rows are from the rows they should be.
struct Distance {
  private var greatest: Float = 0
  private var size: Float = 0
  private var cosines: Float = 0
  private var rows: Float = 0

  /// The greatest difference over the greatest value.
  var relative: Float { greatest / size }
  /// The mean cosine of the rows.
  var cosine: Float { cosines / rows }

  mutating func add(_ found: [Float], _ expected: [Float], columns: Int) {
    for row in 0..<expected.count / columns {
      var (product, foundSize, expectedSize): (Float, Float, Float) = (0, 0, 0)
      for place in row * columns..<(row + 1) * columns {
        greatest = max(greatest, abs(found[place] - expected[place]))
        size = max(size, abs(expected[place]))
        product += found[place] * expected[place]
        foundSize += found[place] * found[place]
        expectedSize += expected[place] * expected[place]
      }
      cosines += product / (foundSize * expectedSize).squareRoot()
      rows += 1
    }
  }
}
