import Exchange
import Files
import Foundation
import Settings

/// The user's import profiles: `$XDG_CONFIG_HOME/duly/profiles/*.toml`.
package enum Profiles {
    /// Where the profiles are.
    package static var folder: String { Paths.configurationFolder + "/profiles" }

    /// Every profile of the folder, by name. One that can't be read stops an import rather than being passed over:
    /// its files would be read otherwise than they should.
    package static func own() throws -> [ImportProfile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map {
            try read(folder + "/" + $0)
        }
    }

    /// A profile by its file, or by its name in the folder.
    package static func named(_ name: String) throws -> ImportProfile {
        try read(path(of: name))
    }

    private static func read(_ file: String) throws -> ImportProfile {
        guard let text = try UserFile.text(of: file) else {
            throw CommandFailure(.notFound, RuntimeSentences.noSuchProfile(file))
        }
        return try ProfileFile.read(text, name: file)
    }

    /// Writes a profile; over another one only where that is asked for.
    ///
    /// - Returns: the file.
    package static func save(_ plan: ImportPlan, as name: String, replacing: Bool) throws -> String {
        let file = path(of: name)
        if file.hasPrefix(folder + "/") { try Paths.make(folder) }
        let text = ProfileFile.text(of: plan.profile(named: file))
        do {
            try NewFile.write(text, to: file, replacing: replacing)
        } catch {
            let why =
                error.code == EEXIST ? RuntimeSentences.profileExists : error.reason
            throw CommandFailure(.cannotCreate, RuntimeSentences.cannotWriteProfile(file, why))
        }
        return file
    }

    /// A plain word is a name in the folder, anything else a path.
    private static func path(of name: String) -> String {
        name.contains("/") || name.hasSuffix(".toml") ? name : folder + "/\(name).toml"
    }
}
