import Foundation
import Workstation

/// What the import page says about a file, as arguments of `duly import`: the page can say nothing that a script can't.
enum ImportArguments {
    static func of(_ request: ImportRequest, book: String) -> [String] {
        let settings = request.settings.sorted { $0.key.rawValue < $1.key.rawValue }.map(argument)
        let columns = request.meanings.sorted { $0.key < $1.key }.map { header, meaning in
            "--column=\(meaning.isEmpty ? ColumnSaying.aside : meaning)=\(header)"
        }
        return ["import", file(request.path), "--book", book] + settings + columns
            + (request.contents.map { ["--contents=\($0)"] } ?? [])
    }

    private static func argument(_ setting: ImportSetting, _ value: String) -> String {
        switch setting {
        case .kind, .encoding, .dates, .decimal, .signs, .currency, .sheet: "--\(setting.rawValue)=\(value)"
        case .extent: "--\(value)"
        case .clearing: "--force"
        }
    }

    /// A name that begins with a dash is no option.
    private static func file(_ path: String) -> String {
        let full = (path as NSString).expandingTildeInPath
        return full.hasPrefix("-") ? "./" + full : full
    }
}
