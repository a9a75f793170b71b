extension CallResult {
    /// The next step that a result proposes (DOMAIN.md §5, "Call results"); the caller may change it.
    ///
    /// - Returns: nil where the result itself demands a day of the customer's, such as a callback.
    public func proposal(on day: Day, calendar: BusinessCalendar) -> PlannedFollowUp? {
        func after(_ businessDays: Int, _ why: String) -> PlannedFollowUp {
            PlannedFollowUp(day: calendar.adding(businessDays, to: day), why: why)
        }
        switch self {
        case .callbackAgreed: return nil
        case .promised: return after(3, "has the promised money come?")
        case .planAgreed: return after(3, "has the first instalment come?")
        case .paidAlready: return after(3, "has the claimed payment come?")
        case .disputes: return after(5, "has the dispute been answered?")
        case .wantsDocuments: return after(2, "have the documents arrived?")
        case .willCheck: return after(2, "what came of checking?")
        case .refuses: return after(2, "manager's decision")
        case .someoneElse: return after(0, "call who handles it")
        case .gatekeeper, .voicemail, .noAnswer: return after(1, "try again, other half of the day")
        case .busy: return after(0, "was busy, try again")
        case .wrongNumber: return after(1, "find another number")
        case .noCommonLanguage: return after(1, "colleague who has the language, or a message in it")
        case .askedNotToBeCalled: return after(5, "in writing")
        case .insolvent: return PlannedFollowUp(day: calendar.onOrAfter(day.advanced(by: 30)), why: "review the hold")
        case .relationship: return PlannedFollowUp(day: calendar.onOrAfter(day.advanced(by: 90)), why: "relationship call")
        }
    }
}
