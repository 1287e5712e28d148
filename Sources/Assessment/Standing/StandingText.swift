import Diplomacy

extension Standing {
    /// As a brief lists it: where both series stand, and their lines.
    package func write(to page: inout TextLayout, _ naming: Naming, _ limits: BriefText.Limits) {
        page.paragraph("\(naming.heading(pair.source)) → \(naming.heading(pair.target))")
        for (name, series) in [("conduct", conduct), ("trust", trust)] {
            guard let last = series.last, series.saysSomething else { continue }
            page.row(
                name,
                "\(series.line(\.level, columns: 24)) \(StandingSeries.band(last)) on \(last.day)",
                indent: 2,
                column: 12
            )
        }
    }

    /// Both series on a page: where each stands, its line with the ends of the band above and under it,
    /// what moved it, and what does not count.
    ///
    /// `beside`: the standing of the other direction, where it stands on the page. The ally's trust is read from what it
    /// does and says to the patron; where that is all that its conduct is read from, it is one series, told there.
    package func write(to page: inout TextLayout, _ naming: Naming, beside: Standing? = nil) {
        let (patron, ally) = (naming.party(pair.source), naming.party(pair.target))
        conduct.write(
            to: &page,
            naming,
            title: "Conduct of \(patron) toward \(ally)",
            none: "No line for the conduct of \(patron) toward \(ally)"
        )
        if let beside, trust.hasLine, trust.isLine(of: beside.conduct) {
            page.paragraph(
                "Trust of \(ally) in \(patron): the same line as the conduct of \(ally) toward \(patron).",
                hanging: 2
            )
            return
        }
        trust.write(
            to: &page,
            naming,
            title: "Trust of \(ally) in \(patron)",
            none: "No line for the trust of \(ally) in \(patron)"
        )
    }
}

extension StandingSeries {
    /// Whether it goes where `other` goes, moved by the same.
    func isLine(of other: StandingSeries) -> Bool {
        points == other.points && moves == other.moves
    }

    /// As many columns as stand beside the label on a terminal.
    private static let columns = 60
    /// Levels of a bar, from -10 to +10.
    private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    /// A person looks at the largest moves first; the rest is in JSON.
    private static let mostMoves = 6

    func write(to page: inout TextLayout, _ naming: Naming, title: String, none: String) {
        guard let last else {
            page.paragraph(
                "\(none): it needs \(Self.fewestAccounts) accounts of events, each by a root of its "
                    + "own, and has \(accounts).",
                hanging: 2
            )
            return
        }
        page.paragraph("\(title), \(Self.band(last)) on \(last.day).", hanging: 2)
        let (from, to) = (points.first?.day ?? last.day, last.day)
        for (label, level) in [
            ("high", \Point.high), ("level", \Point.level), ("low", \Point.low),
        ] {
            page.row(label, line(level), indent: 2, column: 10)
        }
        page.row("", "\(from) to \(to), ▁ is -10, █ is +10", indent: 2, column: 10)
        let largest = moves.filter { $0.by != 0 }
            .sorted { (-abs($0.by), $0.reading.event) < (-abs($1.by), $1.reading.event) }
        for move in largest.prefix(Self.mostMoves).sorted(by: { $0.reading.day < $1.reading.day }) {
            page.row(
                Self.signed(move.by),
                "\(move.reading.day) \(move.reading.words), "
                    + "\(counted(move.reading.roots, "root")): "
                    + naming.ids(move.reading.statements),
                indent: 2,
                column: 10
            )
        }
        if !setAside.isEmpty {
            let reasons = Dictionary(grouping: setAside, by: \.reason)
            let list = StandingSetAside.Reason.allCases.compactMap { reason in
                reasons[reason].map {
                    "\($0.count) \(reason.words) (\(naming.ids($0.map(\.statement), most: 3)))"
                }
            }
            page.paragraph("Not counted: \(list.joined(separator: "; ")).", indent: 2, hanging: 2)
        }
    }

    /// One row of bars, sampled at even steps of time.
    func line(_ level: KeyPath<Point, Double>, columns: Int = columns) -> String {
        guard let first = points.first?.day.number, let end = last?.day.number else { return "" }
        let width = min(columns, max(1, points.count))
        var place = 0
        return String(
            (0..<width).map { column -> Character in
                let day = width == 1 ? end : first + (end - first) * column / (width - 1)
                while place + 1 < points.count, points[place + 1].day.number <= day { place += 1 }
                return Self.bar(points[place][keyPath: level])
            }
        )
    }

    private static func bar(_ level: Double) -> Character {
        let share = (min(max(level, -10), 10) + 10) / 20
        return bars[min(bars.count - 1, Int(share * Double(bars.count)))]
    }

    /// `-3.1 (-6.0 to -0.2)`.
    static func band(_ point: Point) -> String {
        "\(signed(point.level)) (\(signed(point.low)) to \(signed(point.high)))"
    }

    /// With one digit, and a sign unless it is nothing.
    static func signed(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let digits = "\(abs(tenths) / 10).\(abs(tenths) % 10)"
        return tenths == 0 ? "0.0" : (tenths < 0 ? "-" : "+") + digits
    }
}

extension StandingReading {
    /// `aid (arms), not done`.
    package var words: String {
        let kind = kind.map { " (\($0.words))" } ?? ""
        let deed = "\(act.rawValue)\(kind)\(polarity == .done ? "" : ", not done")"
        return isJudgement ? "the ally says of the patron: \(deed)" : deed
    }
}

extension StandingSetAside.Reason {
    package var words: String {
        switch self {
        case .asylum: "of asylum for people"
        case .exLeader: "of somebody out of office"
        case .joke: "in jest"
        case .notTold: "only feared, supposed or foretold"
        case .denied: "denied"
        case .undated: "without any date"
        case .wideDate: "dated wider than a year"
        case .sameWords: "of words that count already"
        }
    }
}

extension StandingSensitivity {
    /// The table: what the last level would be under other assumptions.
    package func write(to page: inout TextLayout, _ naming: Naming) {
        let rows = rows.filter { $0.conduct != nil || $0.trust != nil }
        guard !rows.isEmpty else { return }
        page.paragraph("If the assumptions were others, the last level would be:")
        for row in rows {
            let parts = [("conduct", row.conduct), ("trust", row.trust)].compactMap { name, point in
                point.map { "\(name) \(StandingSeries.band($0))" }
            }
            page.row(row.variant, parts.joined(separator: ", "), indent: 2, column: 18)
        }
    }
}

extension StandingSeries {
    /// The parameters in words, for whoever checks them.
    package var parametersLine: String? {
        guard let parameters, let likeliest, let logLikelihood else { return nil }
        func deviation(_ drift: Double) -> String {
            // A year's variance is 365 days of it.
            Self.signed((drift * 365).squareRoot()).replacing("+", with: "")
        }
        return "The level moves by \(deviation(parameters.drift)) a year, one voice errs by "
            + "\(Self.signed(parameters.noise).dropFirst()); likeliest "
            + "\(deviation(likeliest.drift)) and \(Self.signed(likeliest.noise).dropFirst()), "
            + "log likelihood \(Self.signed(logLikelihood))."
    }
}
