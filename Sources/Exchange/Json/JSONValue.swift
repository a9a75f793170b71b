import Foundation

/// A piece of JSON. Shapes are written down key by key, as ARCHITECTURE.md §6 promises them, nulls included.
public indirect enum JSONValue: Sendable, Hashable, Encodable {
    case object([String: JSONValue])
    case array([JSONValue])
    case string(String)
    case integer(Int64)
    case number(Double)
    case bool(Bool)
    case null

    static func integer(_ number: Int) -> JSONValue { .integer(Int64(number)) }
    static func optional<Value>(_ value: Value?, _ json: (Value) -> JSONValue) -> JSONValue {
        value.map(json) ?? .null
    }

    /// Encodes the value as JSON has it; null members stay.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .object(let members): try container.encode(members)
        case .array(let elements): try container.encode(elements)
        case .string(let text): try container.encode(text)
        case .integer(let number): try container.encode(number)
        case .number(let number): try container.encode(number)
        case .bool(let flag): try container.encode(flag)
        case .null: try container.encodeNil()
        }
    }

    /// The text, keys sorted, with a line feed at its end.
    ///
    /// Characters that a terminal would obey are escaped: JSON goes to terminals too.
    public func render(pretty: Bool = false) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        if pretty { encoder.outputFormatting.insert(.prettyPrinted) }
        let text = String(decoding: try encoder.encode(self), as: UTF8.self)
        // The encoder has escaped C0; its own line feeds are layout.
        guard text.unicodeScalars.contains(where: { $0.isHarmful && $0 != "\n" }) else { return text + "\n" }
        var escaped = ""
        for scalar in text.unicodeScalars {
            if scalar.isHarmful, scalar != "\n" {
                let hex = String(scalar.value, radix: 16)
                escaped += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            } else {
                escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped + "\n"
    }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral {
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Creates an object; of members with the same key the last one counts.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
    }

    /// With more members; those of `other` win.
    func merging(_ other: [String: JSONValue]) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(members.merging(other) { _, new in new })
    }
}
