import Receivables

/// What is wrong with the arguments of a command, and how to write them.
enum ArgumentSentences {
    // What --as-of can't do.
    static let decidedToday = "What is decided is recorded today; --as-of is for reading."
    static let answeredToday = "What is answered is recorded today; --as-of is for reading."
    static let commentedToday = "A comment is recorded today; --as-of is for reading."
    static let calledNow = "A call is recorded when it is made; --as-of is for reading."
    static let coveredToday = "A cover is agreed today; --as-of is for reading."
    static let matchedToday = "Cash is matched today; --as-of is for reading."
    static let sentToday = "A message is sent today; --as-of is for reading."
    static let rulesChangeToday = "Rules change today; --as-of is for reading."
    static let outboxIsNow = "The outbox is as it is now; --as-of is for reading the book."
    static let rateHoldsFromDay = "A rate is valid from a day on: give it with --day."
    static func whatIsItWorth(_ currency: String) -> String {
        "What is 1 \(currency) worth? `duly rate \(currency) 0.0062`."
    }

    // Days, numbers, words.
    static func notADay(_ text: String) -> String { "\u{201C}\(text)\u{201D} is not a day: write it as 2026-11-20." }
    static func notAListNumber(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} is not a number that the lists print, such as 12 or 12.2."
    }
    static func oneOf(_ words: [String], _ option: String) -> String {
        "\(option) is one of: \(words.joined(separator: ", "))."
    }
    static let handOverNeedsNumber = "A follow-up is handed over with its number and --give NAME --line TEXT."
    static let handOverNeedsLine = "A follow-up is handed over with a line: --line TEXT."
    static let commentNeedsText = "A comment needs a text: --text TEXT."
    static let screenSize = "--size is columns x rows, such as 100x30."
    static let demoSize = "A demo has 1 to 1,000,000 accounts and at most 20,000,000 invoices and entries."
    static func placementIsText(_ number: String) -> String {
        "A placement is a text; `duly account \(number) --json` has the same as data."
    }
    static let limitFromZero = "--limit counts from 0."
    static let everyoneAlone = "--everyone ignores batches and rests; give it alone."
    static func noSuchBatch(_ batch: String, known: String) -> String {
        "There is no batch \u{201C}\(batch)\u{201D}; there are: \(known)."
    }
    static func days(_ option: String, upTo most: Int) -> String { "\(option) is a number of days, from 1 to \(most)." }
    static func calls(upTo most: Int) -> String { "--calls are numbers from 1 to \(most)." }
    static let fromAfterTo = "--from is after --to."
    static func tooManyDays(_ first: Day, _ last: Day, _ most: Int) -> String {
        "From \(first.iso) to \(last.iso) are more than \(most) days to replay: give a longer --step."
    }

    // Contact rules.
    static let attemptsFromOne = "Attempts count from 1, days of quiet from 0."
    static func notHours(_ text: String, _ option: String) -> String {
        "\(option): \u{201C}\(text)\u{201D} are not hours: write them as 08:00-18:00, or 00:00-24:00."
    }
    static func notAZone(_ zone: String) -> String {
        "\u{201C}\(zone)\u{201D} is not a time zone; write it as Europe/London."
    }
    static func notFreeDays(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} are not days off: write sat,sun or none."
    }

    // Calls.
    static let direction = "--direction is out or in."
    static func notATelephone(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} is not a telephone number: a mark on it would stop no call."
    }
    static let howDidItEnd = "How did the call end? Say so with --result."
    static func resultNeedsNote(_ result: CallResult, _ words: String) -> String {
        "\u{201C}\(result.rawValue)\u{201D} says nothing by itself: say \(words), with --note."
    }
    static func callbackNeedsTime(_ day: Day) -> String { "A callback needs a time too: --follow-up \(day.iso)T10:30." }
    static func resultNeedsDay(_ result: CallResult) -> String {
        "\u{201C}\(result.rawValue)\u{201D} needs a day: give it with --follow-up."
    }
    static let whichPromise = "How much is promised, and by when? Say so with --promise \"2500 by fri\"."
    static let whichPlan = "Which plan? Say so with --plan \"3x monthly from 1 dec\"."
    static let whichPayment = "When did they pay, and how much? Say so with --paid \"900 yesterday\"."
    static let whichDispute = "Which item, and why? Say so with --dispute \"INV-77 price\"."
    static let whoNotToCall = "Who is not to be called? Say so with --do-not-call number|person|account."
    static let whichLanguage = "Which language? Say so with --language."
    static func whichNumber(of numbers: [String]) -> String {
        "Which number is wrong? Say so with --number"
            + (numbers.isEmpty ? "." : ": \(numbers.joined(separator: ", ")).")
    }
    static func noSuchResult(_ name: String) -> String {
        "\u{201C}\(name)\u{201D} is not a result of a call. There are: "
            + CallResult.allCases.map(\.rawValue).joined(separator: ", ") + "."
    }
    static func followUp(_ problem: String, choices: [String]) -> String {
        problem + (choices.isEmpty ? "" : " Write --follow-up \(quoted(choices)).")
    }
    static func followUpIsPast(_ day: Day, _ time: TimeOfDay?) -> String {
        "\(day.long)\(time.map { " " + $0.text } ?? "") is past; a follow-up lies ahead."
    }
    static func sayWhySoLate(_ day: Day) -> String {
        "\(day.long) is more than \(PlannedFollowUp.furthestWithoutReason) days ahead: "
            + "say why so late, with --why."
    }
    static func notUnderstood(_ text: String, _ problem: String, choices: [String]) -> String {
        "\u{201C}\(text)\u{201D}: \(problem)" + (choices.isEmpty ? "" : " Write \(quoted(choices)).")
    }
    static var whichHold: String {
        "Which hold? Say so with --hold \(HoldReason.allCases.map(\.rawValue).joined(separator: "|"))."
    }
    private static func quoted(_ choices: [String]) -> String {
        choices.map { "\u{201C}\($0)\u{201D}" }.joined(separator: " or ")
    }

    // Imports.
    static func notACurrency(_ text: String) -> String {
        "\u{201C}\(text)\u{201D} is not a currency code; write it as EUR."
    }
    static let partialOrFull = "A file is either --partial or --full."
    static func column(_ text: String, meanings: String) -> String {
        "--column \(text): write MEANING=HEADER, with one of aside, \(meanings)."
    }
    static let profileOfOneFile = "--save-profile keeps how one file is read: name just one."

    // Messages.
    static func onlyReminders(_ batch: String) -> String {
        "There is no batch \u{201C}\(batch)\u{201D}; there is: reminders."
    }
    static let numberOrBatch = "Give an account's number, or --batch reminders."
    static let optionsOfOneAccount = "--kind, --item, --to and --output are for one account."
    static let csvOfStatement = "--csv writes the list of --kind statement, without --send and --json."
    static let optionsOfABatch = "--dry-run and --collector are for a batch."
    static let sendOrOutput = "--send writes into the outbox; --output writes elsewhere, and sends nothing."
    static var whichKind: String {
        "Say what it is with --kind: \(MessageKind.allCases.map(\.rawValue).joined(separator: ", "))."
    }
    static let anAddress = "--to is an address, or Name <address>."
    static let dryRunOfAnswers = "--dry-run is for --answers."
    static let answersWithoutList = "--answers imports a file: it can't be combined with a list."
    static let draftIsAMessage = "--draft writes a message: leave out --csv and --json."
    static let messageNeedsRecipient =
        "A message needs a recipient: name the department, cash, master-data or credit-control."
    static let toOfDraft = "--to is for --draft."

    // Others.
    static let itemOfOneAccount = "--item is for one account: give its number."
    static let whoseCover = "Whose cover ends? duly cover NAME --end."
    static let cannotCoverYourself = "You can't cover yourself. DULY_NAME says who you are."
    static let whichCadenceFile = "Which file? `duly cadence use FILE`."
    static let afterTheNumber = "After the account's number comes nothing, use NAME, reset, done, or undo."
}
