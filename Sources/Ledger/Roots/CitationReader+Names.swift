import Diplomacy

/// Which words name an outlet: what the book knows, else what stands in quotation marks or begins with capitals.
extension CitationReader {
    /// The longest run of `words` that names an outlet of the book.
    func known(in words: [String]) -> OutletBook.Outlet? {
        for length in stride(from: min(4, words.count), to: 0, by: -1) {
            for start in 0...(words.count - length) {
                let name = trimmed(words[start..<start + length].joined(separator: " "))
                if name.contains(where: \.isUppercase) || name == "dpa",
                    let outlet = book.outlet(name)
                {
                    return outlet
                }
            }
        }
        return nil
    }

    /// The outlet named behind a credit's phrase: one that is known, else what stands in quotation
    /// marks, else the words with capitals where they are asked for.
    func name(
        behind text: String,
        orCapitals takesCapitals: Bool
    ) -> (name: String, key: String)? {
        let words = spaced(text)
        if let known = known(in: Array(words.prefix(Self.reach * 2))) {
            return (known.name, known.name)
        }
        let plain: String
        if let open = text.firstIndex(where: { "«“„\"".contains($0) }),
            let close = text[text.index(after: open)...].firstIndex(where: { "»”“\"".contains($0) })
        {
            plain = trimmed(String(text[open..<close]))
        } else {
            guard takesCapitals else { return nil }
            let name = words.drop { !($0.first?.isUppercase ?? false) }
                .prefix { $0.first?.isUppercase ?? false }
                .prefix(Self.reach)
            plain = trimmed(name.joined(separator: " "))
        }
        return book.key(ofOutlet: plain).map { (plain, $0) }
    }

    /// The run of words with capitals that stands nearest to the phrase.
    func nearestName(in words: [String], _ form: OutletBook.Form) -> String? {
        if let quoted = quotedName(in: words, form) { return quoted }
        let isName = { (word: String) in trimmed(word).first?.isUppercase ?? false }
        let ordered = form == .follows ? words : words.reversed()
        var run: [String] = []
        for word in ordered.prefix(Self.reach).drop(while: { !isName($0) }) {
            // A mark behind a word ends the name: "Africanews, Россия".
            let ends = ",;:)»”“\"".contains(word.last ?? " ")
            if !isName(word) || (form == .precedes && ends && !run.isEmpty) { break }
            run.append(word)
            if form == .follows && ends { break }
        }
        let name = trimmed((form == .follows ? run : run.reversed()).joined(separator: " "))
        return name.isEmpty ? nil : name
    }

    /// The name in quotation marks that stands nearest to the phrase, whole: "пише «Степовий вісник»".
    private func quotedName(in words: [String], _ form: OutletBook.Form) -> String? {
        let opens = words.indices.filter { words[$0].first.map { "«“„\"".contains($0) } ?? false }
        guard let start = form == .follows ? opens.first : opens.last,
            let end = words[start...].firstIndex(where: { word in
                word.dropFirst().contains { "»”“\"".contains($0) }
            })
        else { return nil }
        let name = trimmed(words[start...end].joined(separator: " "))
        return name.first?.isUppercase ?? false ? name : nil
    }

    func spaced(_ text: String) -> [String] {
        text.split { $0.isWhitespace || $0 == "/" }.map(String.init)
    }

    private func trimmed(_ name: String) -> String {
        let kept = name.drop { !$0.isLetter && !$0.isNumber }
        let end = kept.lastIndex { $0.isLetter || $0.isNumber }
        return end.map { String(kept[...$0]) } ?? ""
    }
}
