/// Works on many things at once and hands the results over in their order.
enum OrderedWork {
  /// How many results, for each job, may wait for an earlier one: what bounds the memory.
  private static let window = 4

  /// - Parameters:
  ///   - jobs: Things worked on at once.
  ///   - work: Called on any thread.
  ///   - emit: Called in order, one at a time; what it throws ends the work.
  static func run<Element: Sendable, Product: Sendable>(
    _ elements: [Element], jobs: Int, work: @escaping @Sendable (Element) -> Product,
    emit: (Product) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Product).self) { group in
      var started = 0
      var emitted = 0
      var running = 0
      var waiting: [Int: Product] = [:]
      repeat {
        while started < elements.count, running < jobs, started < emitted + jobs * window {
          let number = started
          let element = elements[number]
          group.addTask { (number, work(element)) }
          started += 1
          running += 1
        }
        guard let (number, product) = try await group.next() else { return }
        running -= 1
        waiting[number] = product
        while let product = waiting.removeValue(forKey: emitted) {
          try emit(product)
          emitted += 1
        }
      } while emitted < elements.count
    }
  }
}
