import Receivables

/// The talk tracks: the user's own files, else those of `Defaults/tracks/`, compiled into the program.
public enum TalkTracks {
    private static let builtIn: [String: [UInt8]] = [
        "first-late.md": PackageResources.first_late_md,
        "first-late.de.md": PackageResources.first_late_de_md,
        "first-late.fr.md": PackageResources.first_late_fr_md,
        "usual-late.md": PackageResources.usual_late_md,
        "usual-late.de.md": PackageResources.usual_late_de_md,
        "usual-late.fr.md": PackageResources.usual_late_fr_md,
        "broken-promise.md": PackageResources.broken_promise_md,
        "broken-promise.de.md": PackageResources.broken_promise_de_md,
        "broken-promise.fr.md": PackageResources.broken_promise_fr_md,
        "disputed.md": PackageResources.disputed_md,
        "disputed.de.md": PackageResources.disputed_de_md,
        "disputed.fr.md": PackageResources.disputed_fr_md,
        "paid-already.md": PackageResources.paid_already_md,
        "paid-already.de.md": PackageResources.paid_already_de_md,
        "paid-already.fr.md": PackageResources.paid_already_fr_md,
        "not-due.md": PackageResources.not_due_md,
        "not-due.de.md": PackageResources.not_due_de_md,
        "not-due.fr.md": PackageResources.not_due_fr_md,
        "hardship.md": PackageResources.hardship_md,
        "hardship.de.md": PackageResources.hardship_de_md,
        "hardship.fr.md": PackageResources.hardship_fr_md,
        "plan.md": PackageResources.plan_md,
        "plan.de.md": PackageResources.plan_de_md,
        "plan.fr.md": PackageResources.plan_fr_md,
        "relationship.md": PackageResources.relationship_md,
        "relationship.de.md": PackageResources.relationship_de_md,
        "relationship.fr.md": PackageResources.relationship_fr_md,
        "inbound.md": PackageResources.inbound_md,
        "inbound.de.md": PackageResources.inbound_de_md,
        "inbound.fr.md": PackageResources.inbound_fr_md,
        "gatekeeper.md": PackageResources.gatekeeper_md,
        "gatekeeper.de.md": PackageResources.gatekeeper_de_md,
        "gatekeeper.fr.md": PackageResources.gatekeeper_fr_md,
        "voicemail.md": PackageResources.voicemail_md,
        "voicemail.de.md": PackageResources.voicemail_de_md,
        "voicemail.fr.md": PackageResources.voicemail_fr_md,
        "portal.md": PackageResources.portal_md,
        "portal.de.md": PackageResources.portal_de_md,
        "portal.fr.md": PackageResources.portal_fr_md,
    ]

    /// Every name that a file may have, such as `first-late.de.md`.
    public static var fileNames: [String] { builtIn.keys.sorted() }

    /// The words of a built-in track; nil for a name that is none.
    public static func text(of file: String) -> String? { builtIn[file].map { String(decoding: $0, as: UTF8.self) } }

    /// A track's file: `first-late.de.md`; English has no code.
    static func fileName(_ situation: CallSituation, _ language: String) -> String {
        situation.rawValue + (language == SpokenTongue.english.rawValue ? "" : "." + language) + ".md"
    }

    /// What a file of that name is for; nil for a name that is none.
    public static func situation(of file: String) -> CallSituation? {
        CallSituation.allCases.first { situation in
            SpokenTongue.allCases.contains { fileName(situation, $0.rawValue) == file }
        }
    }

    /// The tracks of a desk.
    ///
    /// - Parameter own: the user's tracks, by file name. They go before those of the program.
    public static func all(own: [String: TalkTrack]) -> TrackLibrary {
        TrackLibrary { situation, language in
            for code in [language, SpokenTongue.english.rawValue] {
                let file = fileName(situation, code)
                if let track = own[file] { return (track, code) }
                // Those of the program are held by a test.
                if let text = text(of: file), let track = try? TalkTrack(text, file: file) { return (track, code) }
            }
            return nil
        }
    }
}
