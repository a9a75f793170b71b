import Foundation
import Settings
import Terminal

/// The user's settings and theme; where a file is wrong it is named, and the default is used instead.
package struct UserConfiguration {
    /// What `config.toml` says.
    package var settings = UserSettings.standard
    /// How the screen looks.
    package var theme = Theme.standard
    /// What is wrong with either, as sentences.
    package var complaints: [String] = []

    /// Reads both; what is wrong goes into `complaints`.
    package static func load() -> UserConfiguration {
        var configuration = UserConfiguration()
        do {
            configuration.settings = try settings()
        } catch {
            configuration.complaints += error.sentences
        }
        guard let name = configuration.settings.theme else { return configuration }
        do {
            configuration.theme = try theme(named: name)
        } catch {
            configuration.complaints += error.sentences
        }
        return configuration
    }

    /// The user's settings alone, for a script: what is wrong with them stops it.
    package static func settings() throws(SettingsError) -> UserSettings {
        let file = Paths.configurationFolder + "/config.toml"
        guard let text = try UserFile.text(of: file) else { return .standard }
        return try UserSettings.read(text, file: file)
    }

    /// The user's own theme of that name, else the one that ships.
    package static func theme(named name: String) throws(SettingsError) -> Theme {
        let own = themeFolder + "/\(name).toml"
        if let text = try UserFile.text(of: own) { return try ThemeFile.read(text, name: own) }
        if let theme = try BuiltInThemes.theme(named: name) { return theme }
        let names = BuiltInThemes.names.joined(separator: ", ")
        throw SettingsError(
            file: "theme", line: nil,
            reason: "there is no theme \(name); there are \(names), and yours in \(themeFolder)")
    }

    /// Where the user's own themes are.
    package static var themeFolder: String { Paths.configurationFolder + "/themes" }
}
