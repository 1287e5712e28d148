import Language

/// A stretch of a sentence with one verb of its own, as far as commas and small words tell.
struct Clause: Hashable, Sendable {
    enum Kind: CaseIterable, Hashable, Sendable {
        case main, coordinated, complement, relative, conditional, subordinate, quoted
    }

    let tokens: Range<Int>
    let kind: Kind
}

/// Divides a sentence into clauses by its conjunctions, relative pronouns, marks and verbs.
///
/// A comma or *and* divides only where a verb stands on either side, so that a list of states stays
/// whole. The language engine's trees will replace this.
enum ClauseDivider {
    static func clauses(of read: ReadSentence) -> [Clause] {
        let tokens = read.tokens
        let labels = labels(in: read)
        let asides = asides(in: read)
        var clauses: [Clause] = []
        var start = 0
        var kind = Clause.Kind.main
        func close(at end: Int, next: Clause.Kind) {
            if end > start { clauses.append(Clause(tokens: start..<end, kind: kind)) }
            start = end
            kind = next
        }
        for place in tokens.indices where place > start || opener(read, at: place) != nil {
            if let opened = opener(read, at: place) {
                close(at: place, next: opened)
                continue
            }
            switch tokens[place].kind {
            case .mark where tokens[place].folded == ";" || tokens[place].folded == ":",
                .dash where !tokens[place].isGlued && !labels.contains { $0.contains(place) }:
                close(at: place, next: .main)
            case .quote
            where isLongQuote(tokens, from: place) && !labels.contains { $0.contains(place) }:
                close(at: place, next: .quoted)
            case .comma, .word:
                let divides =
                    tokens[place].kind == .comma || read.has(.coordinator, at: place)
                    || read.has(.contrast, at: place)
                if divides, !asides.contains(where: { $0.contains(place) }),
                    read.isVerb[start..<place].contains(true), verbFollows(read, place, asides)
                {
                    close(at: place, next: .coordinated)
                }
            default: break
            }
        }
        close(at: tokens.count, next: .main)
        return clauses
    }

    private static func opener(_ read: ReadSentence, at place: Int) -> Clause.Kind? {
        guard read.tokens[place].isWord else { return nil }
        let functions = read.functions[place]
        // The later words of "in case", "після того як" do not open again.
        let goesOn =
            place > 0
            && !functions.intersection(openers).isDisjoint(with: read.functions[place - 1])
        if goesOn, !functions.contains(.coordinator) {
            return nil
        }
        if place > 0, read.traits.contains(.commas), !followsComma(read, place) { return nil }
        if functions.contains(.conditional) { return .conditional }
        // *Announced a week ago that it would come*: what hangs on the verb as its mark refers to nobody.
        if functions.isSuperset(of: [.relative, .complementiser]), place > 0,
            read.tree.relations[place] == "mark"
        {
            return .complement
        }
        if functions.contains(.relative), place > 0 { return .relative }
        if functions.contains(.complementiser), place > 0 { return .complement }
        if functions.contains(.subordinator) { return .subordinate }
        return nil
    }

    /// After a comma or another mark, or after a comma and a preposition: *, in dem*.
    private static func followsComma(_ read: ReadSentence, _ place: Int) -> Bool {
        if !read.tokens[place - 1].isWord { return true }
        let isSmall = read.has(.preposition, at: place - 1) || read.has(.coordinator, at: place - 1)
        return isSmall && (place == 1 || !read.tokens[place - 2].isWord)
    }

    private static let openers: FunctionWords = [
        .conditional, .relative, .complementiser, .subordinator,
    ]

    /// Whether a verb comes before the next comma, conjunction or stop.
    private static func verbFollows(
        _ read: ReadSentence,
        _ place: Int,
        _ asides: [Range<Int>]
    ) -> Bool {
        for next in (place + 1)..<max(place + 1, read.tokens.count)
        where !asides.contains(where: { $0.contains(next) }) {
            if read.isVerb[next] { return true }
            let kind = read.tokens[next].kind
            if kind == .comma || kind == .mark { return false }
            if next > place + 1, opener(read, at: next) != nil { return false }
        }
        return false
    }

    /// *A, unlike B, voted*: what is put between commas to hold another against the subject, commas included.
    private static func asides(in read: ReadSentence) -> [Range<Int>] {
        read.tokens.indices.compactMap { place in
            guard place > 0, read.tokens[place - 1].kind == .comma,
                let end = read.tokens[place...].firstIndex(where: { $0.kind == .comma }),
                !read.isVerb[place..<end].contains(true)
            else { return nil }
            // *A, however, congratulated B*.
            let isAdverb = end == place + 1 && read.tree.tags[place] == .adv
            return read.has(.unlike, at: place) || isAdverb ? (place - 1)..<(end + 1) : nil
        }
    }

    /// The longest name of an exercise or an operation that was met in quotes, marks included.
    private static let longestLabel = 10

    /// *"Steadfast Shield - 2023"*: what stands in quotes without a verb is a name, and no clause.
    private static func labels(in read: ReadSentence) -> [Range<Int>] {
        let quotes = read.tokens.indices.filter { read.tokens[$0].kind == .quote }
        return stride(from: 0, to: quotes.count - 1, by: 2).map { quotes[$0]..<quotes[$0 + 1] + 1 }
            .filter { label in
                label.count <= longestLabel
                    && label.allSatisfy {
                        !read.isVerb[$0] && read.tree.tags[$0] != .verb
                            && read.tree.tags[$0] != .aux && read.tokens[$0].kind != .stop
                    }
            }
    }

    /// Scare quotes hold a word or three; a quotation holds more.
    private static func isLongQuote(_ tokens: [Token], from place: Int) -> Bool {
        let end = tokens[(place + 1)...].firstIndex { $0.kind == .quote } ?? tokens.count
        return end - place > 4
    }
}
