import Hashing
import Testing

@Suite("Hashing")
struct HashingTests {
    /// From FIPS 180-4's examples.
    @Test(
        "SHA-256 gives the digests of the standard",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func standard(text: String, digest: String) {
        var hash = SHA256()
        hash.update(Array(text.utf8))
        #expect(Hexadecimal.text(hash.digest()) == digest)
    }

    @Test("Parts give the same as the whole, and a digest takes nothing away")
    func parts() {
        var (whole, parts) = (SHA256(), SHA256())
        whole.update(Array("one and two".utf8))
        parts.update(Array("one".utf8))
        _ = parts.digest()
        parts.update([])
        parts.update(Array(" and two".utf8))
        #expect(whole.digest() == parts.digest())
    }

    @Test("Bytes become digits and bytes again; what is no pair of digits is nothing")
    func hexadecimal() {
        let bytes = (0...255).map { UInt8($0) }
        #expect(Hexadecimal.bytes(Hexadecimal.text(bytes)) == bytes)
        #expect(Hexadecimal.text([0, 10, 255]) == "000aff")
        #expect(Hexadecimal.bytes("0AfF") == [10, 255])
        for text in ["0", "0g", " 1", "+1", "é"] { #expect(Hexadecimal.bytes(text) == nil) }
        #expect(Hexadecimal.bytes("") == [])
    }
}
