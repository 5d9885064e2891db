/// Numbers as the tables and the JSON of an evaluation show them.
enum Decimal {
  /// `100 * share` with that many decimals, correctly rounded, halves to even: what the reference
  /// scorer prints.
  ///
  /// - Parameters:
  ///   - share: 0 to 1.
  ///   - decimals: 1 or 2.
  static func percent(_ share: Double, decimals: Int) -> String {
    fixed(100 * share, decimals: decimals)
  }

  /// `value` with that many decimals, correctly rounded from its exact binary value.
  ///
  /// - Precondition: `value` is a number between -10¹² and 10¹².
  static func fixed(_ value: Double, decimals: Int) -> String {
    precondition(abs(value) < 1e12, "a figure out of range")
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let product = abs(value) * scale
    let remainder = (-product).addingProduct(abs(value), scale)
    var whole = product.rounded(.down)
    let fraction = product - whole
    let isOdd = whole.truncatingRemainder(dividingBy: 2) == 1
    if fraction > 0.5 || (fraction == 0.5 && (remainder > 0 || (remainder == 0 && isOdd))) {
      whole += 1
    }
    let digits = String(Int(whole))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let sign = value < 0 && whole > 0 ? "-" : ""
    return decimals == 0
      ? sign + padded : sign + padded.dropLast(decimals) + "." + padded.suffix(decimals)
  }

  /// `words` with blanks before it, at least `width` characters long.
  static func padded(_ words: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - words.unicodeScalars.count)) + words
  }
}
