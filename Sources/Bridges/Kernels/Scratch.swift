import CQuothDNNL

/// Memory that kernels use while they run, kept between calls.
///
/// One at a time: a scratch belongs to the thread that is running kernels with it.
@safe public final class Scratch: @unchecked Sendable {
  private var blocks: [Use: UnsafeMutableRawBufferPointer] = unsafe [:]

  enum Use: Int, CaseIterable {
    case quantised, scales, zeros, sums, attention, library
  }

  public init() {}

  deinit {
    unsafe blocks.values.forEach { unsafe $0.deallocate() }
  }

  /// At least `count` elements for one use; what they hold is left from the last call.
  func pointer<Element: BitwiseCopyable>(
    _ use: Use, _ type: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    let size = max(count, 1) * MemoryLayout<Element>.stride
    if let block = unsafe blocks[use], block.count >= size {
      return unsafe bound(block, to: type)
    }
    if let block = unsafe blocks[use] { unsafe block.deallocate() }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 64)
    unsafe block.initializeMemory(as: UInt8.self, repeating: 0)
    unsafe blocks[use] = block
    return unsafe bound(block, to: type)
  }

  private func bound<Element: BitwiseCopyable>(
    _ block: UnsafeMutableRawBufferPointer, to type: Element.Type
  ) -> UnsafeMutablePointer<Element> {
    unsafe block.bindMemory(to: type).baseAddress.unsafelyUnwrapped
  }
}
