import Exchange
import Files
import Settings

/// Text files that the user writes: settings, themes, profiles, rules, templates.
enum UserFile {
    /// What such a file says; nil only where there is none. One that is there and can't be read is an error: with the
    /// default in its place, something would be done that the user did not ask for.
    static func text(of path: String) throws(SettingsError) -> String? {
        do {
            return try FileReading.text(FileReading.bytes(of: path))
        } catch let place as FileReading.NoText {
            throw SettingsError(file: path, line: place.line, column: place.column, reason: notText)
        } catch let problem as FileProblem {
            if problem.isMissing, NewFile.mayBeMissing(path) { return nil }
            throw SettingsError(file: path, line: nil, reason: reason(problem))
        } catch {
            throw SettingsError(file: path, line: nil, reason: "\(error)")
        }
    }

    /// The same of a message's template.
    static func template(_ path: String) throws(TemplateError) -> String? {
        do {
            return try text(of: path)
        } catch {
            let mistake = error.mistakes.first
            throw TemplateError(
                file: path, line: mistake?.line ?? 1, column: mistake?.column ?? 1,
                reason: mistake?.reason ?? RuntimeSentences.cannotBeRead)
        }
    }

    private static let notText = RuntimeSentences.notText

    private static func reason(_ problem: FileProblem) -> String {
        problem.isMissing ? RuntimeSentences.brokenLink : RuntimeSentences.cannotBeRead(problem.reason)
    }
}
