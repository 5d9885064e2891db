import Dispatch
import Synchronization

/// Work on many things at once.
public enum Parallel {
  /// What `work` makes of each element, in their order.
  ///
  /// - Parameters:
  ///   - jobs: elements worked on at once; at least 1.
  ///   - work: called on any thread.
  public static func map<Element: Sendable, Product: Sendable>(
    _ elements: [Element], jobs: Int, _ work: @Sendable (Element) -> Product
  ) -> [Product] {
    let lanes = max(1, min(jobs, elements.count))
    guard lanes > 1 else { return elements.map(work) }
    // Each lane writes places of its own.
    let room = UnsafeMutableBufferPointer<Product>.allocate(capacity: elements.count)
    defer { unsafe room.deallocate() }
    nonisolated(unsafe) let places = unsafe room
    let next = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: lanes) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < elements.count else { return }
        unsafe places.initializeElement(at: index, to: work(elements[index]))
      }
    }
    defer { unsafe room.deinitialize() }
    return unsafe Array(room)
  }
}
