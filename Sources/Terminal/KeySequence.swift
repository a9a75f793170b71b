/// What a terminal sends for a key, where curses hasn't made a key of it: what follows a long paste is read with it,
/// around curses.
///
/// Another paste may follow, and that must stay a paste: its text would be commands otherwise.
struct KeySequence {
    /// Behind Esc: `[` or `O`.
    var introducer: Unicode.Scalar
    var parameters: [UInt8]
    var last: Unicode.Scalar

    var beginsPaste: Bool { introducer == "[" && last == "~" && parameters == Array("200".utf8) }

    /// The key, or nil for one that is of no use.
    var key: Key? {
        switch (String(decoding: parameters, as: UTF8.self), last) {
        case ("", "A"): .up
        case ("", "B"): .down
        case ("", "C"): .right
        case ("", "D"): .left
        case ("", "H"), ("1", "~"), ("7", "~"): .home
        case ("", "F"), ("4", "~"), ("8", "~"): .end
        case ("", "Z"): .backTab
        case ("2", "~"): .insert
        case ("3", "~"): .delete
        case ("5", "~"): .pageUp
        case ("6", "~"): .pageDown
        case ("1;5", "C"), ("1;3", "C"): .wordRight
        case ("1;5", "D"), ("1;3", "D"): .wordLeft
        default: nil
        }
    }
}
