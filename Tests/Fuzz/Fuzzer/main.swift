import DeskChecks
import Foundation
import ImportChecks
import WordChecks

// libFuzzer as a library (LLVM, "Using libFuzzer as a library"): it calls back with bytes that it makes up, guided by
// which code they reach, and keeps those that reach more. A crash or a trap here is a finding.

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private func look(_ start: UnsafePointer<UInt8>?, _ count: Int, _ broken: ([UInt8]) throws -> String?) -> Int32 {
    // The fuzzer keeps an input as a finding only if the process traps on it.
    do {
        if let broken = try broken(Array(UnsafeBufferPointer(start: start, count: count))) {
            fatalError("this does not hold: \(broken)")
        }
    } catch {
        fatalError("thrown where nothing may be: \(error)")
    }
    return 0
}

// The arguments are libFuzzer's own; what is looked at is said beside them.
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
switch ProcessInfo.processInfo.environment["DULY_FUZZ_TARGET"] {
case "import": exit(runFuzzer(&count, &arguments) { look($0, $1, ImportCheck.broken) })
case "words": exit(runFuzzer(&count, &arguments) { look($0, $1, WordCheck.broken) })
case "notes": exit(runFuzzer(&count, &arguments) { look($0, $1, NoteCheck.broken) })
case "keys": exit(runFuzzer(&count, &arguments) { look($0, $1, KeyCheck.broken) })
default:
    FileHandle.standardError.write(Data("Set DULY_FUZZ_TARGET to import, words, notes or keys.\n".utf8))
    exit(64)
}
