/// Something on the page that can be changed.
enum ImportTarget: Sendable, Hashable {
    /// One of the readings of what is ambiguous.
    case answer(ImportLook.Question.Subject, String)
    case setting(ImportSetting)
    /// By its header.
    case column(String)

    var title: String {
        switch self {
        case .answer(.setting(let setting), _), .setting(let setting): setting.title
        case .answer(.column(let meaning), _): meaning
        case .answer(.meaning(let header), _): header
        case .column(let header): header
        }
    }
}
