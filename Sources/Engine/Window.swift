/// A run of subwords that the encoder reads at once.
public struct Window: Equatable, Sendable {
  /// Numbers of vocabulary pieces, [CLS] first and [SEP] last.
  public var ids: [Int32]
  /// For each stream of ``Manifest/features`` one class an id.
  public var features: [[UInt8]]

  public init(ids: [Int32], features: [[UInt8]]) {
    self.ids = ids
    self.features = features
  }
}
