import CExpat

/// Takes the elements of an XML document as they come.
protocol XMLHandler: AnyObject {
    func start(_ tag: XMLTag, _ attributes: XMLAttributes) throws
    func end(_ tag: XMLTag) throws
    /// Part of a text; one text may come in several parts.
    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws
}

/// Reads XML block by block with expat. A document that declares a type is refused: by its entities a short text could
/// unfold without end.
final class XMLReader {
    private let parser: XML_Parser
    private let part: String
    private let handler: any XMLHandler
    /// What a handler has thrown: C code knows no errors.
    private var failure: (any Error)?
    private var depth = 0

    /// Deeper than any workbook.
    private static let mostDepth = 64

    /// - Parameters:
    ///   - part: the name that errors give it.
    ///   - encoding: of the blocks, whatever the document says; nil leaves it to the document.
    init(_ part: String, encoding: String? = nil, _ handler: any XMLHandler) throws {
        guard let parser = XML_ParserCreate(encoding) else {
            throw SheetError.damaged(part: part, why: "there is no memory to read it")
        }
        self.parser = parser
        self.part = part
        self.handler = handler
        XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
        XML_SetElementHandler(parser, onStart, onEnd)
        XML_SetCharacterDataHandler(parser, onText)
        XML_SetStartDoctypeDeclHandler(parser, onDoctype)
    }

    deinit { XML_ParserFree(parser) }

    func feed(_ block: UnsafeRawBufferPointer) throws { try parse(block, isLast: false) }

    /// - Throws: where the document isn't complete.
    func finish() throws { try parse(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true) }

    private func parse(_ block: UnsafeRawBufferPointer, isLast: Bool) throws {
        let bytes = block.bindMemory(to: CChar.self).baseAddress
        let status = XML_Parse(parser, bytes, Int32(block.count), isLast ? 1 : 0)
        if let failure { throw failure }
        guard status == XML_STATUS_OK else {
            let why = XML_ErrorString(XML_GetErrorCode(parser)).map { String(cString: $0) } ?? "not XML"
            throw SheetError.damaged(part: part, why: "\(why), line \(XML_GetCurrentLineNumber(parser))")
        }
    }

    @inline(__always)
    private func attempt(_ work: () throws -> Void) {
        guard failure == nil else { return }
        do { try work() } catch { stop(error) }
    }

    private func stop(_ error: any Error) {
        failure = error
        cexpat_stop(parser)
    }

    fileprivate func start(_ name: UnsafePointer<CChar>, _ attributes: XMLAttributes) {
        depth += 1
        attempt {
            guard depth <= XMLReader.mostDepth else {
                throw SheetError.damaged(part: part, why: "its elements are nested too deeply")
            }
            try handler.start(XMLTag(name), attributes)
        }
    }

    fileprivate func end(_ name: UnsafePointer<CChar>) {
        depth -= 1
        attempt { try handler.end(XMLTag(name)) }
    }

    fileprivate func text(_ text: UnsafePointer<CChar>, _ count: Int32) {
        let bytes = UnsafeRawBufferPointer(start: text, count: Int(count)).bindMemory(to: UInt8.self)
        attempt { try handler.text(bytes) }
    }

    fileprivate func refuseDoctype() { stop(SheetError.declaresEntities(part: part)) }
}

/// The reader lives while it parses, so that no reference to it has to be counted.
@inline(__always)
private func withReader(_ pointer: UnsafeMutableRawPointer?, _ body: (XMLReader) -> Void) {
    guard let pointer else { return }
    Unmanaged<XMLReader>.fromOpaque(pointer)._withUnsafeGuaranteedRef(body)
}

private let onStart:
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) -> Void = { pointer, name, pairs in
        guard let name else { return }
        withReader(pointer) { $0.start(name, XMLAttributes(pairs: pairs)) }
    }

private let onEnd: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?) -> Void = { pointer, name in
    guard let name else { return }
    withReader(pointer) { $0.end(name) }
}

private let onText: @convention(c) (UnsafeMutableRawPointer?, UnsafePointer<CChar>?, Int32) -> Void = {
    pointer, text, count in
    guard let text else { return }
    withReader(pointer) { $0.text(text, count) }
}

private let onDoctype:
    @convention(c) (
        UnsafeMutableRawPointer?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<CChar>?, Int32
    ) -> Void = { pointer, _, _, _, _ in withReader(pointer) { $0.refuseDoctype() } }
