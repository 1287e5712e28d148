import Diplomacy
import Language

/// Gives the sentences of a whole article their speakers.
///
/// Within a sentence `AttributionFinder` decides. Over sentences: a quotation that goes on keeps its
/// speaker; *this was said by X* reaches back; an outlet that the article openly retells speaks all of
/// it; and where one person speaks most of an article, the sentences between that person's own are
/// that person's too.
struct SpeakerAssigner {
    /// A sentence in its place, with who speaks in it.
    struct Line {
        let finding: AttributionFinder
        let block: Int
        var attributions: [Attribution]

        var read: ReadSentence { finding.read }
        /// The outlets that it names, as voices are named, and those that speak in it.
        var outlets: [String] {
            finding.outlets + attributions.filter(\.isRelay).map(\.voice.name)
        }
        /// The people whom it introduces by name and calling.
        var introduced: [Voice] { finding.introduced }
        /// The people of two names or more, known or not, who are its subjects.
        var subjects: [Voice] { finding.subjects }
        /// What opens it in capitals before a colon.
        var opening: Attribution? { finding.opening() }
        /// The people whom it names, in the order of its words.
        var people: [NamedPerson] { finding.namedPeople }
    }

    /// Retelling is declared early: in the first paragraphs, not in passing later on.
    private static let retellingBlocks = 4
    /// One voice in at least this share of the attributed sentences, and in at least so many,
    /// makes the article that person's.
    private static let dominance = (share: 0.6, count: 4)

    let lines: [Line]
    /// Of each line: whose turn it is in an interview, or who speaks the quotation around it; within it others may be quoted.
    let turns: [Attribution?]
    /// The outlet that the article retells, if it says so.
    private let retold: Attribution?
    /// Of each line: who goes on speaking in it though the line itself does not say so.
    private let ongoing: [Attribution?]

    /// `credits`: the words that are no part of the account, where an outlet may be thanked for it.
    init(_ lines: [Line], credits: String = "") {
        let lines = Self.credited(Self.named(lines), credits)
        self.lines = lines
        let blocks = Set(lines.map(\.block)).sorted().prefix(Self.retellingBlocks)
        let early = lines.filter { blocks.contains($0.block) }.flatMap(\.attributions)
            .first { $0.isRelay }
        // Named in one paragraph, an outlet is the source of one report; named again or credited, of the article.
        retold = early.flatMap { first in
            let namings = lines.filter { $0.outlets.contains(first.voice.name) }
            let isCredited = !first.written.isEmpty && credits.contains(first.written)
            return Set(namings.map(\.block)).count >= 2 || isCredited ? first : nil
        }
        turns = zip(Dialogue(lines: lines).turns(), Self.quoted(lines)).map { $0 ?? $1 }
        ongoing = zip(turns, Self.ongoing(lines)).map { $0 ?? $1 }
    }

    /// The speakers of the words at `anchor` in a line, outermost first, each with its reason.
    func chain(line place: Int, anchor: Int, cue: Range<Int>) -> [Attribution] {
        let line = lines[place]
        let covering = line.attributions.filter {
            $0.covers.contains(anchor) && !$0.cue.overlaps(cue)
        }
        var chain = covering.filter(\.isRelay)
        if chain.isEmpty, let retold { chain.append(retold) }
        // The wider of two stretches belongs to the outer voice.
        let people = covering.filter { !$0.isRelay }
            .sorted { $0.covers.count > $1.covers.count }
        if let turn = turns[place] {
            chain.append(turn)
        } else if people.isEmpty, !line.attributions.contains(where: { $0.cue.overlaps(cue) }),
            let speaker = ongoing[place]
        {
            chain.append(speaker)
        }
        for person in people where chain.last?.voice.name != person.voice.name {
            chain.append(person)
        }
        return chain
    }

    /// Every voice that may say the words at `cue` of a line: its own, and what goes on over lines.
    func options(line place: Int, cue: Range<Int>) -> [VoiceOption] {
        let line = lines[place]
        var options = line.attributions.filter { !$0.cue.overlaps(cue) }
            .map { VoiceOption(attribution: $0, origin: .own) }
        func add(_ attribution: Attribution?, _ origin: VoiceOption.Origin) {
            guard let attribution,
                !options.contains(where: {
                    $0.attribution.voice.name == attribution.voice.name
                })
            else { return }
            options.append(VoiceOption(attribution: attribution, origin: origin))
        }
        add(retold, .retold)
        add(ongoing[place], .ongoing)
        return options
    }

    /// Gives *he*, *the Armenian leader* and *the political scientist* the name of whom they take up.
    ///
    /// *He* whom nobody was named for says nothing.
    private static func named(_ lines: [Line]) -> [Line] {
        var memory = VoiceMemory()
        return lines.enumerated().map { place, line in
            var line = line
            line.attributions = line.attributions.compactMap { attribution in
                var attribution = attribution
                if let known = memory.name(of: attribution, line: place) {
                    attribution.voice = known
                } else if attribution.isPronoun, attribution.voice.actor == nil {
                    return nil
                }
                memory.hear(attribution, line: place)
                return attribution
            }
            memory.meet(line.people, line: place)
            return line
        }
    }

