import Diplomacy
import Language

/// What is known of a draft and of its sentence, whatever is asked of it.
struct Setting {
    let passage: LanguageReader.Passage
    let draft: Draft
    /// Which sentence of the article it is, and of how many.
    let line: Int
    let lines: Int
    let language: Int32

    static let columns = TraitTable.columns(
        "language* act* polarity form* entry* lemma* frameAct* framePolarity scoped* tag* relation* tense* "
            + "form* mood* aspect* voice* verb* verbTense* verbForm* verbMood* verbAspect* verbRelation* "
            + "verbDepth auxiliary* mark* negated matrix* matrixTense* matrixRelation* nearGovernor* "
            + "otherGovernor* treeGovernor* clause* conditional conditionalParticle hedge joke question "
            + "exclaimed quoted quotes colon firstPerson words place share carried nobody known dates speech "
            + "sourceSpeaks targetSpeaks targetType* last modifies"
    )

    private var read: ReadSentence { passage.read }
    private var tree: SentenceTree { passage.read.tree }

    /// The verb that carries the act: its word, or the nearest above it.
    var verb: Int {
        var place = draft.anchor
        for _ in read.tokens.indices {
            if tree.tags[place] == .verb || tree.tags[place] == .aux { return place }
            guard let head = tree.heads[place] else { break }
            place = head
        }
        return draft.anchor
    }

    func values() -> [Int32] {
        let anchor = draft.anchor
        let verb = verb
        let matrix = tree.heads[verb]
        let cue = read.cues.first { $0.match.tokens == draft.cue }
        let governors = read.governors.filter { !$0.match.tokens.overlaps(draft.cue) }
        let before = governors.filter {
            $0.match.tokens.upperBound <= anchor && anchor - $0.match.tokens.upperBound <= 8
        }
        let above = governors.first { $0.match.head == verb || $0.match.head == matrix }
        let children = tree.heads.indices.filter { tree.heads[$0] == verb }
        let auxiliary = children.first {
            tree.relations[$0].hasPrefix("aux") && tree.relations[$0] != "aux:pass"
        }
        let mark = children.first { tree.relations[$0] == "mark" }
        let negated = children.contains {
            read.has(.negation, at: $0) || read.has(.negationDeterminer, at: $0)
        }
        let clause = passage.clauses.first { $0.tokens.contains(anchor) }
        let range = clause?.tokens ?? 0..<read.tokens.count
        let whole = 0..<read.tokens.count
        let quotes = read.tokens.count { $0.kind == .quote }
        let tail = read.tokens.suffix(3)
        let speakers = passage.attributions.compactMap(\.voice.actor)
        return [
            language, Trait.order(draft.act), Trait.order(draft.polarity),
            cue.map { Trait.order($0.frame.form) } ?? -1, entry(cue),
            CategoryHash.of(tree.lemmas[anchor]), cue.map { Trait.order($0.frame.act) } ?? -1,
            cue.map { Trait.order($0.frame.polarity) } ?? -1, Trait.order(draft.modality),
            tree.tags[anchor].map { Int32($0.rawValue) } ?? 17,
            CategoryHash.of(tree.universals[anchor]),
            feature("Tense", anchor), feature("VerbForm", anchor), feature("Mood", anchor),
            feature("Aspect", anchor), feature("Voice", anchor),
            CategoryHash.of(tree.lemmas[verb]), feature("Tense", verb),
            feature("VerbForm", verb), feature("Mood", verb), feature("Aspect", verb),
            CategoryHash.of(tree.universals[verb]),
            Int32(min(tree.depths[verb], 6)),
            CategoryHash.of(auxiliary.map { tree.lemmas[$0] } ?? ""),
            CategoryHash.of(mark.map { tree.lemmas[$0] } ?? ""), Trait.bit(negated),
            CategoryHash.of(matrix.map { tree.lemmas[$0] } ?? ""),
            matrix.map { feature("Tense", $0) } ?? -1,
            CategoryHash.of(matrix.map { tree.universals[$0] } ?? ""),
            before.last.map { Trait.order($0.effect.learnt) } ?? -1,
            before.dropLast().last.map { Trait.order($0.effect.learnt) } ?? -1,
            above.map { Trait.order($0.effect.learnt) } ?? -1,
            clause.map { Trait.order($0.kind) } ?? -1,
            Trait.bit(read.has(.conditional, in: whole)),
            Trait.bit(range.contains(where: read.isConditional)),
            Trait.bit(read.has(.hedge, in: range)), Trait.bit(read.has(.joke, in: whole)),
            Trait.bit(tail.contains { $0.folded == "?" }),
            Trait.bit(tail.contains { $0.folded == "!" }),
            Trait.bit(read.tokens[..<anchor].count { $0.kind == .quote } % 2 == 1),
            Int32(min(quotes, 4)),
            Trait.bit(read.tokens[..<anchor].contains { $0.folded == ":" }),
            Trait.bit(read.has(.firstPerson, in: whole)), Int32(min(read.tokens.count / 8, 6)),
            Int32(min(line, 9)), Int32(line * 4 / max(lines, 1)),
            Trait.bit(draft.marks.contains(.carriedOver)), Trait.bit(draft.target == nil),
            Int32(min(read.acts.count, 8)), Int32(min(read.dates.count, 4)),
            Int32(min(passage.attributions.count, 4)),
            Trait.bit(speakers.contains(draft.source)),
            Trait.bit(draft.target.map(speakers.contains) ?? false),
            draft.target.map { $0.isState ? 1 : $0.isOrganisation ? 2 : 3 } ?? 0,
            Trait.bit(line + 1 == lines),
            Trait.bit(
                passage.coder.mentions.contains { $0.isModifier && $0.actor == draft.source }
            ),
        ]
    }

    /// The entry of the lexicon: the word with what it is said to mean.
    private func entry(_ cue: ReadSentence.ActCue?) -> Int32 {
        var hash = CategoryHash()
        hash.add(tree.lemmas[draft.anchor])
        hash.add(cue?.frame.act.rawValue ?? "")
        hash.add(cue?.frame.polarity.rawValue ?? "")
        return hash.result
    }

    private func feature(_ name: String, _ place: Int) -> Int32 {
        Trait.feature(name, of: tree.features[place])
    }
}
