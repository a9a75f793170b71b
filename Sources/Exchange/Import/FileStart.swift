import Receivables

/// What is known of a file before its header is: bytes, separator, first rows, and the profile for them.
struct FileStart {
    let bytes: ByteSurvey
    let text: TextBlocks
    let sniffed: Sniffing
    /// The profile by which the file is read.
    let known: ImportProfile?
    /// The same with the columns that were said for this file alone; there is one where only those were said.
    let profile: ImportProfile?
    /// What was said, completed by the profile.
    let options: ImportOptions

    init(_ file: ByteFile, _ path: String, _ options: ImportOptions) throws {
        file.choice = options.sheetChoice
        bytes = try ByteSurvey(of: file, path: path, encoding: options.encoding ?? options.profile?.encoding)
        file.expected = file.contents(hash: bytes.hash)
        text = TextBlocks(file: file, path: path, spelling: bytes.spelling)
        let delimiters = file.sheet == nil ? Sniffing.candidates : [SheetCsv.delimiter]
        let sniffed = try Sniffing(
            text, file: path, newline: bytes.spelling.newline, names: options.knownHeaders, delimiters: delimiters)
        self.sniffed = sniffed
        known =
            options.profile ?? options.profiles.first { profile in sniffed.rows.contains { profile.fits($0.cells) } }
        self.options = options.completed(by: known)
        let isSpoken = !options.columns.isEmpty || !options.aside.isEmpty
        profile = known?.amended(by: options) ?? (isSpoken ? options.spoken : nil)
    }
}
