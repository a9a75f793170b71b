import Terminal
import TOMLKit

/// Themes as TOML files: a line for each style, `overdue = { style = "red bold", mark = "!" }`, and a `[glyphs]`
/// table for the signs of frames and bars (ARCHITECTURE.md §5).
public enum ThemeFile {
    /// Reads a theme; what it leaves out is as in the default theme.
    ///
    /// - Parameters:
    ///   - text: the file's contents.
    ///   - name: the file as errors name it; its last part without `.toml` becomes the theme's name.
    public static func read(_ text: String, name: String) throws(SettingsError) -> Theme {
        let file = try TomlFile(text, name: name)
        var entries: [String: ThemeEntry] = [:]
        var glyphs: [String: String] = [:]
        var isAscii = false
        for key in file.table.keys {
            switch key {
            case "glyphs": glyphs = try signs(file)
            case "ascii":
                guard let flag = file.table[key]?.bool else {
                    throw file.error(SettingsSentences.trueOrFalse("ascii"), at: key)
                }
                isAscii = flag
            default: entries[key] = try entry(key, file)
            }
        }
        do {
            return try Theme(name: title(name), entries: entries, glyphs: glyphs, ascii: isAscii)
        } catch {
            throw file.error(error.description, at: error.entry)
        }
    }

    private static func title(_ name: String) -> String {
        let last = name.split(separator: "/").last.map(String.init) ?? name
        return last.hasSuffix(".toml") ? String(last.dropLast(5)) : last
    }

    private static func entry(_ key: String, _ file: TomlFile) throws(SettingsError) -> ThemeEntry {
        guard let table = file.table[key]?.table else {
            throw file.error(SettingsSentences.styleAndMark(key), at: key)
        }
        var entry = ThemeEntry()
        for part in table.keys {
            guard let text = table[part]?.string else {
                throw file.error(SettingsSentences.plainText("\(key).\(part)"), at: key)
            }
            switch part {
            case "style": entry.style = text
            case "mark": entry.mark = text
            default: throw file.error(SettingsSentences.onlyStyleAndMark(key, not: part), at: key)
            }
        }
        return entry
    }

    private static func signs(_ file: TomlFile) throws(SettingsError) -> [String: String] {
        guard let table = file.table["glyphs"]?.table else {
            throw file.error(SettingsSentences.table("glyphs"), at: "glyphs")
        }
        var signs: [String: String] = [:]
        for key in table.keys {
            guard let sign = table[key]?.string else {
                throw file.error(SettingsSentences.plainText("glyphs.\(key)"), at: key)
            }
            signs[key] = sign
        }
        return signs
    }
}
