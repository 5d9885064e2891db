import Glibc
import Testing

@testable import QuothKernels

/// Each fast function agrees with its plain Swift twin.
@Suite struct KernelTests {
  /// Even numbers in -1…1, the same every time.
  private struct Draw {
    var state: UInt64

    mutating func next() -> Float {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Float(Int32(truncatingIfNeeded: state >> 32)) / Float(Int32.max)
    }

    mutating func values(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
  }

  private let plain = Kernels(engine: .plain)

  /// Every level of vector functions that this processor has.
  private func fast(_ level: Level, _ precision: Kernels.Precision = .f32) -> Kernels {
    Kernels(engine: .library, precision: precision, level: level)
  }

  /// The greatest difference of two runs of numbers, over the greatest number.
  private func difference(_ found: [Float], _ expected: [Float]) -> Float {
    let greatest = zip(found, expected).map { abs($0 - $1) }.max() ?? 0
    return greatest / max(expected.map(abs).max() ?? 0, .leastNormalMagnitude)
  }

  private func run(
    _ matrix: Matrix, bias: [Float], gelu: Bool = false, values: [Float], rows: Int,
    _ kernels: Kernels
  ) throws -> [Float] {
    let product = kernels.product(matrix, bias: bias, gelu: gelu)
    let padded = Kernels.padded(rows)
    let input = Buffer(values + [Float](repeating: 0, count: padded * matrix.inputs - values.count))
    let output = Buffer(count: padded * matrix.outputs)
    try product.run(input, rows: rows, scratch: Scratch(), into: output)
    return output.values(0..<rows * matrix.outputs)
  }

  @Test(arguments: Level.vectors, [1, 15, 16, 70, 81])
  func `sums of bytes are exact whatever runs them`(level: Level, rows: Int) throws {
    var draw = Draw(state: 1)
    let (outputs, inputs) = (24, 48)
    // As great as the rule of fours allows: four of ±32, or ±127 beside 1 in each.
    let weights = (0..<outputs * inputs).map { place -> Int8 in
      let sign: Int8 = draw.next() < 0 ? -1 : 1
      guard place / inputs % 2 == 1 else { return sign * 32 }
      return place % 8 % 4 == 0 ? (place % 8 == 0 ? sign * 127 : sign) : 0
    }
    let matrix = Matrix(
      outputs: outputs, inputs: inputs,
      values: .int8(weights, scales: [Float](repeating: 1, count: outputs)))
    // Values that are bytes already: scale 1, zero point 0.
    let values = (0..<rows * inputs).map { place -> Float in
      place % inputs == 0 ? 255 : ((draw.next() + 1) * 127.5).rounded()
    }
    let bias = [Float](repeating: 0, count: outputs)
    let found = try run(
      matrix, bias: bias, values: values, rows: rows, fast(level, .int8))
    for row in 0..<rows {
      for output in 0..<outputs {
        var sum: Float = 0
        for input in 0..<inputs {
          sum += values[row * inputs + input] * Float(weights[output * inputs + input])
        }
        #expect(found[row * outputs + output] == sum)
      }
    }
  }

  @Test func `the first, second, fifth and sixth of eight weights are added together`() {
    var weights = [Int8](repeating: 0, count: 16)
    for place in [0, 1, 4, 5] { weights[place] = 32 }
    for place in [2, 3, 6, 7] { weights[place] = -32 }
    #expect(IntegerProduct.foursFit(weights, inputs: 16))
    weights[10] = -97
    weights[15] = -32
    #expect(!IntegerProduct.foursFit(weights, inputs: 16))
  }

  @Test(arguments: Level.vectors, Kernels.Precision.allCases)
  func `products agree`(level: Level, precision: Kernels.Precision) throws {
    for gelu in [false, true] { try agree(level, precision, gelu: gelu) }
  }

  private func agree(_ level: Level, _ precision: Kernels.Precision, gelu: Bool) throws {
    var draw = Draw(state: 2)
    let (rows, outputs, inputs) = (37, 40, 64)
    let weights = (0..<outputs * inputs).map { _ in Int8(draw.next() * 63) }
    let matrix = Matrix(
      outputs: outputs, inputs: inputs,
      values: .int8(weights, scales: draw.values(outputs).map { abs($0) / 100 }))
    let bias = draw.values(outputs)
    let values = draw.values(rows * inputs)
    let found = try [fast(level, precision), Kernels(engine: .plain, precision: precision)].map {
      try run(matrix, bias: bias, gelu: gelu, values: values, rows: rows, $0)
    }
    let difference = difference(found[0], found[1])
    print("products, \(level), \(precision.rawValue): \(difference) at most, relatively")
    // oneDNN takes the error function for GELU.
    #expect(difference < (gelu && precision == .f32 ? 2e-4 : 1e-5))
  }

  @Test func `a matrix of odd shape is multiplied in f32`() throws {
    var draw = Draw(state: 3)
    let matrix = Matrix(outputs: 7, inputs: 5, values: .float(draw.values(35)))
    let bias = draw.values(7)
    let values = draw.values(15)
    let found = try [fast(.best), plain].map {
      try run(matrix, bias: bias, values: values, rows: 3, $0)
    }
    #expect(difference(found[0], found[1]) < 1e-5)
  }