    /// *The Harbour Post reports* speaks for an outlet where the page names it beside the account.
    private static func credited(_ lines: [Line], _ credits: String) -> [Line] {
        lines.map { line in
            var line = line
            for place in line.attributions.indices {
                let voice = line.attributions[place]
                if voice.voice.actor == nil,
                    voice.written.contains(" ") || voice.written.contains("-"),
                    credits.contains(voice.written)
                {
                    line.attributions[place].isRelay = true
                }
            }
            return line
        }
    }

    // MARK: Over the sentences

    private static func ongoing(_ lines: [Line]) -> [Attribution?] {
        var result = [Attribution?](repeating: nil, count: lines.count)
        continueQuotations(lines, &result)
        reachBack(lines, &result)
        fillDominated(lines, &result)
        continueReports(lines, &result)
        return result
    }

    /// *Das Vertrauen sei verraten worden.*: a form of the verb tells that the speaker before goes on.
    private static func continueReports(_ lines: [Line], _ result: inout [Attribution?]) {
        for (place, line) in lines.enumerated().dropFirst()
        where speaker(line) == nil && result[place] == nil
            && line.read.has(.reportedForm, in: 0..<line.read.tokens.count)
            && line.block - lines[place - 1].block <= 1
        {
            result[place] = speaker(lines[place - 1]) ?? result[place - 1]
        }
    }

    private static func speaker(_ line: Line) -> Attribution? {
        line.attributions.first { !$0.isRelay }
    }

    /// A sentence inside a quotation that its block opened before belongs to the block's speaker;
    /// a block that is a quotation without a speaker, to the one before.
    private static func continueQuotations(_ lines: [Line], _ result: inout [Attribution?]) {
        var last: Attribution?
        var start = 0
        while start < lines.count {
            let end = lines[start...].firstIndex { $0.block != lines[start].block } ?? lines.count
            let block = lines[start..<end]
            let own = block.lazy.compactMap(speaker).first
            var isOpen = opensAsSpeech(block.first) || opensWithLabel(block.first)
            for place in start..<end {
                let quotes = lines[place].read.tokens.indices.filter {
                    lines[place].read.tokens[$0].kind == .quote
                }
                if speaker(lines[place]) == nil, isOpen || isSpeech(quotes) {
                    result[place] = own ?? last
                }
                if !quotes.count.isMultiple(of: 2) { isOpen.toggle() }
            }
            last = block.reversed().lazy.compactMap(speaker).first ?? last
            start = end
        }
    }

    /// Fewer tokens between two marks are a name or a word: *«Газпром»*.
    private static let leastQuoted = 5

    /// Whether marks at these places hold what somebody says.
    private static func isSpeech(_ quotes: [Int]) -> Bool {
        guard let first = quotes.first, let last = quotes.last else { return false }
        return !quotes.count.isMultiple(of: 2) || last - first > leastQuoted
    }

    /// A dash at the head of a paragraph opens speech.
    private static func opensAsSpeech(_ line: Line?) -> Bool {
        line?.read.tokens.first?.kind == .dash
    }

    /// *Porter: No.*: the name before a colon speaks the whole paragraph.
    private static func opensWithLabel(_ line: Line?) -> Bool {
        line?.attributions.contains { $0.form == .label } ?? false
    }

    /// *This was said by X*, *Про це сказав X*: what stands before it is X's.
    ///
    /// Where the words of saying open the sentence with their *this*, it reaches over a sentence in which
    /// somebody else speaks.
    private static func reachBack(_ lines: [Line], _ result: inout [Attribution?]) {
        for (place, line) in lines.enumerated() {
            guard let speaker = speaker(line),
                line.read.has(.demonstrative, in: 0..<min(2, line.read.tokens.count))
            else { continue }
            for earlier in (0..<place).reversed() {
                guard lines[earlier].block >= line.block - 2 else { break }
                if self.speaker(lines[earlier]) == nil {
                    result[earlier] = result[earlier] ?? speaker
                } else if speaker.cue.lowerBound > 0 {
                    break
                }
            }
        }
    }

    private static func fillDominated(_ lines: [Line], _ result: inout [Attribution?]) {
        let own = lines.map(speaker)
        let voices = own.compactMap(\.self).filter { $0.voice.actor == nil }
        let keys = voices.map { key($0.voice) }
        guard let best = keys.max(by: { a, b in keys.count { $0 == a } < keys.count { $0 == b } })
        else { return }
        let count = keys.count { $0 == best }
        let attributed = own.count { $0 != nil }
        guard count >= dominance.count, Double(count) >= dominance.share * Double(attributed)
        else { return }
        let places = own.indices.filter { own[$0].map { key($0.voice) == best } == true }
        guard let first = places.first, let last = places.last else { return }
        let voice = own[first]
        for place in min(first, 0)...last where own[place] == nil && result[place] == nil {
            result[place] = voice
        }
    }

    /// The last word of a name without its last letters: the same person in another case.
    private static func key(_ voice: Voice) -> String {
        let last = voice.name.split(separator: " ").last.map(String.init) ?? voice.name
        return String(last.lowercased().prefix(max(4, last.count - 2)))
    }
}

extension Article {
    /// A credit is a line, and a page has a few: what is longer is not looked through for every voice.
    private static let longest = (credit: 600, credits: 60_000)

    /// The short blocks that are no part of the account, a line each.
    var credits: String {
        var lines = ""
        for block in blocks where !block.isKept && block.range.count <= Self.longest.credit {
            lines += words(at: block.range) + "\n"
            if lines.utf8.count > Self.longest.credits { break }
        }
        return lines
    }
}
