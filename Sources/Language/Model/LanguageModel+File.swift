package import Foundation
package import Text

/// The file of a model: `Models/<language>.model`.
///
/// All numbers little-endian. Magic `CASUSLNG`, version, checksum of all that follows; language; what it can say (features, rules,
/// relations, treebanks); the sizes of the network; its weights as 16-bit floats; the tables of words and pieces, each a
/// hash table, a scale a row and a byte a number; the habit; the dictionary's forms; the segmenter's own bytes.
extension LanguageModel {
    private static let magic = "CASUSLNG"
    private static let version: UInt32 = 1
    /// No matrix of a model we train is near so large; a damaged size must not ask for all memory.
    private static let largestSize = 65_536

    /// The model as bytes of a file.
    package func fileBytes() -> [UInt8] {
        var body = BinaryWriter()
        body.word(language)
        body.count(inventory.features.count)
        for feature in inventory.features {
            body.word(feature.name)
            Self.write(feature.values, to: &body)
        }
        Self.write(inventory.rules.map(\.text), to: &body)
        Self.write(inventory.relations, to: &body)
        Self.write(inventory.treebanks, to: &body)
        body.word(apostrophe)
        let sizes = plan.sizes
        for size in [
            sizes.word, sizes.piece, sizes.width, sizes.layers, sizes.arc, sizes.label, sizes.lemma,
        ] {
            body.count(size)
        }
        body.integers(weights.map { Float16($0).bitPattern })
        words.write(to: &body)
        pieces.write(to: &body)
        body.floats(habit)
        body.count(knownLemmas.bits.count)
        body.integers(knownLemmas.bits)
        body.count(segmenter.count)
        body.integers(segmenter)
        var file = BinaryWriter()
        file.mark(Self.magic)
        file.integer(Self.version)
        file.integer(Self.checksum(body.bytes[...]))
        return file.bytes + body.bytes
    }

    /// Reads the model at `url`; throws a `BinaryError` that names the file and the byte.
    ///
    /// About 20 ms for 10 MB.
    package init(_ url: URL) throws {
        try self.init(
            BinaryReader(
                Array(Data(contentsOf: url, options: .mappedIfSafe)),
                name: url.lastPathComponent
            )
        )
    }

    package init(_ source: BinaryReader) throws {
        var reader = source
        try reader.expect(Self.magic)
        let version = try reader.integer(UInt32.self)
        guard version == Self.version else {
            throw reader.error("version \(version) should be \(Self.version)")
        }
        let checksum = try reader.integer(UInt64.self)
        guard checksum == Self.checksum(reader.bytes[reader.position...]) else {
            throw reader.error("the checksum differs")
        }
        let language = try reader.word()
        let features = try (0..<reader.count(ofWidth: 8)).map { _ in
            try Inventory.Feature(name: reader.word(), values: Self.words(from: &reader))
        }
        let inventory = Inventory(
            features: features,
            rules: try Self.words(from: &reader).map { text in
                guard let rule = LemmaRule(text) else {
                    throw reader.error("'\(text)' is no rule of a lemma")
                }
                return rule
            },
            relations: try Self.words(from: &reader),
            treebanks: try Self.words(from: &reader)
        )
        let apostrophe = try reader.word()
        guard !inventory.rules.isEmpty, !inventory.relations.isEmpty,
            inventory.features.allSatisfy({ !$0.values.isEmpty })
        else { throw reader.error("the model says nothing") }
        let plan = try NetworkPlan(Self.sizes(from: &reader, inventory))
        let weights = try reader.integers(UInt16.self, count: plan.count).map {
            Float(Float16(bitPattern: $0))
        }
        let words = try VectorTable(from: &reader, columns: plan.sizes.word)
        let pieces = try VectorTable(from: &reader, columns: plan.sizes.piece)
        let habit = try reader.floats(count: plan.sizes.input)
        let lemmas = try reader.integers(UInt8.self, count: reader.count(ofWidth: 1))
        let segmenter = try reader.integers(UInt8.self, count: reader.count(ofWidth: 1))
        try reader.expectEnd()
        self.init(
            language: language,
            inventory: inventory,
            plan: plan,
            weights: weights,
            words: words,
            pieces: pieces,
            habit: habit,
            apostrophe: apostrophe,
            knownLemmas: KnownLemmas(bits: lemmas),
            segmenter: segmenter
        )
    }

    private static func write(_ words: [String], to writer: inout BinaryWriter) {
        writer.count(words.count)
        for word in words { writer.word(word) }
    }

    private static func words(from reader: inout BinaryReader) throws -> [String] {
        try (0..<reader.count(ofWidth: 4)).map { _ in try reader.word() }
    }

    private static func sizes(
        from reader: inout BinaryReader,
        _ inventory: Inventory
    ) throws -> NetworkSizes {
        let numbers = try (0..<7).map { _ in Int(try reader.integer(UInt32.self)) }
        guard numbers.allSatisfy({ (1...largestSize).contains($0) }), numbers[3] <= 16 else {
            throw reader.error("the sizes \(numbers) are out of range")
        }
        return NetworkSizes(
            word: numbers[0],
            piece: numbers[1],
            width: numbers[2],
            layers: numbers[3],
            arc: numbers[4],
            label: numbers[5],
            lemma: numbers[6],
            tags: inventory.tags,
            rules: inventory.rules.count,
            relations: inventory.relations.count
        )
    }

    /// Of the bytes by eights: a turn and an exclusive or for each, so that none can change unseen by chance.
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var sum = UInt64(bytes.count)
            var place = 0
            while place + 8 <= bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self).littleEndian
                sum = (sum << 7 | sum >> 57) ^ word
                sum = sum &* 0x9E37_79B9_7F4A_7C15
                place += 8
            }
            for byte in bytes[place...] { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            return sum
        }
    }
}
