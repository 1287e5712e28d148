import Diplomacy
import Language

// Voices that no word of saying stands beside: outlets that pass on, and names before a colon.
extension AttributionFinder {
    /// How many words may stand before the colon of a label: a calling and a name.
    private static let longestLabel = 6

    /// *Porter: No.*, *17:05 Foreign Ministry: …*: a voice before a colon that opens the sentence.
    func label() -> Attribution? {
        let start = read.tokens.firstIndex(where: \.isWord) ?? 0
        let reach = start..<min(start + Self.longestLabel, read.tokens.count)
        guard let colon = reach.first(where: { read.tokens[$0].folded == ":" }), colon > start,
            colon + 1 < read.tokens.count,
            // *Apples, cheese, salmon: …* is a list.
            !(start..<colon).contains(where: {
                read.isVerb[$0] || read.tree.tags[$0] == .verb || read.tokens[$0].kind == .comma
            }),
            let speaker = candidates(in: start..<colon)
                .filter({ $0.tokens.upperBound == colon && !isTopic($0.tokens) })
                .max(by: { $0.tokens.count < $1.tokens.count }) ?? bareName(start..<colon)
        else { return nil }
        return label(speaker.voice, start..<colon)
    }

    /// Whatever opens the sentence in capitals before a colon: where several paragraphs open so, it is who speaks
    /// in them.
    func opening() -> Attribution? {
        let start = read.tokens.firstIndex(where: \.isWord) ?? 0
        let colon = read.tokens[start...].firstIndex { $0.folded == ":" } ?? start
        let words = start..<colon
        guard !words.isEmpty, words.count <= Self.longestLabel, !isTopic(words),
            // *21.40 Uhr: …* opens an entry of a running report.
            !read.tokens[..<start].contains(where: { $0.kind == .number }),
            words.allSatisfy({ read.tokens[$0].isWord && read.tokens[$0].isCapitalised })
        else { return nil }
        return label(Voice(name: name(at: words)), words)
    }

    private func label(_ voice: Voice, _ words: Range<Int>) -> Attribution {
        Attribution(
            covers: (words.upperBound + 1)..<read.tokens.count,
            voice: voice,
            modality: .claim,
            form: .label,
            reason: "\(voice.name) before a colon",
            isRelay: false,
            cue: words.lowerBound..<(words.upperBound + 1)
        )
    }

    /// *Ukraine: Poland sent weapons.*: a state before a colon is what is spoken of.
    private func isTopic(_ tokens: Range<Int>) -> Bool {
        mentions.contains { $0.tokens == tokens && $0.kind == .named(.name) }
    }

    /// A name of one capitalised word that opens the sentence; *Background:* is none.
    private func bareName(_ tokens: Range<Int>) -> Speaker? {
        guard tokens.count == 1, isNameWord(tokens.lowerBound),
            read.tree.tags[tokens.lowerBound] == .propn, !isTopic(tokens)
        else { return nil }
        return (Voice(name: name(at: tokens)), tokens)
    }

    func relayed(_ speech: ReadSentence.Speech) -> Attribution? {
        let cue = speech.match.tokens
        let near = max(0, cue.lowerBound - 4)..<min(read.tokens.count, cue.upperBound + 6)
        let known = read.voices.first { $0.kind.isNamed && near.overlaps($0.tokens) }
        guard let outlet = known?.tokens ?? unknownOutlet(after: cue) else { return nil }
        return Attribution(
            covers: 0..<read.tokens.count,
            voice: Voice(name: name(at: outlet)),
            modality: .claim,
            form: .relay,
            reason: "'\(words(cue))' \(read.original(outlet))",
            isRelay: true,
            written: read.original(outlet),
            cue: cue
        )
    }

    /// *As the Harbour Post writes*, *газета «Портовый вестник»*: a name that no book lists, right after the
    /// words, in quotes or behind an article or a word for a medium.
    private func unknownOutlet(after cue: Range<Int>) -> Range<Int>? {
        var start = cue.upperBound
        // *Berichtet der*: the article may belong to the words.
        var isMarked = read.has(.determiner, at: cue.upperBound - 1)
        while start < min(cue.upperBound + 4, read.tokens.count), !isNameWord(start) {
            let isMedium = read.voices.contains {
                $0.kind == .media && $0.tokens.contains(start)
            }
            guard isMedium || read.has(.determiner, at: start) || read.tokens[start].kind == .quote
            else { return nil }
            isMarked = true
            start += 1
        }
        var end = start
        while end < read.tokens.count, end - start < 4,
            isNameWord(end)
                || end > start && read.tokens[end].kind == .dash
                    && read.tokens[end].isGlued
        {
            end += 1
        }
        return isMarked && end > start ? start..<end : nil
    }

    /// *Told Reuters*, *told the Politico newspaper*: the outlet that was told passes it on.
    func told(_ speech: ReadSentence.Speech, covering covers: Range<Int>) -> [Attribution] {
        let cue = speech.match.tokens
        let near = cue.upperBound..<min(read.tokens.count, cue.upperBound + 3)
        guard
            let outlet = read.voices.first(where: {
                $0.kind.isNamed && near.contains($0.tokens.lowerBound)
            }), (cue.upperBound..<outlet.tokens.lowerBound).allSatisfy({ read.tokens[$0].isWord })
        else { return [] }
        return [
            Attribution(
                covers: covers,
                voice: Voice(name: name(at: outlet.tokens)),
                modality: .claim,
                form: .relay,
                reason: "told \(read.original(outlet.tokens))",
                isRelay: true,
                cue: cue
            )
        ]
    }
}
