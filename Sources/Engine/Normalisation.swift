@_spi(_Unicode) import Swift

/// Case and accents folded away, scalar by scalar.
enum Normalisation {
  /// The canonical decomposition of a scalar without its nonspacing marks, in lower case.
  static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    if scalar.isASCII { return Array(scalar.properties.lowercaseMapping.unicodeScalars) }
    return String(scalar)._nfd
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
  }
}
