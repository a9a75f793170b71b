import ArgumentParser
import Receivables
import Runtime
import Settings
import Terminal

struct TrackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "track", abstract: "Talk tracks: what can be said on a call.",
        discussion: """
            Yours go to \(UserConfiguration.trackFolder) under the names that `duly track list` shows; `duly track \
            show NAME` writes one to begin with.
            """,
        subcommands: [CheckCommand.self, ShowCommand.self, ListCommand.self], defaultSubcommand: ListCommand.self)

    struct CheckCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Say what is wrong with tracks, by line and column.")

        @Argument(help: "The files. Their names say what they are for: disputed.de.md")
        var files: [String]

        func run() throws {
            var count = 0
            for file in files {
                let mistakes = mistakes(in: file)
                for mistake in mistakes { Output.say("\(mistake)") }
                count += mistakes.count
                if mistakes.isEmpty { Output.show([Line(DoneSentences.fine(file))]) }
            }
            guard count > 0 else { return }
            throw CommandFailure(
                .badData, RefusalSentences.thingsToChange(count))
        }

        private func mistakes(in path: String) -> [TrackMistake] {
            let name = path.split(separator: "/").last.map(String.init) ?? path
            do {
                let text = try UserConfiguration.trackText(of: path)
                let track = try TalkTrack(text, file: path)
                return track.remarks(for: TalkTracks.situation(of: name), file: path)
            } catch let mistake as TrackMistake {
                return [mistake]
            } catch let error as SettingsError {
                return error.mistakes.map {
                    TrackMistake(file: path, line: $0.line ?? 1, column: $0.column ?? 1, reason: $0.reason)
                }
            } catch {
                return [TrackMistake(file: path, line: 1, column: 1, reason: "\(error)")]
            }
        }
    }

    struct ShowCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "Write a built-in track, to make your own from it.")

        @Argument(help: "Its file name: first-late.md, or first-late.de.md for the German one.")
        var name: String

        func run() throws {
            let file = name.hasSuffix(".md") ? name : name + ".md"
            guard let text = TalkTracks.text(of: file) else {
                throw CommandFailure(.notFound, RefusalSentences.noSuchTrack(name))
            }
            Output.pipe(text)
        }
    }

    struct ListCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The tracks that there are, and which of them are yours.")

        func run() throws {
            let user = UserConfiguration.load()
            for complaint in user.complaints { Output.say("duly: " + DoneSentences.builtInTrackIsUsed("\(complaint)")) }
            Output.show(
                TalkTracks.fileNames.map { file in
                    let words = TalkTracks.situation(of: file)?.words ?? ""
                    let isOwn = user.ownTracks.contains(file)
                    return Line(isOwn ? "* " : "  ", .key).then(file).padded(to: 26).then(words, .muted)
                        .then(isOwn ? "  " + DoneSentences.yours : "", .good)
                })
        }
    }
}
