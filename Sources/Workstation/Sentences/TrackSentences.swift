/// The talk track: what a call is about, and its steps.
enum TrackSentences {
    static let everyStepIsTicked = "every step of the talk track is ticked"
    static let noTrack = "there is no talk track for this call"
    static let comesFromSettings = "this comes from your settings and the desk's calendar"
    static let whatIsItAbout = "What is it about?"
    static func track(_ situation: String) -> String { "Talk track: \(situation)" }
    static let foldsOrShowsFact = "folds, or shows the fact"
    static let said = "said"
    static let situation = "situation"
    static let step = "step"
    static let likely = "most likely"
    static let noted = "noted"
}
