import QuothSystem

/// Where models and lexicons lie on this machine.
public enum DataFolders {
  /// Finds a folder such as `Models/english`: below `QUOTH_DATA`, beside the program, in the share
  /// folder of the prefix it was installed in, in the checkout it was built in, or below the current
  /// folder; the first that exists.
  ///
  /// - Throws: ``QuothError`` with slug `data.missing`, naming the places looked at.
  public static func find(_ name: String) throws(QuothError) -> String {
    let candidates = roots.map { $0 + "/" + name }
    if let found = candidates.first(where: Files.isFolder) { return found }
    throw QuothError(
      slug: "data.missing",
      message: "\(name) was not found in \(roots.joined(separator: ", ")). "
        + "Set QUOTH_DATA to the folder that holds Models and Lexicons.")
  }

  private static var roots: [String] {
    var roots: [String] = []
    if let set = Machine.environment("QUOTH_DATA") { roots.append(set) }
    if let program = Machine.programFolder {
      roots += [program, program + "/../share/quoth"]
      // below .build in a checkout
      roots += ["/../..", "/../../..", "/../../../.."].map { program + $0 }
    }
    return roots + ["."]
  }
}
