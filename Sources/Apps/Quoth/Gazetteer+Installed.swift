public import QuothPlace

extension Gazetteer {
  /// The gazetteer among the lexicons of this machine.
  ///
  /// - Throws: ``QuothError`` when it is missing or of another version.
  public static func installed() throws(QuothError) -> Gazetteer {
    let folder = try DataFolders.find("Lexicons/places")
    do throws(PlaceError) {
      return try Gazetteer(path: folder + "/places.bin")
    } catch {
      throw QuothError(error)
    }
  }
}
