import Exchange
import Receivables

/// The words of messages: the user's own files, else those of `Defaults/templates/`, compiled into the program.
public enum MessageTemplates {
    private static let builtIn: [String: [UInt8]] = [
        "before-due": PackageResources.before_due_txt,
        "before-due.de": PackageResources.before_due_de_txt,
        "before-due.fr": PackageResources.before_due_fr_txt,
        "reminder": PackageResources.reminder_txt,
        "reminder-firm": PackageResources.reminder_firm_txt,
        "formal-notice": PackageResources.formal_notice_txt,
        "statement": PackageResources.statement_txt,
        "promise-confirmation": PackageResources.promise_confirmation_txt,
        "plan": PackageResources.plan_txt,
        "dispute": PackageResources.dispute_txt,
        "documents": PackageResources.documents_txt,
        "reminder.de": PackageResources.reminder_de_txt,
        "reminder-firm.de": PackageResources.reminder_firm_de_txt,
        "formal-notice.de": PackageResources.formal_notice_de_txt,
        "statement.de": PackageResources.statement_de_txt,
        "promise-confirmation.de": PackageResources.promise_confirmation_de_txt,
        "plan.de": PackageResources.plan_de_txt,
        "dispute.de": PackageResources.dispute_de_txt,
        "documents.de": PackageResources.documents_de_txt,
        "reminder.fr": PackageResources.reminder_fr_txt,
        "reminder-firm.fr": PackageResources.reminder_firm_fr_txt,
        "formal-notice.fr": PackageResources.formal_notice_fr_txt,
        "statement.fr": PackageResources.statement_fr_txt,
        "promise-confirmation.fr": PackageResources.promise_confirmation_fr_txt,
        "plan.fr": PackageResources.plan_fr_txt,
        "dispute.fr": PackageResources.dispute_fr_txt,
        "documents.fr": PackageResources.documents_fr_txt,
    ]

    /// By what a message says and how plainly: `reminder-firm`.
    public static func name(for content: MessageContent) -> String {
        guard content.kind == .reminder else { return content.kind.rawValue }
        switch content.tone {
        case .beforeDue: return "before-due"
        case .friendly: return "reminder"
        case .firm: return "reminder-firm"
        case .formal: return "formal-notice"
        }
    }

    /// Every name that a file of the user's may have, without language and ending.
    public static var names: [String] { builtIn.keys.filter { !$0.contains(".") }.sorted() }

    /// The template for a message: in its language, where the user or the program has one, else in English.
    ///
    /// - Parameters:
    ///   - content: what the message says; its kind and tone choose the template.
    ///   - code: the language (ISO 639-1); nil for English.
    ///   - own: the user's file of a name such as `reminder.de.txt`, with its path; nil where there is none. One that
    ///     can't be read is thrown: nothing is sent that the user didn't write.
    public static func template(
        for content: MessageContent, language code: String?,
        own: (String) throws(TemplateError) -> (text: String, path: String)?
    ) throws(TemplateError) -> (template: MessageTemplate, language: MessageLanguage) {
        let name = name(for: content)
        if let code, code != "en", let found = try template(name + "." + code, own) { return (found, .language(code)) }
        if let found = try template(name, own) { return (found, .english) }
        throw TemplateError(file: name, line: 1, reason: SettingsSentences.noSuchTemplate)
    }

    private static func template(
        _ name: String, _ own: (String) throws(TemplateError) -> (text: String, path: String)?
    ) throws(TemplateError) -> MessageTemplate? {
        if let (text, path) = try own(name + ".txt") { return try MessageTemplate(text, name: path) }
        guard let bytes = builtIn[name] else { return nil }
        return try MessageTemplate(String(decoding: bytes, as: UTF8.self), name: name + ".txt")
    }
}
