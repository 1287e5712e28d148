package import Diplomacy

/// The honest brief: who stands how to whom, what was promised, what came and what did not, who says
/// so, where what was read disagrees, and what was left out.
///
/// It counts and orders; it does not judge. It counts roots, because outlets that repeat one another are
/// no witnesses, with articles as the second number. Rejected: a summary in running text, which nobody
/// can check. Every number stands beside the ids of the statements, or articles, that it counts.
///
/// A pure function of its material: no clock, no database, the same lines for the same material.
package struct Brief: Sendable, Encodable {
    /// Of whom; nil for everybody.
    package let actor: ActorCode?
    /// What did not come, help first.
    package let undelivered: [Finding]
    /// What may not come.
    package let inDoubt: [Finding]
    package let disagreements: [Disagreement]
    package let promised: [Finding]
    package let came: [Finding]
    /// Each directed pair; those in which something did not come first.
    package let pairs: [PairLine]
    package let voices: [VoiceLine]
    package let leftOut: LeftOut
    package let read: WhatWasRead

    /// The brief of `material`, of everybody or of what `actor` did or what was done to it.
    package init(of material: Material, actor: ActorCode? = nil) {
        self.actor = actor
        let statements = material.statements.filter { cited in
            actor.map { cited.statement.source == $0 || cited.statement.target == $0 } ?? true
        }
        undelivered = Finding.all([.didNotCome], in: statements)
        inDoubt = Finding.all([.inDoubt], in: statements)
        disagreements = Disagreement.all(in: statements)
        promised = Finding.all([.promised], in: statements)
        came = Finding.all([.came], in: statements)
        pairs = PairLine.all(in: statements)
        voices = VoiceLine.all(in: statements)
        leftOut = LeftOut(material)
        read = WhatWasRead(material, told: statements)
    }
}

/// One direction of one pair, in numbers with their statements.
package struct PairLine: Hashable, Sendable, Encodable {
    package struct Row: Hashable, Sendable, Encodable {
        package let strand: Strand
        package let acts: [Act]
        /// The ids of the statements.
        package let statements: [String]
        /// The ids of their roots, each once; of articles where no roots are known.
        package let roots: [String]
    }

    package let source: ActorCode
    /// Nil: parties that are not named.
    package let target: ActorCode?
    package let rows: [Row]
    /// The ids of the articles.
    package let articles: [String]
    /// The ids of all roots, each once; of articles where no roots are known.
    package let roots: [String]

    package var statementCount: Int { rows.reduce(0) { $0 + $1.statements.count } }

    static func all(in statements: [CitedStatement]) -> [PairLine] {
        let pairs = Dictionary(grouping: statements) {
            [$0.statement.source.rawValue, $0.statement.target?.rawValue]
        }
        return pairs.values.compactMap { group in group.first.map { PairLine($0.statement, group) }
        }
        .sorted { left, right in
            let (one, other) = (left.rank, right.rank)
            if one != other { return one.lexicographicallyPrecedes(other) }
            return (left.source.rawValue, left.target?.rawValue ?? "~")
                < (right.source.rawValue, right.target?.rawValue ?? "~")
        }
    }

    private init(_ first: Statement, _ group: [CitedStatement]) {
        source = first.source
        target = first.target
        let strands = Dictionary(grouping: group) { Strand($0.statement) }
        rows = Strand.allCases.compactMap { strand in
            strands[strand].map { cited in
                Row(
                    strand: strand,
                    acts: Set(cited.map(\.statement.act)).sorted { $0.rawValue < $1.rawValue },
                    statements: cited.map(\.statement.id),
                    roots: Self.roots(cited)
                )
            }
        }
        articles = Set(group.map(\.article.id)).sorted()
        roots = Self.roots(group)
    }

    private static func roots(_ statements: [CitedStatement]) -> [String] {
        Set(statements.map { $0.root?.id ?? $0.article.id }).sorted()
    }

    /// Small numbers come first.
    private var rank: [Int] {
        let undelivered = rows.first { $0.strand == .didNotCome }?.roots.count ?? 0
        return [target == nil ? 1 : 0, -undelivered, -roots.count, -statementCount]
    }
}

/// Somebody who speaks in what was read.
package struct VoiceLine: Hashable, Sendable, Encodable {
    /// As the text names it; nil for the authors of the articles.
    package let name: String?
    package let actor: ActorCode?
    /// The statements that it makes itself, by id.
    package let says: [String]
    /// The statements of others that it passes on, by id.
    package let relays: [String]

    static func all(in statements: [CitedStatement]) -> [VoiceLine] {
        var lines: [String?: (voice: Voice?, says: [String], relays: [String])] = [:]
        for statement in statements.map(\.statement) {
            let speakers = statement.speakers
            for (place, voice) in speakers.enumerated() {
                // "Bloomberg quoting Bloomberg" is one voice.
                let isLast = place == speakers.count - 1
                let key = voice.name.lowercased()
                var line = lines[key] ?? (voice, [], [])
                if line.voice?.actor == nil, voice.actor != nil { line.voice = voice }
                if isLast {
                    line.says.append(statement.id)
                } else if key != speakers.last?.name.lowercased() {
                    line.relays.append(statement.id)
                }
                lines[key] = line
            }
            if speakers.isEmpty { lines[nil, default: (nil, [], [])].says.append(statement.id) }
        }
        return lines.values
            .map {
                VoiceLine(
                    name: $0.voice?.name,
                    actor: $0.voice?.actor,
                    says: $0.says,
                    relays: $0.relays
                )
            }
            .sorted { left, right in
                (-left.says.count - left.relays.count, left.name ?? "")
                    < (-right.says.count - right.relays.count, right.name ?? "")
            }
    }
}
