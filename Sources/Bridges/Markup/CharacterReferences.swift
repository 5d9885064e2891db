import CQuothXML

/// Text with its HTML character references resolved once: `&amp;rsquo;` becomes `&rsquo;`.
///
/// For values that were escaped for HTML before they were put into JSON. References without a
/// semicolon, unknown names and impossible code points stay as they are.
///
///     resolvingCharacterReferences("Brandt &amp; Maric")     // "Brandt & Maric"
///
/// - Complexity: O(n) in bytes.
public func resolvingCharacterReferences(_ text: String) -> String {
  let source = Array(text.utf8)
  guard source.contains(UInt8(ascii: "&")) else { return text }
  var result: [UInt8] = []
  result.reserveCapacity(source.count)
  var index = 0
  while index < source.count {
    let byte = source[index]
    if byte == UInt8(ascii: "&"),
      let end = source[index...].prefix(34).firstIndex(of: UInt8(ascii: ";")),
      let scalar = scalar(ofReference: source[(index + 1)..<end])
    {
      result.append(contentsOf: Array(String(Character(scalar)).utf8))
      index = end + 1
    } else {
      result.append(byte)
      index += 1
    }
  }
  return String(decoding: result, as: UTF8.self)
}

/// The code point that the inside of a reference stands for: `amp`, `#39`, `#x2019`.
func scalar(ofReference name: ArraySlice<UInt8>) -> Unicode.Scalar? {
  let spelling = String(decoding: name, as: UTF8.self)
  if spelling.hasPrefix("#x") || spelling.hasPrefix("#X") {
    return UInt32(spelling.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
  }
  if spelling.hasPrefix("#") {
    return UInt32(spelling.dropFirst(), radix: 10).flatMap(Unicode.Scalar.init)
  }
  guard !spelling.contains("\0"), let entity = unsafe htmlEntityLookup(spelling) else { return nil }
  return Unicode.Scalar(unsafe entity.pointee.value)
}
