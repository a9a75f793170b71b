import Foundation
import WordChecks

// As the fuzzer of the import: libFuzzer calls back with bytes that it makes up; a trap here is a finding.

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

private let look: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32 = { start, count in
    // The fuzzer keeps an input as a finding only if the process traps on it.
    if let broken = WordCheck.broken(by: Array(UnsafeBufferPointer(start: start, count: count))) {
        fatalError("this does not hold: \(broken)")
    }
    return 0
}

var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runFuzzer(&count, &arguments, look))
