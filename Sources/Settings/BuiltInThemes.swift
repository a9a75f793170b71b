import Terminal

/// The themes of `themes/`, compiled into the program.
public enum BuiltInThemes {
    private static let files: [(name: String, bytes: [UInt8])] = [
        ("dark", PackageResources.dark_toml), ("light", PackageResources.light_toml),
        ("high-contrast", PackageResources.high_contrast_toml), ("colour-blind", PackageResources.colour_blind_toml),
        ("mono", PackageResources.mono_toml), ("ascii", PackageResources.ascii_toml),
    ]

    /// `standard` is the one that needs no file: the terminal's own sixteen colours.
    public static var names: [String] { ["standard"] + files.map(\.name) }

    /// - Throws: `SettingsError` where a file that ships is wrong, which a test rules out.
    public static func theme(named name: String) throws(SettingsError) -> Theme? {
        if name == "standard" { return .standard }
        guard let file = files.first(where: { $0.name == name }) else { return nil }
        return try ThemeFile.read(String(decoding: file.bytes, as: UTF8.self), name: "themes/\(name).toml")
    }
}
