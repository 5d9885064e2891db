public import QuothSystem

extension MappedFile {
  /// Adds `scale` times `count` signed bytes to the floats of `values` from `place` on.
  ///
  /// - Precondition: The bytes lie inside the file and the floats inside the buffer.
  public func add(
    int8sAt offset: Int, count: Int, scale: Float, to values: Buffer, at place: Int
  ) {
    withBytes { bytes in
      precondition(offset >= 0 && count >= 0 && count <= bytes.byteCount - offset)
      let values = unsafe values.elements(place..<place + count)
      unsafe bytes.withUnsafeBytes { bytes in
        for column in 0..<count {
          let byte = unsafe bytes.load(fromByteOffset: offset + column, as: Int8.self)
          unsafe values[column] += scale * Float(byte)
        }
      }
    }
  }
}
