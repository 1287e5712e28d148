package import Foundation

/// Tells which language a text is in.
///
/// The script comes first: most scripts are written by one language of the 75 we know, and Chinese
/// is told from Japanese by the lack of kana. Latin, Cyrillic, Arabic and Devanagari texts are told
/// by naive Bayes over the groups of letters in their words (`LetterGroups`). Why not a linear
/// model trained to discriminate, what else was tried and what it confuses stands in
/// `Models/identifier.md`.
package struct LanguageIdentifier: Sendable {
    package struct Guess: Hashable, Sendable {
        /// ISO 639-1.
        package let language: String
        package let script: Script
        /// How likely the guess is right, 0 to 1: of guesses with 0.9, nine in ten are.
        ///
        /// Calibrated on sentences of the web that were not trained on; for a script with one
        /// language it is the share of the letters that are of that script.
        package let confidence: Double
        /// Letters of any script; in a long text, as many as the sample lets expect.
        package let letters: Int
    }

    package let model: IdentifierModel

    /// So many bytes of a text are read at most, in `stretches` evenly spread over it: a page of
    /// text.
    ///
    /// On held-out text three sentences (400 bytes) are already told at 99.8 %.
    static let sampleBytes = 4096
    static let stretches = 8

    /// What a group counts for in a word that is likely a name (a capital within the text): names go
    /// from language to language.
    ///
    /// Nouns of German lose as much.
    static let nameFactor: Float = 0.5

    /// Japanese prose is half kana; a Chinese text that names a Japanese product has a few.
    static let leastKana = 0.03

    package init(_ model: IdentifierModel) {
        self.model = model
    }

    /// Loads `identifier.model` from the folder of models.
    package init(_ folder: URL) throws {
        self.init(try IdentifierModel(folder.appending(path: "identifier.model")))
    }

    /// The likeliest language of the text; nil where it has no letters, or none that look like a
    /// language we know (numbers, signs, base64).
    ///
    /// Linear up to 4 kB, constant beyond.
    package func identify(_ text: String) -> Guess? {
        let bytes = Array(text.utf8)
        return identify(bytes, 0..<bytes.count)
    }

    /// The likeliest language of `bytes[range]`, which must begin and end on scalar borders.
    package func identify(_ bytes: [UInt8], _ range: Range<Int>) -> Guess? {
        // 1. Read: a sample of the text becomes words of small letters.
        let sample = Self.sample(of: range, in: bytes)
        let words = LetterWords(bytes, sample)
        let read = sample.reduce(0) { $0 + $1.count }
        let letters = words.letters * range.count / max(read, 1)
        // 2. The script, and the language where that is enough.
        guard let script = words.mainScript, script != .other else { return nil }
        if let language = Self.language(of: script, words) {
            return Guess(
                language: language,
                script: script,
                confidence: Self.share(of: script, words),
                letters: letters
            )
        }
        // 3. The groups of letters in the words of that script.
        guard let ranking = ranking(words, script) else { return nil }
        return Guess(
            language: model.labels[ranking.best].language,
            script: script,
            confidence: ranking.probability,
            letters: letters
        )
    }

    private static func language(of script: Script, _ words: LetterWords) -> String? {
        guard script == .han else { return script.soleLanguage }
        let kana = Double(words.weights[Int(Script.kana.rawValue)])
        let han = Double(words.weights[Int(Script.han.rawValue)])
        return kana >= leastKana * (kana + han) ? "ja" : "zh"
    }

    private static func share(of script: Script, _ words: LetterWords) -> Double {
        var own = words.weights[Int(script.rawValue)]
        if script == .han { own += words.weights[Int(Script.kana.rawValue)] }
        return Double(own) / Double(max(words.weights.reduce(0, +), 1))
    }

    /// The parts of the range that are read.
    static func sample(of range: Range<Int>, in bytes: [UInt8]) -> [Range<Int>] {
        guard range.count > sampleBytes else { return [range] }
        let length = sampleBytes / stretches
        return (0..<stretches).map { stretch in
            let start = range.lowerBound + (range.count - length) * stretch / (stretches - 1)
            let end = min(start + length, range.upperBound)
            return wordBorder(
                near: start,
                in: bytes,
                range
            )..<wordBorder(near: end, in: bytes, range)
        }
    }

    /// The next space within a few bytes; else the next scalar border.
    private static func wordBorder(near place: Int, in bytes: [UInt8], _ range: Range<Int>) -> Int {
        guard place > range.lowerBound, place < range.upperBound else { return place }
        let limit = min(place + 64, range.upperBound)
        for next in place..<limit where bytes[next] <= 0x20 { return next }
        var border = place
        while border < range.upperBound, bytes[border] & 0xC0 == 0x80 { border += 1 }
        return border
    }
}

