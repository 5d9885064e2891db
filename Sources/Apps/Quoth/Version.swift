/// The version of the program and library, in the sense of semver.org.
public enum Version {
  public static let text = "0.1.0"
  /// The day that the manual page carries, ISO 8601: of the release, or of work on the next one.
  public static let day = "2026-11-25"
}
