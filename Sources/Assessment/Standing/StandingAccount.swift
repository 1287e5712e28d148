package import Diplomacy

/// One day of a standing, opened: the level in both series, and the sentences of every event that moved it
/// up to then.
package struct StandingAccount: Sendable {
    private let standing: Standing
    private let day: Day
    private let statements: [String: CitedStatement]

    package init(_ standing: Standing, on day: Day, in statements: [CitedStatement]) {
        self.standing = standing
        self.day = day
        self.statements = Dictionary(
            statements.map { ($0.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    package func text(_ naming: Naming) -> String {
        let (patron, ally) = (
            naming.party(standing.pair.source), naming.party(standing.pair.target)
        )
        var page = TextLayout()
        page.heading(
            "\(naming.heading(standing.pair.source)) → \(naming.heading(standing.pair.target)) on \(day)"
        )
        write(standing.conduct, "Conduct of \(patron) toward \(ally)", to: &page, naming)
        write(standing.trust, "Trust of \(ally) in \(patron)", to: &page, naming)
        return page.text
    }

    private func write(
        _ series: StandingSeries,
        _ title: String,
        to page: inout TextLayout,
        _ naming: Naming
    ) {
        page.blank()
        guard let point = series.points.last(where: { $0.day <= day }) else {
            page.paragraph(
                series.hasLine
                    ? "\(title): nothing is told before that day."
                    : "\(title): no line, \(counted(series.missing, "account")) missing."
            )
            writeMoves(series, to: &page, naming)
            return
        }
        page.paragraph("\(title): \(StandingSeries.band(point)) on \(point.day).", hanging: 2)
        if let line = series.parametersLine { page.paragraph(line, indent: 2, hanging: 2) }
        writeMoves(series, to: &page, naming)
    }

    private func writeMoves(
        _ series: StandingSeries,
        to page: inout TextLayout,
        _ naming: Naming
    ) {
        for move in series.moves where move.reading.day <= day {
            let reading = move.reading
            page.blank()
            let value = StandingSeries.signed(reading.value)
            page.paragraph(
                "\(reading.day): \(reading.words), worth \(value), "
                    + "\(counted(reading.roots, "root")), moved it by "
                    + "\(StandingSeries.signed(move.by)) (weight \(Int((move.weight * 100).rounded())) %)",
                indent: 2,
                hanging: 2
            )
            for id in reading.statements {
                guard let cited = statements[id] else { continue }
                page.paragraph("\(PlainSentence(cited.statement).text(naming.party)).", indent: 4)
                Citation(cited).write(to: &page, naming, indent: 4)
            }
        }
        for aside in series.setAside {
            guard let cited = statements[aside.statement] else { continue }
            page.blank()
            page.paragraph("Not counted, \(aside.reason.words):", indent: 2)
            Citation(cited).write(to: &page, naming, indent: 4)
        }
    }
}
