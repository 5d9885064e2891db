import CQuothDNNL

/// oneDNN, opened at run time once a process, or the reason why not.
@safe final class Library: @unchecked Sendable {
  let handle: OpaquePointer?
  /// "2.6.3", or nil where no library was found.
  let version: String?
  /// Why the library is not in use; nil when it is.
  let absence: String?

  static let shared = Library()

  private init() {
    var state = QUOTH_LIBRARY_MISSING
    var numbers: [Int32] = [0, 0, 0]
    unsafe handle = unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe numbers.baseAddress.flatMap { unsafe quoth_library_open(&state, $0) }
    }
    let found = numbers[0] > 0 ? "\(numbers[0]).\(numbers[1]).\(numbers[2])" : nil
    version = found
    absence =
      switch state {
      case QUOTH_LIBRARY_OPEN: nil
      case QUOTH_LIBRARY_OTHER_MAJOR: "oneDNN \(found ?? "") is not of major version 2"
      case QUOTH_LIBRARY_INCOMPLETE: "the oneDNN found lacks functions that are needed"
      default: "oneDNN (libdnnl.so.2) is not installed"
      }
  }
}
