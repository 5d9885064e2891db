import QuothSystem

/// One thing to read, as the user named it or as a folder or pattern stands for it.
enum Input: Hashable, Sendable {
  case standardInput
  case file(String)
  case address(String)

  /// What messages and records call it.
  var name: String {
    switch self {
    case .standardInput: "-"
    case .file(let path): path
    case .address(let address): address
    }
  }

  /// The name of a page made from it, without folder and extension.
  var stem: String {
    let last = name.split(separator: "/").last.map(String.init) ?? "report"
    let stem = last.split(separator: ".").dropLast(last.contains(".") ? 1 : 0).joined(separator: ".")
    return stem.isEmpty || last == "-" ? "report" : stem
  }

  /// Extensions of the files that a folder stands for.
  private static let extensions: Set<String> = [
    "txt", "text", "md", "markdown", "html", "htm", "xhtml", "shtml", "pdf",
  ]

  /// The inputs that the operands of a command stand for, in their order.
  ///
  /// A folder stands for the reports in it at any depth, sorted by path; a pattern that names no file
  /// stands for the files it matches. Whatever cannot be found is left as a file, so that reading it
  /// says so.
  static func expand(_ operands: [String]) -> [Result<Input, Failure>] {
    operands.flatMap { operand -> [Result<Input, Failure>] in
      if operand == "-" { return [.success(.standardInput)] }
      let scheme = operand.prefix(8).lowercased()
      if scheme.hasPrefix("http://") || scheme == "https://" {
        return [.success(.address(operand))]
      }
      if Files.isFolder(operand) { return reports(in: operand) }
      if !Files.exists(operand), operand.contains(where: { "*?[".contains($0) }) {
        let paths = Files.matching(operand)
        if !paths.isEmpty {
          return paths.flatMap { Files.isFolder($0) ? reports(in: $0) : [.success(.file($0))] }
        }
      }
      return [.success(.file(operand))]
    }
  }

  private static func reports(in folder: String) -> [Result<Input, Failure>] {
    do throws(FileError) {
      let reports = try Files.list(folder).filter { path in
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else {
          return false
        }
        return extensions.contains(name[name.index(after: dot)...].lowercased())
      }
      guard reports.isEmpty else { return reports.map { .success(.file($0)) } }
      return [
        .failure(
          Failure(
            slug: "command.no-reports",
            message: "\(folder): holds no report. Reports end in .txt, .md, .html or .pdf.",
            input: folder))
      ]
    } catch {
      return [.failure(Failure(error, input: folder))]
    }
  }
}
