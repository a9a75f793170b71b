/// Something on the page that can be changed.
enum ImportTarget: Sendable, Hashable {
    /// One of the readings of what is ambiguous.
    case answer(ImportSetting, String)
    case setting(ImportSetting)
    /// By its header.
    case column(String)

    var title: String {
        switch self {
        case .answer(let setting, _), .setting(let setting): setting.title
        case .column(let header): header
        }
    }
}
