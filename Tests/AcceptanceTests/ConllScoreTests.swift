import Language
import Scoring
import Testing

/// The metric of CoNLL 2018 on cases whose figures were worked out by hand.
struct ConllScoreTests {
    /// Reads sentences from lines.
    ///
    /// A sentence a block, a word a line: `form lemma TAG features head relation`; a line with two
    /// fields is a multiword token and how many words it has. One space between tokens, but a form that
    /// begins with `~` follows without one.
    private func sentences(_ text: String) -> [ParsedSentence] {
        var place = 0
        return text.split(separator: "\n\n").map { block in
            var forms: [String] = []
            var tokens: [Range<Int>] = []
            var multiwords: [SegmentedSentence.MultiwordToken] = []
            var rows: [[String]] = []
            func token(_ form: String) -> Range<Int> {
                let isGlued = form.hasPrefix("~")
                if isGlued { place -= 1 }
                let start = place
                place += form.utf8.count - (isGlued ? 1 : 0)
                defer { place += 1 }
                return start..<place
            }
            for line in block.split(separator: "\n") {
                let cells = line.split(separator: " ").map(String.init)
                let form = cells[0].replacing("~", with: "")
                if cells.count == 2 {
                    let words = forms.count..<forms.count + (Int(cells[1]) ?? 0)
                    multiwords.append(.init(words: words, form: form))
                    let range = token(cells[0])
                    tokens += words.map { _ in range }
                    continue
                }
                if tokens.count == forms.count { tokens.append(token(cells[0])) }
                forms.append(form)
                rows.append(cells)
            }
            let blank = { (cell: String) in cell == "_" ? "" : cell }
            return ParsedSentence(
                words: SegmentedSentence(
                    range: tokens[0].lowerBound..<tokens[tokens.count - 1].upperBound,
                    forms: forms,
                    tokens: tokens,
                    multiwords: multiwords
                ),
                lemmas: rows.map { blank($0[1]) },
                tags: rows.map { UPOS(name: $0[2]) ?? .x },
                features: rows.map { blank($0[3]) },
                heads: rows.map { Int($0[4]) ?? 0 },
                relations: rows.map { $0[5] }
            )
        }
    }

    private static let gold = """
        The the DET Definite=Def 2 det
        dogs dog NOUN Number=Plur|Typo=Yes 3 nsubj
        bark bark VERB _ 0 root
        ~. . PUNCT _ 3 punct
        """

    private func counts(_ gold: String, _ found: String) -> [ConllScore.Metric: [Int]] {
        ConllScore(gold: sentences(gold), found: sentences(found)).counts
            .mapValues { [$0.gold, $0.found, $0.correct] }
    }

    @Test func `a perfect reading is right in everything`() {
        let counts = counts(Self.gold, Self.gold)
        #expect(counts[.tokens] == [4, 4, 4])
        #expect(counts[.sentences] == [1, 1, 1])
        #expect(counts[.words] == [4, 4, 4])
        #expect(counts[.labelledAttachment] == [4, 4, 4])
        // Content words: dogs (nsubj) and bark (root); neither det nor punct.
        #expect(counts[.contentAttachment] == [2, 2, 2])
        #expect(counts[.morphologyAttachment] == [2, 2, 2])
        #expect(counts[.lemmaAttachment] == [2, 2, 2])
    }

    @Test func `one wrong tag, lemma, feature and head are counted where they matter`() {
        let counts = counts(
            Self.gold,
            """
            The the PRON Definite=Def 2 det
            dogs dogs NOUN Number=Plur 3 nsubj:outer
            bark bark VERB Tense=Pres 0 root
            ~. . PUNCT _ 2 punct
            """
        )
        #expect(counts[.parts] == [4, 4, 3])
        // Typo is no universal feature; Tense is, and the gold has none.
        #expect(counts[.features] == [4, 4, 3])
        #expect(counts[.lemmas] == [4, 4, 3])
        #expect(counts[.attachment] == [4, 4, 3])
        // Subtypes do not count.
        #expect(counts[.labelledAttachment] == [4, 4, 3])
        #expect(counts[.contentAttachment] == [2, 2, 2])
        // dogs has a determiner of another part of speech, bark has a feature too many.
        #expect(counts[.morphologyAttachment] == [2, 2, 0])
        // dogs has the wrong lemma.
        #expect(counts[.lemmaAttachment] == [2, 2, 1])
    }

    @Test func `a token cut in two loses its word, and what hangs on it`() {
        // "dogs" is read as "dog" and "s"; the others keep their heads.
        let counts = counts(
            Self.gold,
            """
            The the DET Definite=Def 2 det
            dog dog NOUN Number=Plur 4 nsubj
            ~s s PART _ 2 dep
            bark bark VERB _ 0 root
            ~. . PUNCT _ 4 punct
            """
        )
        #expect(counts[.tokens] == [4, 5, 3])
        #expect(counts[.words] == [4, 5, 3])
        #expect(counts[.sentences] == [1, 1, 1])
        // "The" hangs on a word that is not the gold one.
        #expect(counts[.attachment] == [4, 5, 2])
        #expect(counts[.labelledAttachment] == [4, 5, 2])
        // Gold: dogs, bark. Found: dog, s (dep), bark. Right: bark.
        #expect(counts[.contentAttachment] == [2, 3, 1])
        let score = ConllScore(
            gold: sentences(Self.gold),
            found: sentences(Self.gold)
        )
        #expect(score.counts[.words]?.f1 == 1)
    }

