import QuothReport
import Quoth
import QuothEngine
import QuothSystem
import QuothView

/// `quoth model`: what is loaded, how it is computed here, and its card.
struct ModelCommand: Sendable {
  let arguments: Arguments
  let console: Console

  func run() throws -> Int32 {
    let model = try Reader.make(arguments).model
    guard !arguments.has("json") else {
      var json = JSONWriter()
      json.object { json in
        json.member("name", model.manifest.name)
        json.member("version", model.manifest.version)
        json.member("folder", model.folder)
        json.member("kernels", model.description)
        json.member("heads", model.manifest.heads.map(\.name))
      }
      try console.write(json.text + "\n")
      return 0
    }
    var text = "\(model.manifest.name) \(model.manifest.version)\n"
    text += "folder   \(model.folder)\n"
    text += "kernels  \(model.description)\n"
    text += "heads    \(model.manifest.heads.map(\.name).joined(separator: ", "))\n"
    let card = "\(model.folder)/card.md"
    if Files.exists(card) {
      text += "\n" + String(decoding: try Files.read(card), as: UTF8.self)
    }
    try console.write(text)
    return 0
  }
}
