/// Why a case file cannot be read, with its place.
struct CaseError: Error, Equatable, CustomStringConvertible {
  var file: String
  /// From 1.
  var line: Int
  var problem: Problem

  enum Problem: Error, Equatable {
    case badFileName
    case unnamedCase
    case repeatedName(String)
    case noReport
    case noExpectations
    case unknownDirective(String)
    case unknownField(String)
    case badValue(String)
    case notInText(String)
  }

  var description: String {
    let reason =
      switch problem {
      case .badFileName: "the file name does not begin with the number of an item"
      case .unnamedCase: "a case needs a name after ==="
      case .repeatedName(let name): "two cases are named “\(name)”"
      case .noReport: "a case needs a report between its name and the line ---"
      case .noExpectations: "a case needs expectations after the line ---"
      case .unknownDirective(let word): "no expectation is called “\(word)”"
      case .unknownField(let key): "no field is called “\(key)” here"
      case .badValue(let value): "“\(value)” is not a value that fits here"
      case .notInText(let words): "the report does not contain “\(words)”"
      }
    return "\(file):\(line): \(reason)"
  }
}