    @Test func `F1 is twice the right by what was sought and found`() {
        let count = ConllScore.Count(gold: 4, found: 5, correct: 3)
        #expect(count.precision == 0.6)
        #expect(count.recall == 0.75)
        #expect(count.f1 == 6.0 / 9)
        #expect(ConllScore.Count(gold: 0, found: 0, correct: 0).f1 == nil)
    }

    @Test func `sentences count by both their ends`() {
        let two = """
            Go go VERB _ 0 root
            ~! ! PUNCT _ 1 punct

            Stay stay VERB _ 0 root
            ~! ! PUNCT _ 1 punct
            """
        let one = """
            Go go VERB _ 0 root
            ~! ! PUNCT _ 1 punct
            Stay stay VERB _ 1 parataxis
            ~! ! PUNCT _ 3 punct
            """
        let counts = counts(two, one)
        #expect(counts[.sentences] == [2, 1, 0])
        #expect(counts[.words] == [4, 4, 4])
        // "Stay" has another head: it is the root in the gold.
        #expect(counts[.labelledAttachment] == [4, 4, 3])
    }

    private static let contracted = """
        Wir wir PRON _ 2 nsubj
        gehen gehen VERB _ 0 root
        zum 2
        zu zu ADP _ 5 case
        dem der DET _ 5 det
        Haus Haus NOUN _ 2 obl
        """

    @Test func `words of a multiword token are aligned by their forms`() {
        let counts = counts(
            Self.contracted,
            """
            Wir wir PRON _ 2 nsubj
            gehen gehen VERB _ 0 root
            zum zum ADP _ 4 case
            Haus Haus NOUN _ 2 obl
            """
        )
        #expect(counts[.tokens] == [4, 4, 4])
        // zum is neither zu nor dem.
        #expect(counts[.words] == [5, 4, 3])
        #expect(counts[.labelledAttachment] == [5, 4, 3])
        // Haus lacks its two function words.
        #expect(counts[.contentAttachment] == [3, 3, 3])
        #expect(counts[.morphologyAttachment] == [3, 3, 2])
    }

    @Test func `a multiword token of three words keeps the two that are right`() {
        // The system reads "zum" as zu, x, dem: the longest common subsequence is zu, dem.
        let counts = counts(
            Self.contracted,
            """
            Wir wir PRON _ 2 nsubj
            gehen gehen VERB _ 0 root
            zum 3
            ZU zu ADP _ 6 case
            x x X _ 6 dep
            dem der DET _ 6 det
            Haus Haus NOUN _ 2 obl
            """
        )
        #expect(counts[.tokens] == [4, 4, 4])
        // Forms are compared without regard to capitals.
        #expect(counts[.words] == [5, 6, 5])
        #expect(counts[.labelledAttachment] == [5, 6, 5])
    }

    @Test func `a lemma that the gold does not know is right`() {
        let counts = counts("Go _ VERB _ 0 root", "Go gehen VERB _ 0 root")
        #expect(counts[.lemmas] == [1, 1, 1])
        #expect(counts[.lemmaAttachment] == [1, 1, 1])
    }

    @Test func `a function word that is missing, moved or renamed costs its governor`() {
        let gold = """
            of of ADP _ 3 case
            the the DET _ 3 det
            king king NOUN _ 0 root
            """
        let renamed = gold.replacing("3 case", with: "3 mark")
        #expect(counts(gold, renamed)[.morphologyAttachment] == [1, 1, 0])
        #expect(counts(gold, renamed)[.contentAttachment] == [1, 1, 1])
        let moved = gold.replacing("ADP _ 3", with: "ADP _ 2")
        #expect(counts(gold, moved)[.morphologyAttachment] == [1, 1, 0])
        #expect(counts(gold, gold)[.morphologyAttachment] == [1, 1, 1])
    }

    @Test func `nothing found is no figure of precision and none right`() {
        let score = ConllScore(gold: sentences(Self.gold), found: [])
        #expect(score.counts[.words] == .init(gold: 4, found: 0, correct: 0))
        #expect(score.counts[.words]?.precision == nil)
        #expect(score.counts[.labelledAttachment]?.f1 == 0)
    }

    @Test func `cuts alone are scored without trees`() {
        let score = ConllScore(
            gold: sentences(Self.contracted).map(\.words),
            found: sentences(Self.contracted).map(\.words)
        )
        #expect(score.counts.count == 3)
        #expect(score.counts[.words] == .init(gold: 5, found: 5, correct: 5))
    }
}
