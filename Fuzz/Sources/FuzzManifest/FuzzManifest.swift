import FuzzChecks

@testable import QuothEngine

/// Any bytes as a manifest, through the engine's JSON parser.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzManifest(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  _ = try? Manifest(bytes(start, count), path: "fuzz")
  return 0
}
