/// The name of an element or an attribute without its prefix, as numbers that are quick to compare. Names of more than
/// 8 letters that begin alike and are equally long are taken for one; no such two stand in the formats read here.
struct XMLTag: Hashable, ExpressibleByStringLiteral {
    private var start: UInt64 = 0
    private var count = 0

    /// - Parameter name: ends with a zero; `x:row` is `row`.
    @inline(__always)
    init(_ name: UnsafePointer<CChar>) {
        var tag = XMLTag()
        var place = name
        while place.pointee != 0 {
            tag.append(UInt8(bitPattern: place.pointee))
            place += 1
        }
        self = tag
    }

    init(stringLiteral name: StaticString) {
        var tag = XMLTag()
        name.withUTF8Buffer { $0.forEach { tag.append($0) } }
        self = tag
    }

    private init() {}

    @inline(__always)
    private mutating func append(_ byte: UInt8) {
        guard byte != 0x3A else { return (start, count) = (0, 0) }
        if count < 8 { start = start << 8 | UInt64(byte) }
        count += 1
    }
}

/// The attributes of an element; valid only while its start is being handled.
struct XMLAttributes {
    /// Names and values in turn, with a nil at the end.
    let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    /// The bytes of a value; nil where there is no such attribute.
    @inline(__always)
    subscript(tag: XMLTag) -> UnsafeBufferPointer<UInt8>? {
        guard var place = pairs else { return nil }
        while let name = place[0], let value = place[1] {
            if XMLTag(name) == tag {
                var count = 0
                while value[count] != 0 { count += 1 }
                return UnsafeRawBufferPointer(start: value, count: count).bindMemory(to: UInt8.self)
            }
            place += 2
        }
        return nil
    }

    func string(_ tag: XMLTag) -> String? { self[tag].map { String(decoding: $0, as: UTF8.self) } }

    func number(_ tag: XMLTag) -> Int? { string(tag).flatMap { Int($0) } }

    /// `1` and `true`.
    func flag(_ tag: XMLTag) -> Bool { ["1", "true", "on"].contains(string(tag)) }
}
