import Foundation
import Receivables

/// Reads from the body of a call, JSON with sorted keys, what figures count: decoding it whole takes thirty times as
/// long. Quotes within texts are escaped, so that a key is found nowhere else.
struct CallScan {
    let result: CallResult
    /// As `CallRecord.triesNumber`.
    let isAttempt: Bool

    /// A call that was decoded.
    init(_ call: CallRecord) {
        result = call.result
        isAttempt = call.triesNumber
    }

    /// - Returns: nil for what can't be read so.
    init?(_ body: UnsafeBufferPointer<UInt8>) {
        guard let place = CallScan.end(of: CallScan.resultKey, in: body) else { return nil }
        let rest = body[place...]
        guard let quote = rest.firstIndex(of: UInt8(ascii: "\"")),
            let result = CallResult(rawValue: String(decoding: body[place..<quote], as: UTF8.self))
        else { return nil }
        self.result = result
        isAttempt =
            result.reach != .none && CallScan.end(of: CallScan.outbound, in: body) != nil
            && CallScan.end(of: CallScan.continued, in: body) == nil
    }

    private static let resultKey: [UInt8] = Array(#""result":""#.utf8)
    private static let outbound: [UInt8] = Array(#""direction":"out""#.utf8)
    private static let continued: [UInt8] = Array(#""isContinued":true"#.utf8)

    /// Behind the first place where a key stands.
    private static func end(of key: [UInt8], in body: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let start = body.baseAddress, let first = key.first else { return nil }
        var place = 0
        while place + key.count <= body.count {
            guard let found = memchr(start + place, Int32(first), body.count - key.count - place + 1) else {
                return nil
            }
            let here = UnsafeRawPointer(start).distance(to: UnsafeRawPointer(found))
            if memcmp(found, key, key.count) == 0 { return here + key.count }
            place = here + 1
        }
        return nil
    }
}
