import QuothAnnotation
import QuothReport

/// Reads a file of cases; README.md gives its grammar.
struct CaseParser {
  private let file: String
  private let item: Int

  /// - Parameter file: the file's name, such as `14-chain-of-reporters.txt`.
  /// - Throws: ``CaseError`` at the first line that does not fit the grammar or quotes words that
  ///   its report does not have.
  static func cases(in contents: String, file: String) throws(CaseError) -> [PhenomenonCase] {
    guard let item = Int(file.prefix { $0 != "-" }) else {
      throw CaseError(file: file, line: 1, problem: .badFileName)
    }
    let lines = contents.split(separator: "\n", omittingEmptySubsequences: false)
    let starts = lines.indices.filter { lines[$0].hasPrefix("===") }
    let parser = CaseParser(file: file, item: item)
    var cases: [PhenomenonCase] = []
    for (start, end) in zip(starts, starts.dropFirst() + [lines.endIndex]) {
      let next = try parser.parse(lines[start..<end])
      if cases.contains(where: { $0.name == next.name }) {
        throw CaseError(file: file, line: next.line, problem: .repeatedName(next.name))
      }
      cases.append(next)
    }
    return cases
  }

  private func parse(_ lines: ArraySlice<Substring>) throws(CaseError) -> PhenomenonCase {
    let start = lines.startIndex
    func error(_ problem: CaseError.Problem) -> CaseError {
      CaseError(file: file, line: start + 1, problem: problem)
    }
    let name = String(lines[start].drop { $0 == "=" }.drop { $0 == " " })
    guard !name.isEmpty else { throw error(.unnamedCase) }
    let divider = lines.firstIndex { $0 == "---" } ?? lines.endIndex
    var report = lines[(start + 1)..<divider].drop { $0.isEmpty }
    while report.last?.isEmpty == true { report.removeLast() }
    guard !report.isEmpty else { throw error(.noReport) }

    var found = PhenomenonCase(
      item: item, file: String(file.prefix { $0 != "." }), line: start + 1, name: name,
      text: report.joined(separator: "\n"), expectations: [])
    let finder = PassageFinder(found.text)
    for (line, directive) in directives(in: lines[divider...].dropFirst()) {
      do throws(CaseError.Problem) {
        let fields = try DirectiveLexer.fields(of: directive)
        if fields.count == 2, fields[0].value == .words(["date"]),
          case .words(let date) = fields[1].value
        {
          found.date = date[0]
        } else {
          let reader = DirectiveReader(finder: finder)
          found.expectations.append(Expectation(line: line, demand: try reader.demand(fields)))
        }
      } catch {
        throw CaseError(file: file, line: line, problem: error)
      }
    }
    guard !found.expectations.isEmpty else { throw error(.noExpectations) }
    return found
  }

  /// Lines that begin with a blank continue the one before; `#` begins a comment.
  private func directives(in lines: ArraySlice<Substring>) -> [(line: Int, text: String)] {
    var directives: [(line: Int, text: String)] = []
    for (index, line) in zip(lines.indices, lines) where !line.isEmpty && !line.hasPrefix("#") {
      if line.hasPrefix(" "), !directives.isEmpty {
        directives[directives.count - 1].text += line
      } else {
        directives.append((index + 1, String(line)))
      }
    }
    return directives
  }
}
