import Testing

@testable import QuothEngine

/// Opening a model whose files are not as they should be; scoring with one that is.
@Suite struct ModelTests {
  private func error(_ change: (inout SmallModel) -> Void) throws -> EngineError? {
    var small = SmallModel()
    change(&small)
    let folder = try TemporaryFolder()
    try small.write(to: folder.path)
    do {
      _ = try Model(folder: folder.path)
      return nil
    } catch { return error }
  }

  @Test func `a folder without files is a missing model`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: EngineError.missing(path: "\(folder.path)/manifest.json")) {
      try Model(folder: folder.path)
    }
  }

  @Test func `weights cut short at any place are told apart from damaged ones`() throws {
    let whole = SmallModel().weights.count
    for size in [0, 7, 40, 64, 200, whole - 1] {
      let slug = try error { $0.weights.removeLast(whole - size) }?.slug
      #expect(slug == (size < 40 ? "model.not-a-model" : "model.truncated"), "\(size) bytes")
    }
  }

  @Test func `one changed byte fails the checksum`() throws {
    #expect(try error { $0.weights[$0.weights.count - 3] ^= 1 }?.slug == "model.checksum")
  }

  @Test func `another version of the format is named`() throws {
    let slug = try error { $0.weights[8] = 9 }
    guard case .version(_, found: 9, supported: 1) = slug else {
      Issue.record("\(String(describing: slug))")
      return
    }
  }

  @Test func `a table that lies is refused even with a right checksum`() throws {
    for place in 64..<64 + 40 {
      for byte in [0, 0x7F, 0xFF] as [UInt8] {
        let found = try error {
          guard $0.weights[place] != byte else { return }
          $0.weights[place] = byte
          $0.seal()
        }
        #expect(found == nil || ["model.table", "model.tensor"].contains(found?.slug ?? ""))
      }
    }
  }

  @Test func `a manifest that is no JSON or lacks something is named`() throws {
    #expect(try error { $0.manifest = "{" }?.slug == "model.manifest")
    #expect(try error { $0.manifest = "{}" }?.slug == "model.manifest")
    #expect(
      try error { $0.manifest.replace("\"width\": 16", with: "\"width\": 1e9") }?.slug
        == "model.manifest")
  }

  @Test func `weights of another shape than the manifest says are named`() throws {
    #expect(
      try error { $0.manifest.replace("\"inner\": 32", with: "\"inner\": 48") }?.slug
        == "model.tensor")
  }

  @Test func `a vocabulary without its special pieces is refused`() throws {
    #expect(try error { $0.vocabulary = "a\nb\n" }?.slug == "model.vocabulary")
  }

  @Test func `windows are scored alike alone and together`() throws {
    let folder = try TemporaryFolder()
    try SmallModel().write(to: folder.path)
    let model = try Model(folder: folder.path, options: .init(precision: .int8))
    let windows = [3, 12, 7, 30].map { count in
      Window(
        ids: (0..<count).map { Int32($0 * 7 % 10) },
        features: [(0..<count).map { UInt8($0 % 3) }])
    }
    let together = try model.scores(windows)
    for (window, scores) in zip(windows, together) {
      #expect(scores.tokens == window.ids.count)
      #expect(scores["tags"]?.values.count == window.ids.count * 5)
      let alone = try model.scores([window])[0]
      for (one, other) in zip(scores["tags"]?.values ?? [], alone["tags"]?.values ?? []) {
        #expect(abs(one - other) < 1e-4)
      }
    }
  }

  @Test func `windows that do not fit are refused`() throws {
    let folder = try TemporaryFolder()
    try SmallModel().write(to: folder.path)
    let model = try Model(folder: folder.path)
    let wrong = [
      Window(ids: [], features: [[]]),
      Window(ids: [1, 2], features: []),
      Window(ids: [1, 99], features: [[0, 0]]),
      Window(ids: [1, -1], features: [[0, 0]]),
      Window(ids: [1, 2], features: [[0, 3]]),
      Window(ids: [1, 2], features: [[0]]),
      Window(ids: [Int32](repeating: 1, count: 65), features: [[UInt8](repeating: 0, count: 65)]),
    ]
    for window in wrong {
      #expect { try model.scores([window]) } throws: {
        ($0 as? EngineError)?.slug == "model.window"
      }
    }
  }

  @Test func `free tensors are read by name with their shape`() throws {
    let folder = try TemporaryFolder()
    try SmallModel().write(to: folder.path)
    let model = try Model(folder: folder.path)
    #expect(model.tensor("tags.transitions")?.shape == [5, 5])
    #expect(model.tensor("tags.transitions")?.values.count == 25)
    #expect(model.tensor("no.such") == nil)
  }

  @Test func `several threads score at once and agree`() async throws {
    let folder = try TemporaryFolder()
    try SmallModel().write(to: folder.path)
    let model = try Model(folder: folder.path)
    let window = Window(ids: [1, 5, 6, 7, 2], features: [[0, 1, 2, 1, 0]])
    let expected = try model.scores([window])
    try await withThrowingTaskGroup { group in
      for _ in 0..<8 { group.addTask { try model.scores([window]) } }
      for try await scores in group { #expect(scores == expected) }
    }
  }
}
