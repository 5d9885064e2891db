/// The model that ships with the package.
enum Shipped {
  static let root = "\(#filePath)".split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
  static let model = "\(root)/Models/english"
}
