import Diplomacy

extension TieLane {
    /// The lane as a row of the kind's name and its ties.
    func write(to page: inout TextLayout, _ naming: Naming) {
        for (place, line) in lines.enumerated() {
            let when = line.date?.edtf ?? line.published.map { "told \($0.edtf)" } ?? "undated"
            page.row(
                place == 0 ? kind.rawValue : "",
                "\(TieSentence(line, of: kind).text(naming.party)): \(line.modality.words), \(when). "
                    + "\(naming.article(line.article)) \(naming.short(line.tie))",
                indent: 2,
                column: 16
            )
        }
    }
}
