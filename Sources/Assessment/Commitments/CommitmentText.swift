package import Diplomacy

extension Commitment {
    /// The commitment on a few lines of a terminal.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        page.blank()
        page.paragraph("\(name) (\(kind.rawValue), \(instrument.rawValue))", hanging: 2)
        let column = 16
        page.row("id", id, indent: 2, column: column)
        page.row(
            "parties",
            parties.map { party in
                let from = party.entered.map { " from \($0.edtf)" } ?? ""
                let until = party.left.map { " until \($0.edtf)" } ?? ""
                return "\(naming.heading(party.actor))\(from)\(until)"
            }
            .joined(separator: ", "),
            indent: 2,
            column: column
        )
        page.row("obligations", dutyWords(naming), indent: 2, column: column)
        for condition in conditions {
            page.row(condition.key.rawValue, condition.words, indent: 2, column: column)
        }
        let dates = [
            signed.map { "signed \($0.edtf)" }, began.map { "in force from \($0.edtf)" },
            ended.map { "until \($0.edtf)" },
        ].compactMap(\.self)
        page.row(
            "time",
            dates.isEmpty ? "not known" : dates.joined(separator: ", "),
            indent: 2,
            column: column
        )
        if !termination.isEmpty { page.row("ends", termination, indent: 2, column: column) }
        page.row("fact", fact, indent: 2, column: column)
        page.row("source", source, indent: 2, column: column)
        if !uncertain.isEmpty {
            page.row("not certain", uncertain.joined(separator: ", "), indent: 2, column: column)
        }
    }

    private func dutyWords(_ naming: Naming) -> String {
        if duties.isEmpty { return "none: it is of words or trade" }
        return duties.map { duty in
            guard !duty.by.isEmpty else { return duty.obligation.words }
            let by = duty.by.map(naming.heading).listed
            let to = duty.to.map(naming.heading) + (duty.isToAnyState ? ["any state"] : [])
            return "\(duty.obligation.words) (\(by) to \(to.isEmpty ? "the others" : to.listed))"
        }
        .joined(separator: ", ")
    }
}

extension FoundCommitment {
    /// The commitment as found, with the sentences that tell of it.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        page.blank()
        let what = isSeveral ? "several, by no name" : kind?.rawValue ?? "kind not told"
        page.paragraph(
            "Found: \(parties.map(naming.heading).listed) (\(what)), \(evidence.weight)",
            hanging: 2
        )
        let column = 16
        page.row("id", id, indent: 2, column: column)
        page.row("made", made?.edtf ?? "not told", indent: 2, column: column)
        if !obligations.isEmpty {
            let words = obligations.map(\.words).joined(separator: ", ")
            page.row("told beside it", words, indent: 2, column: column)
        }
        page.row(
            "register",
            registered.isEmpty ? "nothing of the two and the time" : registered.listed,
            indent: 2,
            column: column
        )
        for citation in evidence { citation.write(to: &page, naming, indent: 4) }
    }
}
