import Quoth
import QuothFetch
import QuothReport

extension DocumentSource {
  /// The inputs of the program: files, standard input, and addresses, which are fetched.
  ///
  /// - Parameter published: The day the user gave, ISO 8601.
  static func program(published: String?) -> DocumentSource {
    DocumentSource(published: published) { address throws(QuothError) in
      do throws(FetchError) {
        let answer = try Fetch().get(address)
        return Document(
          bytes: answer.bytes, url: answer.address, mediaType: answer.mediaType,
          charset: answer.charset)
      } catch {
        throw QuothError(slug: error.slug, message: error.message)
      }
    }
  }
}
