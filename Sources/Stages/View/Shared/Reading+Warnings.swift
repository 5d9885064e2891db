import QuothAnnotation
import QuothReport
import QuothStatement

extension Reading {
  /// What to know about how the report was read, each once: of its bytes, then of its text.
  var allWarnings: [Warning] {
    report.warnings + warnings.filter { !report.warnings.contains($0) }
  }
}
