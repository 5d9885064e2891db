/// A small program with every kind of option.
private let program = CommandDescription(
  name: "quoth", summary: "reads",
  options: [OptionDescription(name: "help", letter: "h", help: "Help")],
  subcommands: [
    CommandDescription(
      name: "read", summary: "reads", operands: .init(usage: "FILE...", isRequired: true),
      options: [
        OptionDescription(
          name: "format", letter: "f", value: .choice(["brief", "json"]), help: "Format"),
        OptionDescription(name: "jobs", letter: "j", value: .count, help: "At once"),
        OptionDescription(name: "date", value: .day, help: "Day"),
        OptionDescription(name: "output", letter: "o", value: .file, help: "File"),
      ])
  ])

/// Any words as a command line; words are divided by line feeds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArguments(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let line = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do {
    let arguments = try Arguments(line.split(separator: "\n").map(String.init), of: program)
    _ = arguments.value("jobs")
  } catch {
    precondition(!error.message.isEmpty, "an error without words")
  }
  return 0
}
