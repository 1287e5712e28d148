// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target: strict Swift 6, and a warning is an error.
let houseSettings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "casus",
    products: [
        .executable(name: "casus", targets: ["casus"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.81.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.24.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.9.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.16.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.0.0"),
    ],
    targets: [
        // The ground floor: the nouns that everyone shares.
        .target(name: "Diplomacy", swiftSettings: houseSettings),
        // The ground floor: bytes, encodings, tables, resources.
        .target(
            name: "Text",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: houseSettings
        ),

        // The reading wing: pages in, statements out.
        .systemLibrary(
            name: "CGumbo",
            pkgConfig: "gumbo",
            providers: [.apt(["libgumbo-dev"])]
        ),
        .target(
            name: "Reading",
            dependencies: ["Text", "Diplomacy", "CGumbo"],
            resources: [.copy("Clutter")],
            swiftSettings: houseSettings
        ),
        // The inner loops of the engine and the ranker, in C for the processor's widest vectors.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        .target(
            name: "Language",
            dependencies: ["Text", "CKernels"],
            resources: [.copy("Languages"), .copy("Models")],
            swiftSettings: houseSettings
        ),
        .target(
            name: "Coding",
            dependencies: ["Reading", "Language", "Text", "Diplomacy", "CKernels"],
            resources: [.copy("Lexicons"), .copy("Rankers")],
            swiftSettings: houseSettings
        ),

        // The asking wing: statements in, answers out.
        .target(name: "CSQLite"),
        .target(
            name: "Ledger",
            dependencies: [
                "Diplomacy", "Text", "CSQLite",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            resources: [.copy("Outlets"), .copy("Search")],
            swiftSettings: houseSettings
        ),
        .target(
            name: "Assessment",
            dependencies: ["Diplomacy", "Text"],
            resources: [.copy("Register"), .copy("Scales")],
            swiftSettings: houseSettings
        ),
        .systemLibrary(
            name: "CZlib",
            pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]
        ),
        .target(
            name: "Site",
            dependencies: [
                "Ledger", "Assessment", "Diplomacy", "Text", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOExtras", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Logging", package: "swift-log"),
            ],
            resources: [.copy("Assets"), .copy("Phrases"), .copy("Capitals")],
            swiftSettings: houseSettings
        ),

        // The command, which joins the wings.
        .executableTarget(
            name: "casus",
            dependencies: [
                "Coding", "Reading", "Language", "Ledger", "Assessment", "Site", "Text",
                "Diplomacy",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: houseSettings
        ),
        // Not shipped: the figures of the scoreboard, shared by the Workshop and the tests.
        .target(
            name: "Scoring",
            dependencies: [
                "Coding", "Training", "Reading", "Language", "Ledger", "Assessment", "Text",
                "Diplomacy",
            ],
            swiftSettings: houseSettings
        ),
        // Not shipped: teaches the models of the engine.
        .target(
            name: "Training",
            dependencies: ["Coding", "Language", "CKernels", "Text"],
            swiftSettings: houseSettings
        ),
        // Not shipped: scores and measures both wings.
        .executableTarget(
            name: "Workshop",
            dependencies: [
                "Scoring", "Training", "Coding", "Reading", "Language", "Ledger", "Assessment",
                "Site", "Text", "Diplomacy",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: houseSettings
        ),

        // Tests: long texts that are held against files, then one target for each library, and the whole house.
        .target(
            name: "GoldenFiles",
            path: "Tests/GoldenFiles",
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "DiplomacyTests",
            dependencies: ["Diplomacy"],
            swiftSettings: houseSettings
        ),
        .testTarget(name: "TextTests", dependencies: ["Text"], swiftSettings: houseSettings),
        .testTarget(
            name: "ReadingTests",
            dependencies: ["Reading", "Text", "Diplomacy"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "LanguageTests",
            dependencies: ["Language", "CKernels", "Text"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "TrainingTests",
            dependencies: ["Training", "Coding", "Language", "Text"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "CodingTests",
            dependencies: ["Coding", "Reading", "Language", "Text", "Diplomacy"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "LedgerTests",
            dependencies: [
                "GoldenFiles", "Ledger", "Diplomacy", "Text",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            exclude: ["Golden"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "AssessmentTests",
            dependencies: ["GoldenFiles", "Assessment", "Diplomacy", "Text"],
            exclude: ["Golden"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "GoldenFiles", "Site", "Ledger", "Assessment", "Diplomacy", "Text", "CZlib",
                .product(name: "Hummingbird", package: "hummingbird"),
            ],
            exclude: ["Golden"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "AcceptanceTests",
            dependencies: [
                "Scoring", "Coding", "Reading", "Language", "Assessment", "Text", "Diplomacy",
            ],
            exclude: ["known-gaps.txt"],
            swiftSettings: houseSettings
        ),
        .testTarget(
            name: "HouseTests",
            dependencies: [
                "Coding", "Reading", "Ledger", "Assessment", "Text", "Diplomacy",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: houseSettings
        ),
    ],
    swiftLanguageModes: [.v6]
)

// A build for libFuzzer alone has a target without a main function: Scripts/fuzz asks for it.
if Context.environment["CASUS_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "Fuzz", dependencies: ["Language"], swiftSettings: houseSettings)
    )
}
