/// What the talk track's page and keys say.
enum TrackSentences {
    static func talkTrack(_ situation: String) -> String { "Talk track: \(situation)" }
    static let whatIsItAbout = "What is it about?"
    static let likely = "most likely"
    static let everyStepIsTicked = "every step of the talk track is ticked"
    static let noTrack = "there is no talk track for this call"
    static let fromSettings = "this comes from your settings and the desk's calendar"
    static let noCompany = "[talk] in config.toml says who calls, for which company, and the number to call back"
    static let answerFirst = "answer this first"
    static let said = "said"
    static let noted = "noted"

    // Keys of the page.
    static let choose = "choose"
    static let foldOrShow = "folds, or shows the fact"
    static let situation = "situation"
    static let step = "step"
}
