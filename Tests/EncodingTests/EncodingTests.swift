import Encoding
import Testing

@Suite("Bytes and scalars as text")
struct EncodingTests {
    @Test(
        "The examples of RFC 4648",
        arguments: [
            ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ])
    func base64(text: String, encoded: String) {
        #expect(Base64.text(Array(text.utf8)) == encoded)
        #expect(Base64.text(text.utf8) == encoded)
    }

    @Test("Whatever controls, turns around or hides text has a sign, and the sign is harmless")
    func harmful() {
        var scalars: [UInt32] = Array(0...0x1F) + Array(0x7F...0x9F)
        scalars += [0x2028, 0x2029, 0x61C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF, 0x180E, 0xE0001, 0xE0041, 0xAD]
        scalars += Array(0x202A...0x202E) + Array(0x2066...0x206F) + Array(0x2061...0x2064)
        for value in scalars {
            guard let scalar = Unicode.Scalar(value), let sign = HarmfulScalar.sign(for: scalar) else {
                Issue.record("\(String(value, radix: 16)) has no sign")
                continue
            }
            #expect(HarmfulScalar.sign(for: sign) == nil, "\(String(value, radix: 16))")
        }
    }

    @Test("Letters of any script, joiners and signs before numbers are left as they are")
    func harmless() {
        for scalar in "Zoë 北京 می\u{200C}خواهم 👩\u{200D}🚀 \u{600}12 €".unicodeScalars {
            #expect(HarmfulScalar.sign(for: scalar) == nil, "\(scalar.value)")
        }
    }
}
