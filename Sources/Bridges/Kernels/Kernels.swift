import CQuothDNNL

/// How products and layers are computed on this machine.
///
/// Two ways exist for everything: plain Swift, which explains it and is the reference in tests,
/// and the fast one: vector functions in C, and oneDNN for products in f32.
public struct Kernels: Sendable {
  public enum Engine: String, Sendable, CaseIterable {
    /// The fast way where this machine has it, plain Swift otherwise.
    case auto
    /// Plain Swift only.
    case plain
    /// The same as auto.
    case library
  }

  public enum Precision: String, Sendable, CaseIterable {
    /// 8-bit activations a row times 8-bit weights, exact 32-bit sums; f32 between products.
    case int8
    /// f32 throughout, over the dequantised weights.
    case f32
  }

  public let precision: Precision
  /// Whether products in f32 go to oneDNN.
  public let usesLibrary: Bool
  /// Which vector functions run.
  let level: Level

  /// Chooses the way. `precision` nil chooses int8 where it is the faster one.
  public init(engine: Engine = .auto, precision: Precision? = nil) {
    self.init(engine: engine, precision: precision, level: .best)
  }

  /// A way with vector functions of one level, which this processor must have.
  init(engine: Engine, precision: Precision?, level: Level) {
    let level = engine == .plain ? .plain : level
    let precision = precision ?? (level > .plain ? .int8 : .f32)
    precondition(quoth_has_level(level.c))
    // Opening the library takes time, and integers go without.
    usesLibrary = engine != .plain && precision == .f32 && Library.shared.absence == nil
    self.level = level
    self.precision = precision
  }

  /// One line for people: what computes, and in which precision.
  public var description: String {
    if usesLibrary { return "oneDNN \(Library.shared.version ?? ""), f32, \(level)" }
    return "\(level), \(precision.rawValue)"
  }

  /// Rows that are best given to a product at once: enough for whole tiles, few enough for the
  /// cache.
  public static let rowsAtOnce = 96

  /// Buffers given to products hold rows up to the next multiple of this.
  public static let rowStep = Int(QUOTH_ROW_STEP)

  /// `rows` rounded up to ``rowStep``.
  public static func padded(_ rows: Int) -> Int { (rows + rowStep - 1) / rowStep * rowStep }

  /// Prepares values × weights + bias, with GELU after it where asked.
  ///
  /// Runs in integers when the precision is int8, the weights are int8 and the shape suits vector
  /// functions (inputs a multiple of 16, outputs of 8); in f32 otherwise.
  ///
  /// - Precondition: `bias` has one value an output.
  /// - Complexity: O(inputs × outputs).
  public func product(_ matrix: Matrix, bias: [Float], gelu: Bool = false) -> Product {
    precondition(bias.count == matrix.outputs)
    if precision == .int8, case .int8(let weights, let scales) = matrix.values,
      matrix.inputs % 16 == 0, matrix.outputs % 8 == 0
    {
      let product = IntegerProduct(
        matrix: matrix, weights: weights, scales: scales, bias: bias, gelu: gelu,
        level: level)
      return Product(kind: .integer(product))
    }
    if usesLibrary, let product = LibraryProduct(matrix, bias: bias, gelu: gelu) {
      return Product(kind: .library(product))
    }
    if level > .plain,
      let product = VectorProduct(matrix, bias: bias, gelu: gelu, level: level)
    {
      return Product(kind: .vector(product))
    }
    return Product(kind: .plain(PlainProduct(matrix, bias: bias, gelu: gelu)))
  }

  /// values = norm(values + residual) · weight + bias for `rows` rows from row `first` of both;
  /// a row is as wide as `weight`.
  ///
  /// Source: Ba, Kiros and Hinton 2016, arXiv:1607.06450.
  ///
  /// - Precondition: The buffers hold these rows.
  public func norm(
    _ values: Buffer, first: Int = 0, adding residual: Buffer? = nil, residualFirst: Int = 0,
    rows: Int, weight: [Float], bias: [Float], epsilon: Float
  ) {
    let width = weight.count
    precondition(bias.count == width)
    let out = unsafe values.elements(first * width..<(first + rows) * width)
    let added = unsafe residual.map {
      unsafe $0.elements(residualFirst * width..<(residualFirst + rows) * width)
    }
    guard level > .plain else {
      unsafe Plain.norm(out, adding: added, weight: weight, bias: bias, epsilon: epsilon)
      return
    }
    guard let base = out.baseAddress else { return }
    unsafe quoth_norm(
      level.c, base, added?.baseAddress, weight, bias, epsilon, Int32(rows), Int32(width))
  }

  /// GELU, within 2e-4 of its value by the error function, in place, over the first `count` floats.
  ///
  /// Source: Hendrycks and Gimpel 2016, arXiv:1606.08415.
  public func gelu(_ values: Buffer, count: Int) {
    let values = unsafe values.elements(0..<count)
    guard level > .plain, let base = values.baseAddress else {
      for place in values.indices { unsafe values[place] = Plain.gelu(values[place]) }
      return
    }
    unsafe quoth_gelu(level.c, base, values.count)
  }

  /// Attention inside one window, `tokens` rows from row `first` of both: every token attends to
  /// every token of it.
  ///
  /// `joined` is (rows, 3 × width): queries, keys, values side by side; `out` is (rows, width).
  /// Where the precision is int8 vector functions multiply 16-bit integers, which differs from f32
  /// in the fourth digit.
  /// Source: Vaswani et al. 2017, arXiv:1706.03762, section 3.2.
  ///
  /// - Precondition: `heads` divides the width and the buffers hold these rows.
  /// - Complexity: O(tokens² × width).
  public func attend(
    _ joined: Buffer, first: Int = 0, tokens: Int, heads: Int, width: Int, scratch: Scratch,
    into out: Buffer
  ) {
    precondition(heads > 0 && width % heads == 0)
    let rows = first..<first + tokens
    let from = unsafe joined.elements(
      rows.lowerBound * 3 * width..<rows.upperBound * 3 * width)
    let to = unsafe out.elements(rows.lowerBound * width..<rows.upperBound * width)
    guard level > .plain else {
      unsafe Plain.attend(from, tokens: tokens, heads: heads, width: width, into: to)
      return
    }
    guard tokens > 0, let from = from.baseAddress, let to = to.baseAddress else { return }
    let headWidth = Int32(width / heads)
    let size = quoth_attend_scratch(level.c, Int32(tokens), headWidth)
    let memory = unsafe scratch.pointer(.attention, Float.self, count: size)
    unsafe quoth_attend(
      level.c, from, Int32(tokens), Int32(heads), headWidth, precision == .int8, memory, to)
  }
}
