/// A block of floats that kernels read and write, aligned to cache lines.
///
/// Every access is checked against ``count``. A buffer belongs to one thread at a time.
@safe public final class Buffer: @unchecked Sendable {
  public private(set) var count: Int
  private var base: UnsafeMutableRawBufferPointer

  /// `count` zeros.
  public init(count: Int = 0) {
    self.count = count
    unsafe base = Self.allocate(count)
  }

  public convenience init(_ values: [Float]) {
    self.init(count: values.count)
    for (place, value) in values.enumerated() { self[place] = value }
  }

  deinit { unsafe base.deallocate() }

  /// Makes room for at least `count` floats; when it has to grow, what it held becomes zeros.
  public func reserve(_ count: Int) {
    guard count > self.count else { return }
    unsafe base.deallocate()
    unsafe base = Self.allocate(count)
    self.count = count
  }

  public subscript(place: Int) -> Float {
    get { unsafe elements(place..<place + 1)[0] }
    set { unsafe elements(place..<place + 1)[0] = newValue }
  }

  /// A copy of some of the floats.
  ///
  /// - Precondition: `range` lies inside the buffer.
  public func values(_ range: Range<Int>) -> [Float] { unsafe Array(elements(range)) }

  /// Copies `count` floats from `place` on into `values`.
  ///
  /// - Precondition: both runs lie inside what they are part of.
  public func copy(_ place: Int, _ count: Int, into values: inout [Float], at start: Int) {
    let floats = unsafe elements(place..<place + count).span
    var values = values.mutableSpan
    for column in 0..<count { values[start + column] = floats[column] }
  }

  /// Adds `count` floats from `place` on, each times `factor`, to those of `values`.
  ///
  /// - Precondition: both runs lie inside what they are part of.
  public func add(
    _ place: Int, _ count: Int, times factor: Float, to values: inout [Float], at start: Int
  ) {
    let floats = unsafe elements(place..<place + count).span
    var values = values.mutableSpan
    for column in 0..<count { values[start + column] += factor * floats[column] }
  }

  /// Sets the floats from `place` on to `values`.
  ///
  /// - Precondition: they lie inside the buffer.
  public func set(_ values: ArraySlice<Float>, at place: Int) {
    let values = values.span
    var floats = unsafe elements(place..<place + values.count).mutableSpan
    for column in 0..<values.count { floats[column] = values[column] }
  }

  /// Sets some of the floats to 0.
  ///
  /// - Precondition: `range` lies inside the buffer.
  public func clear(_ range: Range<Int>) { unsafe elements(range).update(repeating: 0) }

  /// Adds some of `values` to the floats from `place` on, one to one.
  ///
  /// - Precondition: `range` lies inside `values` and the floats inside the buffer.
  public func add(_ values: [Float], _ range: Range<Int>, at place: Int) {
    let values = values.span.extracting(range)
    var floats = unsafe elements(place..<place + range.count).mutableSpan
    for column in 0..<values.count { floats[column] += values[column] }
  }

  /// Some of the floats themselves.
  func elements(_ range: Range<Int>) -> UnsafeMutableBufferPointer<Float> {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return unsafe UnsafeMutableBufferPointer(
      start: start + range.lowerBound, count: range.count)
  }

  private var start: UnsafeMutablePointer<Float> {
    unsafe base.bindMemory(to: Float.self).baseAddress.unsafelyUnwrapped
  }

  private static func allocate(_ count: Int) -> UnsafeMutableRawBufferPointer {
    let size = max(count, 1) * MemoryLayout<Float>.stride
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0)
    return unsafe block
  }
}
