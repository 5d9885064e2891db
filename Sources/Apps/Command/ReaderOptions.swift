import Quoth
import QuothEngine

extension Reader {
  /// A reader as the options `--model`, `--engine`, `--precision` and `--force` ask for.
  static func make(_ arguments: Arguments) throws(Failure) -> Reader {
    do throws(QuothError) {
      return try Reader(
        Options(
          model: arguments.value("model"),
          engine: arguments.value("engine").flatMap(Model.Options.Engine.init) ?? .auto,
          precision: arguments.value("precision").flatMap(Model.Options.Precision.init),
          force: arguments.has("force")))
    } catch {
      throw Failure(error)
    }
  }
}
