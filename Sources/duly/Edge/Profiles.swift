import Exchange
import Foundation
import Settings

/// The user's import profiles: `$XDG_CONFIG_HOME/duly/profiles/*.toml`.
enum Profiles {
    static var folder: String { Paths.configurationFolder + "/profiles" }

    /// Every profile of the folder, by name. One that can't be read stops an import rather than being passed over:
    /// its files would be read otherwise than they should.
    static func own() throws -> [ImportProfile] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted().map { try read(folder + "/" + $0) }
    }

    /// A profile by its file, or by its name in the folder.
    static func named(_ name: String) throws -> ImportProfile {
        let file = path(of: name)
        guard access(file, F_OK) == 0 else { throw Failure(.notFound, "\(file): no such profile.") }
        return try read(file)
    }

    private static func read(_ file: String) throws -> ImportProfile {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw SettingsError(file: file, line: nil, reason: "it can't be read as UTF-8 text")
        }
        return try ProfileFile.read(text, name: file)
    }

    /// Writes a profile; over another one only where that is asked for.
    ///
    /// - Returns: the file.
    static func save(_ plan: ImportPlan, as name: String, replacing: Bool) throws -> String {
        let file = path(of: name)
        if file.hasPrefix(folder + "/") { try Paths.make(folder) }
        let text = ProfileFile.text(of: plan.profile(named: file))
        do {
            try Data(text.utf8).write(to: URL(filePath: file), options: replacing ? .atomic : .withoutOverwriting)
        } catch {
            let why = access(file, F_OK) == 0 ? "there is one already; name another, or say --replace-profile" : error.localizedDescription
            throw Failure(.cannotCreate, "The profile \(file) can't be written: \(why).")
        }
        return file
    }

    /// A plain word is a name in the folder, anything else a path.
    private static func path(of name: String) -> String {
        name.contains("/") || name.hasSuffix(".toml") ? name : folder + "/\(name).toml"
    }
}
