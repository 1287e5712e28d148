package import Foundation
package import Text

/// What the identifier has learnt: of each group of letters, which languages it speaks for.
///
/// A weight is `log(1 + c / s)`, where c is how often the language's training text has the group
/// (scaled to texts of equal length) and s the smoothing: naive Bayes, written so that a language
/// that never has the group adds nothing. The table is therefore sparse. Immutable, shared by all.
///
/// The file (`Models/identifier.model`, little-endian): the mark `CASUSLID`; the version, `UInt32`; the
/// SHA-256 of all that follows, as a word of 64 digits; the labels (a count, then of each the
/// language's word and the script's byte); the calibration (four floats); the groups (a count, their
/// keys in rising order, how many entries each has, one byte); the entries (a count, a byte for
/// the label of each, a byte for its weight in steps).
package struct IdentifierModel: Hashable, Sendable {
    /// A language in one script: Serbian has two.
    package struct Label: Hashable, Sendable {
        /// ISO 639-1.
        package let language: String
        package let script: Script

        package init(language: String, script: Script) {
            self.language = language
            self.script = script
        }
    }

    /// How sums of weights become probabilities, fitted on sentences held out from training.
    package struct Calibration: Hashable, Sendable {
        /// What a byte of weight stands for.
        package var step: Float
        /// p = softmax(sum · sharpness / groups^damping): groups overlap, so the more there are, the less
        /// each adds.
        package var sharpness: Float
        package var damping: Float
        /// The least mean weight of a group, for the best language: below it the text is in none.
        package var leastFamiliarity: Float

        package init(
            step: Float,
            sharpness: Float,
            damping: Float,
            leastFamiliarity: Float
        ) {
            self.step = step
            self.sharpness = sharpness
            self.damping = damping
            self.leastFamiliarity = leastFamiliarity
        }
    }

    /// One group of letters: its key, and of each language that has it the weight in steps.
    package struct Group: Sendable {
        package let key: UInt32
        package let entries: [(label: UInt8, weight: UInt8)]

        package init(key: UInt32, entries: [(label: UInt8, weight: UInt8)]) {
            self.key = key
            self.entries = entries
        }
    }

    static let mark = "CASUSLID"
    static let version: UInt32 = 1

    package let labels: [Label]
    package var calibration: Calibration
    /// In rising order, each once.
    private let keys: [UInt32]
    /// Of each group the place of its first entry, and at last the number of entries.
    private let starts: [UInt32]
    private let entryLabels: [UInt8]
    private let entryWeights: [UInt8]
    /// Of each value of a key's upper 16 bits the first group that has it or a greater one.
    private let doors: [UInt32]

    /// A model of `groups`, which must be in rising order of their keys.
    package init(labels: [Label], calibration: Calibration, groups: [Group]) {
        precondition(labels.count < 256, "a label is one byte")
        self.labels = labels
        self.calibration = calibration
        keys = groups.map(\.key)
        var starts: [UInt32] = [0]
        for group in groups {
            starts.append(starts.last.map { $0 + UInt32(group.entries.count) } ?? 0)
        }
        self.starts = starts
        entryLabels = groups.flatMap { $0.entries.map(\.label) }
        entryWeights = groups.flatMap { $0.entries.map(\.weight) }
        doors = Self.doors(to: keys)
    }

    /// Reads a file; throws a `BinaryError` where it is missing, damaged or of another version.
    package init(_ url: URL) throws {
        var reader = try BinaryReader(url)
        try self.init(&reader)
    }

    package init(_ reader: inout BinaryReader) throws {
        try reader.expect(Self.mark)
        guard try reader.integer(UInt32.self) == Self.version else {
            throw reader.error("the version is not \(Self.version)")
        }
        let digest = try reader.word()
        guard digest == ContentHash.full(of: Array(reader.bytes[reader.position...])) else {
            throw reader.error("the content is not what its hash names")
        }
        labels = try (0..<reader.count(ofWidth: 5)).map { _ in
            let language = try reader.word()
            guard let script = Script(rawValue: try reader.integer(UInt8.self)) else {
                throw reader.error("there is no such script")
            }
            return Label(language: language, script: script)
        }
        calibration = Calibration(
            step: try reader.float(),
            sharpness: try reader.float(),
            damping: try reader.float(),
            leastFamiliarity: try reader.float()
        )
        let count = try reader.count(ofWidth: 5)
        keys = try reader.integers(UInt32.self, count: count)
        let lengths = try reader.integers(UInt8.self, count: count)
        let entries = try reader.count(ofWidth: 2)
        entryLabels = try reader.integers(UInt8.self, count: entries)
        entryWeights = try reader.integers(UInt8.self, count: entries)
        try reader.expectEnd()
        var starts: [UInt32] = [0]
        starts.reserveCapacity(count + 1)
        var total: UInt32 = 0
        for length in lengths {
            total += UInt32(length)
            starts.append(total)
        }
        self.starts = starts
        let isRising = zip(keys, keys.dropFirst()).allSatisfy { $0 < $1 }
        let lastLabel = entryLabels.max().map(Int.init) ?? -1
        guard total == entries, isRising, lastLabel < labels.count else {
            throw reader.error("the groups and their entries do not agree")
        }
        doors = Self.doors(to: keys)
    }

    /// The bytes of the file; the same model gives the same bytes.
    package var fileBytes: [UInt8] {
        var body = BinaryWriter()
        body.count(labels.count)
        for label in labels {
            body.word(label.language)
            body.integer(label.script.rawValue)
        }
        body.floats([
            calibration.step, calibration.sharpness, calibration.damping,
            calibration.leastFamiliarity,
        ])
        body.count(keys.count)
        body.integers(keys)
        body.integers(zip(starts, starts.dropFirst()).map { UInt8($1 - $0) })
        body.count(entryLabels.count)
        body.integers(entryLabels)
        body.integers(entryWeights)
        var file = BinaryWriter()
        file.mark(Self.mark)
        file.integer(Self.version)
        file.word(ContentHash.full(of: body.bytes))
        return file.bytes + body.bytes
    }

    package var groupCount: Int { keys.count }
    package var entryCount: Int { entryLabels.count }

    private static func doors(to keys: [UInt32]) -> [UInt32] {
        var doors = [UInt32](repeating: 0, count: 65_537)
        for key in keys { doors[Int(key >> 16) + 1] += 1 }
        for place in 1..<doors.count { doors[place] += doors[place - 1] }
        return doors
    }

    /// Adds to `sums`, one place a label, what the group speaks for, `factor` times, in steps.
    ///
    /// A few steps through the groups that share the key's upper half.
    func add(_ key: UInt32, factor: Float, to sums: inout [Float]) {
        let door = Int(key >> 16)
        var place = Int(doors[door])
        let end = Int(doors[door + 1])
        while place < end, keys[place] < key { place += 1 }
        guard place < end, keys[place] == key else { return }
        for entry in Int(starts[place])..<Int(starts[place + 1]) {
            sums[Int(entryLabels[entry])] += factor * Float(entryWeights[entry])
        }
    }
}
