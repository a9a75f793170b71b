import Receivables
import Settings
import Testing

@Suite("Talk tracks of the program")
struct TalkTracksTests {
    @Test("Each is there in three languages and keeps the rules of its words", arguments: TalkTracks.fileNames)
    func rules(_ file: String) throws {
        let text = try #require(TalkTracks.text(of: file))
        let track = try TalkTrack(text, file: file)
        let situation = try #require(TalkTracks.situation(of: file))
        #expect(track.remarks(for: situation, file: file) == [])
        #expect(track.title.count <= 30)
    }

    @Test("There is one for each situation and language")
    func complete() {
        #expect(TalkTracks.fileNames.count == CallSituation.allCases.count * SpokenTongue.allCases.count)
    }

    @Test("The user's own goes before the program's; a language without one has the English")
    func own() throws {
        let own = try TalkTrack("# Mine\n## opening\nHello.\n", file: "portal.de.md")
        let library = TalkTracks.all(own: ["portal.de.md": own])
        #expect(library.track(.portal, "de")?.track.title == "Mine")
        #expect(library.track(.portal, "pl")?.language == "en")
        #expect(library.track(.disputed, "fr")?.language == "fr")
    }
}
