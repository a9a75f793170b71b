import Foundation
import ImportChecks

// libFuzzer as a library (LLVM, "Using libFuzzer as a library"): it calls back with bytes that it makes up, guided by
// which code they reach, and keeps those that reach more. A crash or a trap here is a finding.

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
    // The fuzzer keeps an input as a finding only if the process traps on it.
    do {
        if let broken = try ImportCheck.broken(by: Array(UnsafeBufferPointer(start: start, count: count))) {
            fatalError("this does not hold: \(broken)")
        }
    } catch {
        fatalError("thrown where nothing may be: \(error)")
    }
    return 0
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, look))
