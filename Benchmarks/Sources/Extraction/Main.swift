import Glibc
import QuothMarkup
import QuothReport
import QuothSystem

/// Reads every page below a folder and prints the bytes of HTML and the CPU seconds it took.
///
///     swift run -c release extraction FOLDER
///
/// Pages end in `.html` or `.html.gz` and are unpacked and decoded before the clock starts.
/// `extraction.py` runs this against trafilatura.
@main
struct ExtractionBenchmark {
  static func main() throws {
    guard let folder = CommandLine.arguments.dropFirst().first else {
      print("usage: extraction FOLDER")
      exit(2)
    }
    let paths = try Files.list(folder).filter { $0.hasSuffix(".html") || $0.hasSuffix(".html.gz") }
    let pages = paths.map { String(decoding: CompressedFile.read($0) ?? [], as: UTF8.self) }
    let start = processorTime()
    var found = 0
    for page in pages where Report(html: page, id: "", file: nil, url: nil, warnings: []) != nil {
      found += 1
    }
    let seconds = processorTime() - start
    let bytes = pages.reduce(0) { $0 + $1.utf8.count }
    print(
      "{\"pages\": \(pages.count), \"found\": \(found), \"bytes\": \(bytes), \"cpu\": \(seconds)}")
  }

  /// CPU time of this process in seconds, user and system.
  static func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
