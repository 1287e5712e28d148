import Diplomacy
import Language
import Reading
import Text

/// Everything that reads one language.
struct LanguageReader: Sendable {
    let lexicon: Lexicon
    let leaders: LeaderBook
    /// Nil where sentences are read without trees.
    var parsers: ParserPool?

    struct Line {
        let read: ReadSentence
        let block: Int
        let isHeading: Bool
    }

    /// A sentence with its parties, its acts, its ties and its speakers.
    struct Passage {
        let spoken: SpeakerAssigner.Line
        /// What the rules read.
        let coder: ActCoder
        let ties: [TieDraft]

        var read: ReadSentence { spoken.read }
        var block: Int { spoken.block }
        var attributions: [Attribution] { spoken.attributions }
        /// The people whom it names with a role.
        var people: [PersonFinder.Found] { spoken.finding.people }
        var clauses: [Clause] { coder.clauses }
    }

    func lines(of article: Article, _ splitter: SentenceSplitter) throws -> [Line] {
        let bytes = Array(article.text.utf8)
        let trees = try parsers?.trees(of: bytes) ?? DocumentTrees()
        var lines: [Line] = []
        for (place, block) in article.blocks.enumerated() where block.isKept {
            let isHeading = block.role == .heading || block.role == .title
            for sentence in splitter.sentences(bytes, block.range) {
                lines.append(
                    Line(
                        read: ReadSentence(sentence, lexicon, trees: trees),
                        block: place,
                        isHeading: isHeading
                    )
                )
            }
        }
        return lines
    }

    /// `firstPersons`: whom *we* means in a turn of an interview, by the first byte of its sentence.
    func passages(
        _ lines: [Line],
        publication: Publication,
        _ firstPersons: [Int: ActorCode] = [:]
    ) -> [Passage] {
        // An undated article is read as one of the last day that any date in it could mean: today's
        // leaders are the likeliest, and an ex-leader is still named in full somewhere.
        let day = publication.interval?.last ?? Self.undated
        var discourse = Discourse(day: day)
        let finder = MentionFinder(lexicon: lexicon, leaders: leaders)
        return lines.compactMap { line in
            let named = finder.mentions(in: line.read, &discourse)
            if line.isHeading {
                discourse.enterSection(heading: named)
                return nil
            }
            let read = line.read.takingUp(discourse.lastTold?.deed).withoutTalkToMedia
            let clauses = ClauseDivider.clauses(of: read)
            var finding = AttributionFinder(
                read: read,
                mentions: named,
                clauses: clauses,
                meanings: lexicon.meanings,
                names: lexicon.names
            )
            finding.people = PersonFinder(read: read, mentions: named, written: finding.name(at:))
                .people()
            let attributions = finding.attributions()
            let mentions = finder.withFirstPerson(
                named,
                read,
                attributions,
                inTurnOf: firstPersons[read.sentence.range.lowerBound]
            )
            let coder = ActCoder(
                read: read,
                mentions: mentions,
                clauses: clauses,
                discourse: discourse
            )
            let ties = TieFinder(
                read: read,
                mentions: mentions,
                clauses: clauses,
                discourse: discourse
            ).drafts()
            discourse.pass(mentions, in: read)
            discourse.remember(
                coder.drafts.last.flatMap { draft in
                    draft.target.map { target in
                        Discourse.LastPair(
                            pair: DirectedPair(source: draft.source, target: target),
                            act: draft.act,
                            polarity: draft.polarity
                        )
                    }
                },
                told: coder.told
            )
            return Passage(
                spoken: .init(finding: finding, block: line.block, attributions: attributions),
                coder: coder,
                ties: ties
            )
        }
    }

    /// A report of sport has a word of sport in every third sentence; one about states' sport politics has
    /// far fewer.
    private static let sportShare = 0.3

    static func isSport(_ passages: [Passage]) -> Bool {
        let words = passages.reduce(0) { sum, passage in
            sum + passage.read.functions.count { $0.contains(.sport) }
        }
        return words >= 5 && Double(words) >= sportShare * Double(passages.count)
    }

    /// The newest day on which the leader book was checked.
    private static let undated = Day(number: 20_454)
}
