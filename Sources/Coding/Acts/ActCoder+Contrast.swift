import Diplomacy
import Language

extension ActCoder {
    /// What a statement's clause says by *unlike A* of A: that it did not, where its subject did, and the other way round.
    ///
    /// A is held against the subject of the clause, whichever side of the statement that is.
    func contrasts(to draft: Draft) -> [Draft] {
        let predicate = predicate(around: draft.cue) ?? read.tree.head(of: draft.cue)
        let subjects = subjects(of: predicate, draft).compactMap { mentions[$0].actor }
        guard !subjects.isEmpty else { return [] }
        return mentions.compactMap { mention in
            guard let other = mention.actor, !mention.isPrivate, isUnlike(mention, predicate),
                other != draft.source, other != draft.target
            else { return nil }
            var contrast = draft
            if subjects.contains(draft.source) {
                contrast.source = other
            } else if draft.target.map(subjects.contains) ?? false {
                contrast.target = other
            } else {
                return nil
            }
            contrast.polarity = draft.polarity.reversed
            contrast.trail.append(
                "contrast: '\(arguments.words(mention.tokens))' is unlike the subject"
            )
            return contrast
        }
    }

    /// *Contrary to the popular version A was not told*: what a statement's clause contradicts, as denied.
    func deniedVersions(of draft: Draft) -> [Draft] {
        let predicate = predicate(around: draft.cue)
        let isContradicted = read.tokens.indices.contains { place in
            read.has(.contradicted, at: place)
                && read.tree.clauseHead(above: place) == predicate
        }
        guard isContradicted, draft.modality == .fact else { return [] }
        var version = draft
        version.polarity = draft.polarity.reversed
        version.modality = .denied
        version.trail.append("a version that the clause contradicts")
        return [version]
    }

    /// The mentions that are the subject, as the tree has it, else as the clause has it.
    private func subjects(of predicate: Int, _ draft: Draft) -> [Int] {
        guard let subject = read.subject(of: predicate).map(read.tree.firstOfList) else {
            return arguments.subject(at: draft.anchor)
        }
        return mentions.indices.filter { mentions[$0].tokens.contains(subject) }
    }

    /// Whether *unlike* stands before the mention, and the mention hangs on the clause or its subject.
    private func isUnlike(_ mention: Mention, _ predicate: Int) -> Bool {
        let first = mention.tokens.lowerBound
        guard (max(0, first - 2)..<first).contains(where: { read.has(.unlike, at: $0) }) else {
            return false
        }
        let above = read.tree.heads[read.tree.head(of: mention.tokens)]
        return above == predicate || above != nil && above == read.subject(of: predicate)
    }
}
