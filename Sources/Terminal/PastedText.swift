enum PastedText {
    /// What was pasted, its line breaks as line feeds: terminals send CR for them, clipboards hold CR LF.
    /// Other controls stay: they are shown as marks, and it isn't for the terminal to change what was copied.
    static func cleaned(_ scalars: String.UnicodeScalarView) -> String {
        var cleaned = String.UnicodeScalarView()
        var afterReturn = false
        for scalar in scalars {
            if scalar == "\r" || (scalar == "\n" && !afterReturn) {
                cleaned.append("\n")
            } else if scalar != "\n" {
                cleaned.append(scalar)
            }
            afterReturn = scalar == "\r"
        }
        return String(cleaned)
    }
}
