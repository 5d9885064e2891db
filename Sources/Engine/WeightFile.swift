import QuothKernels
import QuothSystem

/// The tensors of a model, mapped from one file.
///
/// The layout is written down in `Tools/training/quoth_training/weights.py`: magic, version, a
/// table of tensors, their data at multiples of 64 bytes. The checksum is verified once, on opening.
struct WeightFile: Sendable {
  enum Kind: UInt64, Sendable { case float = 0, int8 = 1 }

  struct Tensor: Sendable {
    let name: String
    let kind: Kind
    let shape: [Int]
    /// Place of the data in the file, in bytes.
    let offset: Int
    /// The number of the tensor with one scale a row, for int8.
    let scale: Int?

    var count: Int { shape.reduce(1, *) }
  }

  static let magic: UInt64 = 0x5354_5748_544F_5551  // "QUOTHWTS" read little-endian
  static let version = 1
  static let header = 64

  let path: String
  let file: MappedFile
  let tensors: [Tensor]
  private let numbers: [String: Int]

  /// - Throws: ``EngineError``: missing, unreadable, not a model, another version, truncated,
  ///   checksum or table.
  /// - Complexity: O(size of the file).
  init(path: String) throws(EngineError) {
    let file = try MappedFile(opening: path)
    self.path = path
    self.file = file
    guard file.number(at: 0, size: 8) == Self.magic,
      let version = file.number(at: 8, size: 4), let count = file.number(at: 12, size: 4),
      let size = file.number(at: 16, size: 8), let plain = file.number(at: 24, size: 8),
      let placed = file.number(at: 32, size: 8)
    else { throw .notAModel(path: path) }
    guard version == UInt64(Self.version) else {
      throw .version(path: path, found: Int(version), supported: Self.version)
    }
    guard size == UInt64(file.count) else {
      throw .truncated(path: path, expected: Int(clamping: size), found: file.count)
    }
    guard file.wordSums(from: Self.header) == (plain, placed) else { throw .checksum(path: path) }
    tensors = try Self.table(in: file, count: Int(count), path: path)
    numbers = Dictionary(
      tensors.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(name: String) -> Tensor? { numbers[name].map { tensors[$0] } }

  private static func table(
    in file: MappedFile, count: Int, path: String
  ) throws(EngineError) -> [Tensor] {
    var tensors: [Tensor] = []
    var place = header
    for number in 0..<count {
      guard let tensor = tensor(in: file, at: &place, count: count) else {
        throw .table(path: path, detail: "entry \(number) is cut off or out of range")
      }
      tensors.append(tensor)
    }
    for tensor in tensors where tensor.kind == .int8 {
      guard let scale = tensor.scale, tensors[scale].kind == .float, tensor.shape.count == 2,
        tensors[scale].count == tensor.shape[0]
      else { throw .table(path: path, detail: "\(tensor.name) has no fitting scales") }
    }
    return tensors
  }

  /// Reads one entry and moves `place` past it; nil when it does not fit the file.
  private static func tensor(
    in file: MappedFile, at place: inout Int, count: Int
  ) -> Tensor? {
    guard let length = file.number(at: place, size: 2).map(Int.init),
      let kind = file.number(at: place + 2, size: 1).flatMap(Kind.init),
      let rank = file.number(at: place + 3, size: 1).map(Int.init), rank <= 4,
      let name = file.text(at: place + 4, size: length)
    else { return nil }
    place += 4 + length
    var shape: [Int] = []
    var elements = 1
    for _ in 0..<rank {
      guard let dimension = file.number(at: place, size: 4).map(Int.init) else { return nil }
      let (product, overflow) = elements.multipliedReportingOverflow(by: dimension)
      guard !overflow else { return nil }
      elements = product
      shape.append(dimension)
      place += 4
    }
    guard let offset = file.number(at: place, size: 8),
      let size = file.number(at: place + 8, size: 8),
      let scale = file.number(at: place + 16, size: 4)
    else { return nil }
    place += 20
    let width: UInt64 = kind == .float ? 4 : 1
    guard offset <= file.count, size <= UInt64(file.count) - offset,
      UInt64(elements).multipliedReportingOverflow(by: width) == (size, false),
      scale == 0xFFFF_FFFF || scale < count
    else { return nil }
    return Tensor(
      name: name, kind: kind, shape: shape, offset: Int(offset),
      scale: scale == 0xFFFF_FFFF ? nil : Int(scale))
  }
}

extension WeightFile {
  /// A tensor of exactly this shape.
  ///
  /// - Throws: ``EngineError/tensor(name:detail:)`` when it is missing or has another shape.
  func tensor(_ name: String, shape: [Int]) throws(EngineError) -> Tensor {
    guard let tensor = self[name] else { throw .tensor(name: name, detail: "is missing") }
    guard tensor.shape == shape else {
      throw .tensor(name: name, detail: "has shape \(tensor.shape), not \(shape)")
    }
    return tensor
  }

  /// The f32 values of a tensor, dequantised where it is int8.
  func floats(_ name: String, shape: [Int]) throws(EngineError) -> [Float] {
    try floats(tensor(name, shape: shape))
  }

  /// The f32 values of a tensor of this file, dequantised where it is int8.
  func floats(_ tensor: Tensor) -> [Float] {
    switch tensor.kind {
    case .float:
      file.floats(at: tensor.offset, count: tensor.count) ?? []
    case .int8:
      matrix(tensor).dequantised
    }
  }

  /// A matrix of shape (outputs, inputs).
  func matrix(_ name: String, outputs: Int, inputs: Int) throws(EngineError) -> Matrix {
    try matrix(tensor(name, shape: [outputs, inputs]))
  }

  /// One scale a row of an int8 tensor; none for f32.
  func scales(_ tensor: Tensor) -> [Float] {
    tensor.scale.map { floats(tensors[$0]) } ?? []
  }

  private func matrix(_ tensor: Tensor) -> Matrix {
    let values: Matrix.Values =
      switch tensor.kind {
      case .float:
        .float(file.floats(at: tensor.offset, count: tensor.count) ?? [])
      case .int8:
        .int8(
          file.int8s(at: tensor.offset, count: tensor.count) ?? [], scales: scales(tensor))
      }
    return Matrix(outputs: tensor.shape[0], inputs: tensor.shape[1], values: values)
  }
}

extension MappedFile {
  /// Maps a file of the model.
  ///
  /// - Throws: ``EngineError/missing(path:)`` or ``EngineError/unreadable(path:code:)``.
  convenience init(opening path: String) throws(EngineError) {
    do throws(FileError) {
      try self.init(path: path)
    } catch {
      throw EngineError(error)
    }
  }
}

extension EngineError {
  init(_ error: FileError) {
    switch error {
    case .missing(let path): self = .missing(path: path)
    case .unreadable(let path, let code): self = .unreadable(path: path, code: code)
    case .isFolder(let path), .tooLarge(let path, _, _): self = .notAModel(path: path)
    }
  }

  init(_ error: KernelError) {
    switch error {
    case .library(let status): self = .library(status: Int(status))
    }
  }
}