  @Test(arguments: Level.vectors)
  func `GELU follows the error function`(level: Level) {
    let values = (0..<2001).map { Float($0 - 1000) / 125 }
    let found = [fast(level), plain].map { kernels in
      let buffer = Buffer(values)
      kernels.gelu(buffer, count: values.count)
      return buffer.values(0..<values.count)
    }
    let expected = values.map { 0.5 * $0 * (1 + erff($0 * Float(0.5).squareRoot())) }
    let greatest = zip(found[0], expected).map { abs($0 - $1) }.max() ?? 1
    print("GELU, \(level): \(greatest) at most")
    #expect(greatest < 2e-4)
    #expect(difference(found[0], found[1]) < 1e-6)
  }

  @Test(arguments: Level.vectors, [8, 384, 391])
  func `norms agree`(level: Level, width: Int) {
    var draw = Draw(state: 4)
    let rows = 5
    let values = draw.values(rows * width)
    let residual = Buffer(draw.values(rows * width))
    let (weight, bias) = (draw.values(width), draw.values(width))
    let found = [fast(level), plain].map { kernels in
      let buffer = Buffer(values)
      kernels.norm(
        buffer, adding: residual, rows: rows, weight: weight, bias: bias, epsilon: 1e-12)
      return buffer.values(0..<rows * width)
    }
    #expect(difference(found[0], found[1]) < 1e-5)
  }

  @Test(arguments: Level.vectors, [1, 5, 16, 33, 70, 129])
  func `attention agrees for windows of any length`(level: Level, tokens: Int) {
    for (heads, width) in [(3, 96), (2, 16), (1, 40)] {
      var draw = Draw(state: 5)
      let joined = Buffer(draw.values(tokens * 3 * width).map { $0 * 4 })
      let expected = attend(joined, tokens: tokens, heads: heads, width: width, plain)
      let exact = attend(joined, tokens: tokens, heads: heads, width: width, fast(level))
      #expect(difference(exact, expected) < 1e-5)
      let sixteen = attend(joined, tokens: tokens, heads: heads, width: width, fast(level, .int8))
      #expect(difference(sixteen, expected) < 1e-3)
    }
  }

  @Test(arguments: Level.vectors)
  func `attention over 16 bits neither overflows nor traps`(level: Level) {
    let (tokens, width) = (70, 32)
    for value in [1e-30, 1, 1e30, Float.infinity, .nan] as [Float] {
      let joined = Buffer([Float](repeating: value, count: tokens * 3 * width))
      let found = attend(joined, tokens: tokens, heads: 1, width: width, fast(level, .int8))
      if value.isFinite {
        #expect(found.allSatisfy { abs($0 / value - 1) < 1e-3 }, "\(value)")
      }
    }
  }

  private func attend(
    _ joined: Buffer, tokens: Int, heads: Int, width: Int, _ kernels: Kernels
  ) -> [Float] {
    let out = Buffer(count: tokens * width)
    kernels.attend(
      joined, tokens: tokens, heads: heads, width: width, scratch: Scratch(), into: out)
    return out.values(0..<tokens * width)
  }

  @Test(arguments: [1, 5, 33, 129])
  func `every level gives the same to the last bit`(tokens: Int) throws {
    let width = 48
    let found = try Level.vectors.map { level -> [[Float]] in
      var draw = Draw(state: 6)
      let kernels = fast(level, .int8)
      let weights = (0..<width * width).map { _ in Int8(draw.next() * 63) }
      let matrix = Matrix(
        outputs: width, inputs: width,
        values: .int8(weights, scales: draw.values(width).map { abs($0) / 100 }))
      let values = draw.values(tokens * width)
      let product = try run(
        matrix, bias: draw.values(width), gelu: true, values: values, rows: tokens, kernels)
      let normed = Buffer(values)
      kernels.norm(
        normed, adding: Buffer(product), rows: tokens, weight: draw.values(width),
        bias: draw.values(width), epsilon: 1e-12)
      let joined = Buffer(draw.values(tokens * 3 * width).map { $0 * 4 })
      let mixed = attend(joined, tokens: tokens, heads: 3, width: width, kernels)
      return [product, normed.values(0..<tokens * width), mixed]
    }
    for other in found.dropFirst() { #expect(other == found[0]) }
  }

  @Test func `a row of zeros and rows that are not finite do not trap`() throws {
    let matrix = Matrix(
      outputs: 8, inputs: 16,
      values: .int8([Int8](repeating: 3, count: 128), scales: [Float](repeating: 1, count: 8)))
    var values = [Float](repeating: 0, count: 48)
    values[16] = .infinity
    values[32] = .nan
    let plain = Kernels(engine: .plain, precision: .int8)
    for kernels in Level.vectors.map({ fast($0, .int8) }) + [plain] {
      let bias = [Float](repeating: 2, count: 8)
      let found = try run(matrix, bias: bias, values: values, rows: 3, kernels)
      #expect(found.prefix(16).allSatisfy { $0 == 2 })
    }
  }
}
