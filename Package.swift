// swift-tools-version: 6.2
import PackageDescription

// Our own targets are held to the Swift 6 language mode with every warning an error.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
]

// `make fuzz` asks for it: only some toolchains bring the fuzzer's library.
let isFuzzing = Context.environment["DULY_FUZZ"] != nil

let package = Package(
    name: "Duly",
    products: [
        .executable(name: "duly", targets: ["duly"])
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    ],
    targets: [
        .systemLibrary(name: "CCSV", pkgConfig: nil, providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: nil, providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: nil, providers: [.apt(["libsqlite3-dev"])]),
        .target(
            name: "CTerminal",
            cSettings: [.define("NCURSES_WIDECHAR", to: "1"), .define("_XOPEN_SOURCE", to: "700")],
            linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
        // Linked statically: the shared libraries would add more than two milliseconds to every start. ICU comes with
        // them.
        .target(
            name: "CTelephone",
            linkerSettings: [
                "phonenumber", "protobuf-lite", "icui18n", "icuuc", "icudata", "absl_raw_hash_set",
                "absl_hashtablez_sampler", "absl_hash", "absl_city", "absl_low_level_hash", "absl_strings",
                "absl_throw_delegate",
                "absl_raw_logging_internal",
            ].map { .linkedLibrary(":lib\($0).a") }),

        // SHA-256 alone, from a library that every system has and keeps safe. Linked statically, for the start.
        .target(name: "CSHA256", linkerSettings: [.linkedLibrary(":libcrypto.a")]),
        // Reads XML. Linked statically, for the start.
        .target(name: "CExpat", linkerSettings: [.linkedLibrary(":libexpat.a")]),
        .target(name: "Hashing", dependencies: ["CSHA256"], swiftSettings: house),
        .target(name: "Encoding", swiftSettings: house),
        // The one place where files are written. It knows nothing of ours.
        .target(name: "Files", swiftSettings: house),
        // Workbooks and tables of other programs as rows. It knows no domain.
        .target(name: "Sheets", dependencies: ["Files", "CExpat", "CZlib"], swiftSettings: house),
        .target(name: "Receivables", swiftSettings: house),
        .target(name: "Telephony", dependencies: ["Receivables", "CTelephone"], swiftSettings: house),
        .target(
            name: "FileStore",
            dependencies: [
                "Receivables", "Files", "Hashing", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .target(
            name: "Exchange",
            dependencies: ["Receivables", "Encoding", "Files", "Hashing", "Sheets", "CCSV", "CZlib"],
            // What columns are called, in every language: tables to be read and added to.
            resources: [
                .embedInCode("Recognition/column-names.txt"), .embedInCode("Recognition/column-words.txt"),
                .embedInCode("Recognition/status-words.txt"), .embedInCode("Bytes/letter-costs.txt"),
            ],
            swiftSettings: house),
        .target(name: "Terminal", dependencies: ["CTerminal", "Encoding"], swiftSettings: house),
        .target(name: "Workstation", dependencies: ["Receivables", "Terminal"], swiftSettings: house),
        .target(
            name: "Settings",
            dependencies: ["Receivables", "Workstation", "Exchange", "Terminal", "TOMLKit"],
            // A folder can't be embedded, so each theme is named.
            resources: [
                .embedInCode("../../themes/dark.toml"), .embedInCode("../../themes/light.toml"),
                .embedInCode("../../themes/high-contrast.toml"), .embedInCode("../../themes/colour-blind.toml"),
                .embedInCode("../../themes/mono.toml"), .embedInCode("../../themes/ascii.toml"),
                // And each message.
                .embedInCode("Defaults/templates/before-due.txt"), .embedInCode("Defaults/templates/before-due.de.txt"),
                .embedInCode("Defaults/templates/before-due.fr.txt"),
                .embedInCode("Defaults/templates/reminder.txt"), .embedInCode("Defaults/templates/reminder-firm.txt"),
                .embedInCode("Defaults/templates/formal-notice.txt"), .embedInCode("Defaults/templates/statement.txt"),
                .embedInCode("Defaults/templates/promise-confirmation.txt"),
                .embedInCode("Defaults/templates/plan.txt"),
                .embedInCode("Defaults/templates/dispute.txt"), .embedInCode("Defaults/templates/documents.txt"),
                .embedInCode("Defaults/templates/reminder.de.txt"),
                .embedInCode("Defaults/templates/reminder-firm.de.txt"),
                .embedInCode("Defaults/templates/formal-notice.de.txt"),
                .embedInCode("Defaults/templates/statement.de.txt"),
                .embedInCode("Defaults/templates/promise-confirmation.de.txt"),
                .embedInCode("Defaults/templates/plan.de.txt"),
                .embedInCode("Defaults/templates/dispute.de.txt"), .embedInCode("Defaults/templates/documents.de.txt"),
                .embedInCode("Defaults/templates/reminder.fr.txt"),
                .embedInCode("Defaults/templates/reminder-firm.fr.txt"),
                .embedInCode("Defaults/templates/formal-notice.fr.txt"),
                .embedInCode("Defaults/templates/statement.fr.txt"),
                .embedInCode("Defaults/templates/promise-confirmation.fr.txt"),
                .embedInCode("Defaults/templates/plan.fr.txt"),
                .embedInCode("Defaults/templates/dispute.fr.txt"), .embedInCode("Defaults/templates/documents.fr.txt"),
                .embedInCode("Defaults/tracks/first-late.md"), .embedInCode("Defaults/tracks/first-late.de.md"),
                .embedInCode("Defaults/tracks/first-late.fr.md"),
                .embedInCode("Defaults/tracks/usual-late.md"), .embedInCode("Defaults/tracks/usual-late.de.md"),
                .embedInCode("Defaults/tracks/usual-late.fr.md"),
                .embedInCode("Defaults/tracks/broken-promise.md"), .embedInCode("Defaults/tracks/broken-promise.de.md"),
                .embedInCode("Defaults/tracks/broken-promise.fr.md"),
                .embedInCode("Defaults/tracks/disputed.md"), .embedInCode("Defaults/tracks/disputed.de.md"),
                .embedInCode("Defaults/tracks/disputed.fr.md"),
                .embedInCode("Defaults/tracks/paid-already.md"), .embedInCode("Defaults/tracks/paid-already.de.md"),
                .embedInCode("Defaults/tracks/paid-already.fr.md"),
                .embedInCode("Defaults/tracks/not-due.md"), .embedInCode("Defaults/tracks/not-due.de.md"),
                .embedInCode("Defaults/tracks/not-due.fr.md"),
                .embedInCode("Defaults/tracks/hardship.md"), .embedInCode("Defaults/tracks/hardship.de.md"),
                .embedInCode("Defaults/tracks/hardship.fr.md"),
                .embedInCode("Defaults/tracks/plan.md"), .embedInCode("Defaults/tracks/plan.de.md"),
                .embedInCode("Defaults/tracks/plan.fr.md"),
                .embedInCode("Defaults/tracks/relationship.md"), .embedInCode("Defaults/tracks/relationship.de.md"),
                .embedInCode("Defaults/tracks/relationship.fr.md"),
                .embedInCode("Defaults/tracks/inbound.md"), .embedInCode("Defaults/tracks/inbound.de.md"),
                .embedInCode("Defaults/tracks/inbound.fr.md"),
                .embedInCode("Defaults/tracks/gatekeeper.md"), .embedInCode("Defaults/tracks/gatekeeper.de.md"),
                .embedInCode("Defaults/tracks/gatekeeper.fr.md"),
                .embedInCode("Defaults/tracks/voicemail.md"), .embedInCode("Defaults/tracks/voicemail.de.md"),
                .embedInCode("Defaults/tracks/voicemail.fr.md"),
                .embedInCode("Defaults/tracks/portal.md"), .embedInCode("Defaults/tracks/portal.de.md"),
                .embedInCode("Defaults/tracks/portal.fr.md"),
            ],
            swiftSettings: house),
        .target(name: "Demo", dependencies: ["Receivables"], swiftSettings: house),
        // What runs the program: the workstation's loop, messages, imports, the user's files, clock and output.
        .target(
            name: "Runtime",
            dependencies: [
                "Receivables", "FileStore", "Files", "Hashing", "Exchange", "Settings", "Terminal", "Workstation",
                "Telephony",
            ],
            swiftSettings: house),
        .executableTarget(
            name: "duly",
            dependencies: [
                "Receivables", "FileStore", "Files", "Exchange", "Settings", "Terminal", "Workstation", "Demo",
                "Telephony", "Runtime",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house),

        // Part of `make bench`: what can only be timed inside a process.
        .executableTarget(
            name: "BookBench",
            dependencies: ["FileStore", "Receivables", .product(name: "GRDB", package: "GRDB.swift")],
            path: "Tests/Bench/BookBench", swiftSettings: house),

        .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: house),
        .testTarget(name: "HashingTests", dependencies: ["Hashing"], swiftSettings: house),
        .testTarget(name: "EncodingTests", dependencies: ["Encoding"], swiftSettings: house),
        .testTarget(name: "SheetsTests", dependencies: ["Sheets", "CZlib"], swiftSettings: house),
        .testTarget(name: "ReceivablesTests", dependencies: ["Receivables"], swiftSettings: house),
        .testTarget(
            name: "TelephonyTests",
            dependencies: [
                "Telephony", "CTelephone", "FileStore", "Receivables", "Workstation", "Terminal",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: house),
        .testTarget(
            name: "FileStoreTests",
            dependencies: ["FileStore", "Hashing", "Receivables", .product(name: "GRDB", package: "GRDB.swift")],
            exclude: ["Books"], swiftSettings: house),
        // What the fuzzer asks of an import, and a test of a few inputs that it found.
        .target(
            name: "ImportChecks", dependencies: ["Exchange", "Receivables"], path: "Tests/Fuzz/Checks",
            swiftSettings: house),
        .target(
            name: "WordChecks", dependencies: ["Exchange", "Receivables", "Settings", "Terminal"],
            path: "Tests/Fuzz/WordChecks", swiftSettings: house),
        .testTarget(
            name: "ExchangeTests", dependencies: ["Exchange", "Receivables", "ImportChecks"], swiftSettings: house),
        .testTarget(name: "TerminalTests", dependencies: ["Encoding", "Terminal"], swiftSettings: house),
        .testTarget(
            name: "WorkstationTests", dependencies: ["Workstation", "Receivables", "Settings", "Terminal"],
            exclude: ["Screens"], swiftSettings: house),
        .testTarget(
            name: "SettingsTests", dependencies: ["Settings", "Exchange", "Receivables", "WordChecks"],
            swiftSettings: house),
        .testTarget(
            name: "DemoTests", dependencies: ["Demo", "FileStore", "Receivables", "Workstation"],
            swiftSettings: house),
        .testTarget(
            name: "RuntimeTests",
            dependencies: [
                "Runtime", "FileStore", "Receivables", "Settings", "Terminal", "Workstation",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: house),
        .testTarget(name: "EndToEndTests", dependencies: ["duly", "Terminal"], swiftSettings: house),
    ],
    // The headers of libphonenumber's containers ask for it.
    cxxLanguageStandard: .cxx17
)

// What the fuzzer asks of note lines and keys looks inside modules, as tests do: it is part of the tests, or of the
// fuzzer.
if isFuzzing {
    package.targets += [
        .target(
            name: "DeskChecks", dependencies: ["Workstation", "Terminal", "Receivables"],
            path: "Tests/Fuzz/DeskChecks", swiftSettings: house),
        .executableTarget(
            name: "Fuzzer", dependencies: ["ImportChecks", "WordChecks", "DeskChecks"], path: "Tests/Fuzz/Fuzzer",
            swiftSettings: house),
    ]
    // Code tells the fuzzer where it has been. Only compiled so, not linked: the sanitizer would bring a `main` of its
    // own.
    let traced = [
        "Receivables", "Sheets", "Exchange", "Settings", "Terminal", "Workstation", "ImportChecks", "WordChecks",
        "DeskChecks",
    ]
    for target in package.targets where traced.contains(target.name) {
        target.swiftSettings?.append(.unsafeFlags(["-sanitize=fuzzer"]))
    }
} else {
    package.targets.append(
        .testTarget(
            name: "FuzzTests", dependencies: ["ImportChecks", "WordChecks", "Workstation", "Terminal", "Receivables"],
            path: "Tests/Fuzz",
            exclude: [
                "Corpus", "WordCorpus", "NoteCorpus", "KeyCorpus", "import.dict", "Checks", "WordChecks", "Fuzzer",
            ],
            sources: ["DeskChecks", "Seeded"], swiftSettings: house))
}
