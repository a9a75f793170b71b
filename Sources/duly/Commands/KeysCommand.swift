import ArgumentParser
import Runtime
import Settings
import Terminal
import Workstation

struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Every command and the keys in force.")

    @Flag(help: "As a Markdown table.")
    var markdown = false

    func run() throws {
        let user = UserConfiguration.load()
        for complaint in user.complaints { Output.say("duly: " + DoneSentences.defaultIsUsed("\(complaint)")) }
        let list = KeyList(markdown ? .standard : user.settings.bindings)
        Output.show(markdown ? SafeText.lines(list.markdown).map { Line(String($0)) } : list.lines)
    }
}

struct ThemesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "themes", abstract: "The themes that there are, and the one in force.")

    func run() throws {
        let user = UserConfiguration.load()
        for complaint in user.complaints { Output.say("duly: " + DoneSentences.defaultIsUsed("\(complaint)")) }
        let chosen = user.theme.name
        Output.show(BuiltInThemes.names.map { Line(($0 == chosen ? "* " : "  ") + $0) })
        Output.say(
            DoneSentences.whereThemesGo(UserConfiguration.themeFolder, settings: Paths.configurationFolder)
        )
    }
}
