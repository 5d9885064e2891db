public import QuothEngine
public import QuothSyntax

/// The head of certainty: how sure the text makes a happening at each word, -3 to 3.
///
/// The scale is that of UW (Lee et al. 2015, D15-1189): 3 certainly happened, 0 open, -3 certainly not.
public struct CertaintyHead: Sendable {
  private let model: Model

  static let name = "certainty"

  /// - Throws: ``QuothSyntax/SyntaxError/unfitModel(name:lacks:)`` when the model has not the head.
  public init(model: Model) throws(SyntaxError) {
    guard model.manifest.heads.contains(where: { $0.name == Self.name && $0.labels.first == "UW" })
    else { throw .unfitModel(name: model.manifest.name, lacks: "the head \(Self.name)") }
    self.model = model
  }

  /// One value a token; nil for tokens that are not encoded.
  public func read(_ encoding: Encoding) throws(EngineError) -> [Float?] {
    let table = try model.scores(of: Self.name, encoding.rows)
    return encoding.tokenRows.map { row in
      row.flatMap { table[$0].first.map { min(max($0, -3), 3) } }
    }
  }
}
