import Glibc

/// The plain Swift twins of the vector functions: what each computes, without any speed.
enum Plain {
  static func norm(
    _ values: UnsafeMutableBufferPointer<Float>,
    adding residual: UnsafeMutableBufferPointer<Float>?, weight: [Float], bias: [Float],
    epsilon: Float
  ) {
    var values = unsafe values.mutableSpan
    let width = weight.count
    for start in stride(from: 0, to: values.count, by: max(width, 1)) {
      var mean: Float = 0
      for place in start..<start + width {
        if let residual = unsafe residual { unsafe values[place] += residual[place] }
        mean += values[place]
      }
      mean /= Float(width)
      var variance: Float = 0
      for place in start..<start + width {
        variance += (values[place] - mean) * (values[place] - mean)
      }
      let inverse = 1 / (variance / Float(width) + epsilon).squareRoot()
      for column in 0..<width {
        let centred = (values[start + column] - mean) * inverse
        values[start + column] = centred * weight[column] + bias[column]
      }
    }
  }

  /// The twin of `gelu_of` in `elementwise.h`.
  static func gelu(_ value: Float) -> Float {
    let clamped = max(-4, min(value, 4))
    let square = clamped * clamped
    let polynomial = geluTerms.reduce(Float(0)) { $1.addingProduct($0, square) }
    return value * Float(0.5).addingProduct(polynomial, clamped)
  }

  private static let geluTerms: [Float] = [
    2.2588448445048925e-08, -1.588840973454353e-06, 4.776419518748298e-05, -0.0008121908758766949,
    0.008763710968196392, -0.06455447524785995, 0.39787036180496216,
  ]

  /// Softmax of query · key / √(head width) over the window, then the mean of the values.
  static func attend(
    _ joined: UnsafeMutableBufferPointer<Float>, tokens: Int, heads: Int, width: Int,
    into out: UnsafeMutableBufferPointer<Float>
  ) {
    guard tokens > 0 else { return }
    let joined = unsafe joined.span
    var out = unsafe out.mutableSpan
    let headWidth = width / heads
    let scale = 1 / Float(headWidth).squareRoot()
    var scores = [Float](repeating: 0, count: tokens)
    for head in 0..<heads {
      for token in 0..<tokens {
        let query = token * 3 * width + head * headWidth
        for other in 0..<tokens {
          let key = other * 3 * width + width + head * headWidth
          var sum: Float = 0
          for place in 0..<headWidth { sum += joined[query + place] * joined[key + place] }
          scores[other] = sum
        }
        let greatest = scores.reduce(scores[0]) { max($0, $1) }
        var total: Float = 0
        for other in 0..<tokens {
          scores[other] = expf((scores[other] - greatest) * scale)
          total += scores[other]
        }
        for place in 0..<headWidth {
          var sum: Float = 0
          for other in 0..<tokens {
            sum += scores[other] * joined[other * 3 * width + 2 * width + head * headWidth + place]
          }
          out[token * width + head * headWidth + place] = sum / total
        }
      }
    }
  }

  /// Each row as bytes between its least and greatest value, 0 included:
  /// value = scale × (byte − zero). A row that is all zero, or not finite, becomes zeros.
  static func quantise(
    _ values: UnsafePointer<Float>, rows: Int, width: Int,
    into bytes: UnsafeMutablePointer<UInt8>, _ scales: UnsafeMutablePointer<Float>,
    _ zeros: UnsafeMutablePointer<Int32>
  ) {
    for row in 0..<rows {
      let values = unsafe UnsafeBufferPointer(start: values + row * width, count: width).span
      var bytes = unsafe UnsafeMutableBufferPointer(start: bytes + row * width, count: width)
        .mutableSpan
      let quantised = quantise(values, into: &bytes)
      unsafe scales[row] = quantised.scale
      unsafe zeros[row] = quantised.zero
    }
  }

  private static func quantise(
    _ values: Span<Float>, into bytes: inout MutableSpan<UInt8>
  ) -> (scale: Float, zero: Int32) {
    var low: Float = 0
    var high: Float = 0
    for place in 0..<values.count {
      low = min(low, values[place])
      high = max(high, values[place])
    }
    let range = high - low
    guard range > 0, range < .infinity else {
      for place in 0..<bytes.count { bytes[place] = 0 }
      return (0, 0)
    }
    let inverse = 255 / range
    let zero = (-low * inverse).rounded(.toNearestOrEven)
    for place in 0..<values.count {
      let byte = (values[place] * inverse).rounded(.toNearestOrEven) + zero
      bytes[place] = byte.isNaN ? 0 : UInt8(min(max(byte, 0), 255))
    }
    return (range / 255, Int32(zero))
  }

  /// Exact sums of bytes times weights of shape (outputs, inputs).
  static func multiply(
    _ bytes: UnsafePointer<UInt8>, rows: Int, weights: [Int8], inputs: Int,
    into sums: UnsafeMutablePointer<Int32>
  ) {
    let weights = weights.span
    let outputs = weights.count / max(inputs, 1)
    for row in 0..<rows {
      for output in 0..<outputs {
        var sum: Int32 = 0
        for input in 0..<inputs {
          let byte = unsafe Int32(bytes[row * inputs + input])
          sum &+= byte &* Int32(weights[output * inputs + input])
        }
        unsafe sums[row * outputs + output] = sum
      }
    }
  }
}
