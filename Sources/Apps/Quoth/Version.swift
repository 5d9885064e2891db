/// The version of the program and library, in the sense of semver.org.
public enum Version {
  public static let text = "0.1.0"
}
