/// A report read from Markdown.
struct MarkdownReport {
  let report: Report

  init(_ text: String) {
    report = PlainReport(text).report
  }
}
