/// Constant weights of shape (outputs, inputs), row-major, as the weight file holds them.
public struct Matrix: Sendable {
  public enum Values: Sendable {
    case float([Float])
    /// Real value = scale of the output × byte.
    case int8([Int8], scales: [Float])
  }

  public let outputs: Int
  public let inputs: Int
  public let values: Values

  /// - Precondition: The counts agree with the shape.
  public init(outputs: Int, inputs: Int, values: Values) {
    switch values {
    case .float(let weights):
      precondition(weights.count == outputs * inputs)
    case .int8(let weights, let scales):
      precondition(weights.count == outputs * inputs && scales.count == outputs)
    }
    self.outputs = outputs
    self.inputs = inputs
    self.values = values
  }

  /// One matrix below another: the outputs of both, over the same inputs.
  ///
  /// The result is int8 where both are.
  ///
  /// - Precondition: The inputs agree.
  public func joined(with other: Matrix) -> Matrix {
    precondition(inputs == other.inputs)
    let outputs = outputs + other.outputs
    switch (values, other.values) {
    case (.int8(let upper, let scales), .int8(let lower, let more)):
      return Matrix(
        outputs: outputs, inputs: inputs, values: .int8(upper + lower, scales: scales + more))
    default:
      return Matrix(
        outputs: outputs, inputs: inputs, values: .float(dequantised + other.dequantised))
    }
  }

  /// The f32 weights that the bytes stand for.
  public var dequantised: [Float] {
    switch values {
    case .float(let weights):
      return weights
    case .int8(let weights, let scales):
      var floats = [Float](repeating: 0, count: weights.count)
      for output in 0..<outputs {
        for place in output * inputs..<(output + 1) * inputs {
          floats[place] = scales[output] * Float(weights[place])
        }
      }
      return floats
    }
  }
}
