import Foundation
import Receivables
import Settings
import Terminal

/// The user's settings and theme; where a file is wrong it is named, and the default is used instead.
package struct UserConfiguration {
    /// What `config.toml` says.
    package var settings = UserSettings.standard
    /// How the screen looks.
    package var theme = Theme.standard
    /// What can be said on calls: the user's own talk tracks before those of the program.
    package var tracks = TalkTracks.all(own: [:])
    /// The file names of the user's own talk tracks.
    package var ownTracks: Set<String> = []
    /// What is wrong with any of them, as sentences.
    package var complaints: [String] = []

    /// Reads all of them; what is wrong goes into `complaints`.
    package static func load() -> UserConfiguration {
        var configuration = UserConfiguration()
        do {
            configuration.settings = try settings()
        } catch {
            configuration.complaints += error.sentences
        }
        let own = ownTracks()
        configuration.tracks = TalkTracks.all(own: own.tracks)
        configuration.ownTracks = Set(own.tracks.keys)
        configuration.complaints += own.complaints
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
            reason: RuntimeSentences.noSuchTheme(name, known: names, folder: themeFolder))
    }

    /// The user's own talk tracks by file name. One that is wrong is left out, and the program's is used instead.
    private static func ownTracks() -> (tracks: [String: TalkTrack], complaints: [String]) {
        var tracks: [String: TalkTrack] = [:]
        var complaints: [String] = []
        let files = (try? FileManager.default.contentsOfDirectory(atPath: trackFolder)) ?? []
        for file in files.sorted() where file.hasSuffix(".md") {
            let path = trackFolder + "/" + file
            guard TalkTracks.situation(of: file) != nil else {
                let names = CallSituation.allCases.map { "\($0.rawValue).md" }.joined(separator: ", ")
                complaints.append(RuntimeSentences.notATrackName(path, known: names))
                continue
            }
            do {
                guard let text = try UserFile.text(of: path) else { continue }
                tracks[file] = try TalkTrack(text, file: path)
            } catch let mistake as TrackMistake {
                complaints.append("\(mistake)")
            } catch let error as SettingsError {
                complaints += error.sentences
            } catch {
                complaints.append("\(path): \(error)")
            }
        }
        return (tracks, complaints)
    }

    /// What a track's file says.
    ///
    /// - Throws: `SettingsError` where it can't be read, or isn't there.
    package static func trackText(of path: String) throws(SettingsError) -> String {
        guard let text = try UserFile.text(of: path) else {
            throw SettingsError(file: path, line: nil, reason: RuntimeSentences.thereIsNoSuchFile)
        }
        return text
    }

    /// Where the user's own talk tracks are.
    package static var trackFolder: String { Paths.configurationFolder + "/tracks" }

    /// Where the user's own themes are.
    package static var themeFolder: String { Paths.configurationFolder + "/themes" }
}