extension LanguageIdentifier {
    /// What the groups of a text speak for.
    package struct Evidence: Sendable {
        /// Of each label of the model; nil for those of another script.
        package let sums: [Float?]
        /// How many groups were looked up; those of names count half.
        package let groups: Float
    }

    struct Ranking {
        let best: Int
        let probability: Double
    }

    func ranking(_ words: LetterWords, _ script: Script) -> Ranking? {
        let evidence = evidence(words, script)
        guard let best = evidence.best, let sum = evidence.sums[best], evidence.groups > 0,
            sum / evidence.groups >= model.calibration.leastFamiliarity
        else { return nil }
        return Ranking(best: best, probability: evidence.probability(model.calibration))
    }

    /// What the text speaks for before calibration, for the trainer.
    package func evidence(_ text: String) -> Evidence? {
        let bytes = Array(text.utf8)
        let words = LetterWords(bytes, Self.sample(of: 0..<bytes.count, in: bytes))
        return words.mainScript.map { evidence(words, $0) }
    }

    private func evidence(_ words: LetterWords, _ script: Script) -> Evidence {
        var sums = [Float](repeating: 0, count: model.labels.count)
        var groups: Float = 0
        for word in words.words where word.script == script {
            let factor = word.isName ? Self.nameFactor : 1
            LetterGroups.forEach(in: words.scalars[word.range]) { key, share in
                model.add(key, factor: factor * share, to: &sums)
                groups += factor * share
            }
        }
        let step = model.calibration.step
        return Evidence(
            sums: zip(sums, model.labels).map { $1.script == script ? $0 * step : nil },
            groups: groups
        )
    }
}

extension LanguageIdentifier.Evidence {
    /// The label with the greatest sum, of equal ones the first; nil where no label is of the script.
    package var best: Int? {
        var best: Int?
        var most = -Float.infinity
        for (label, sum) in sums.enumerated() {
            guard let sum, sum > most else { continue }
            (best, most) = (label, sum)
        }
        return best
    }

    /// The probability of the best label.
    package func probability(_ calibration: IdentifierModel.Calibration) -> Double {
        guard let best, let most = sums[best] else { return 0 }
        let factor =
            calibration.sharpness
            / Float(exp(Double(calibration.damping) * log(Double(max(groups, 1)))))
        let total = sums.reduce(0.0) { total, sum in
            total + (sum.map { exp(Double(($0 - most) * factor)) } ?? 0)
        }
        return 1 / total
    }
}

extension LanguageIdentifier {
    /// The keys of the groups in the words of `script`, for training.
    package static func groups(of text: String, _ script: Script) -> [UInt32] {
        let bytes = Array(text.utf8)
        let words = LetterWords(bytes, [0..<bytes.count])
        var keys: [UInt32] = []
        for word in words.words where word.script == script {
            LetterGroups.forEach(in: words.scalars[word.range]) { key, _ in keys.append(key) }
        }
        return keys
    }

    /// The script of most letters; kana and Chinese signs are one, named `han`.
    package static func script(of text: String) -> Script? {
        let bytes = Array(text.utf8)
        return LetterWords(bytes, [0..<bytes.count]).mainScript
    }
}
