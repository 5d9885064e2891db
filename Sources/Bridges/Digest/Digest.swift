import CQuothDigest

/// SHA-256, which names every report by its bytes.
///
/// Source: FIPS 180-4; computed by libmd.
public enum Digest {
  /// The digest of the bytes in 64 lower-case hexadecimal digits.
  ///
  ///     Digest.sha256(Array("abc".utf8)).prefix(8)     // "ba7816bf"
  ///
  /// - Complexity: O(n) in bytes.
  public static func sha256(_ bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    unsafe SHA256Init(&context)
    unsafe bytes.withUnsafeBufferPointer { all in
      unsafe SHA256Update(&context, all.baseAddress, all.count)
    }
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
    unsafe SHA256Final(&digest, &context)
    return hexadecimal(digest)
  }

  private static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let spelled = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: spelled, as: UTF8.self)
  }
}
