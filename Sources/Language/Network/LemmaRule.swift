/// How a dictionary form is made from a form: `взял` → `взять`, `gemacht` → `machen`, `went` → `go`.
///
/// The longest run of letters that both share stays; what stands before and after it is exchanged, and the case of letters
/// is set. Written as one word, for tables and files: `-2+zu/3+en/l`, or `=go` where nothing is shared.
package struct LemmaRule: Hashable, Sendable {
    package enum Casing: String, Sendable, CaseIterable {
        /// All small.
        case lower = "l"
        /// As in the form; new letters small.
        case kept = "k"
        /// One capital, the rest small.
        case title = "t"
        /// All capitals.
        case upper = "u"
    }

    /// The whole dictionary form, where it shares nothing with the form.
    private let whole: String?
    private let prefixDrop: Int
    private let prefix: String
    private let suffixDrop: Int
    private let suffix: String
    private let casing: Casing

    /// The rule that leads from `form` to `lemma`.
    package init(form: String, lemma: String) {
        let source = Self.plain(form.lowercased())
        let target = Self.plain(lemma.lowercased())
        let (start, targetStart, length) = Self.shared(source, target)
        casing = Self.casing(form: form, lemma: lemma)
        guard length > 0 else {
            whole = Self.string(Self.plain(lemma)[...])
            (prefixDrop, prefix, suffixDrop, suffix) = (0, "", 0, "")
            return
        }
        whole = nil
        prefixDrop = start
        prefix = Self.string(target[..<targetStart])
        suffixDrop = source.count - start - length
        suffix = Self.string(target[(targetStart + length)...])
    }

    /// The rule written as `text`, or nil where it is none.
    package init?(_ text: String) {
        if text.hasPrefix("=") {
            whole = Self.string(Self.plain(String(text.dropFirst()))[...])
            (prefixDrop, prefix, suffixDrop, suffix, casing) = (0, "", 0, "", .lower)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, let casing = Casing(rawValue: String(parts[2])) else { return nil }
        var exchanges: [(Int, String)] = []
        for part in parts.prefix(2) {
            guard let plus = part.firstIndex(of: "+"), let drop = Int(part[..<plus]), drop >= 0
            else {
                return nil
            }
            exchanges.append((drop, String(part[part.index(after: plus)...])))
        }
        whole = nil
        (prefixDrop, prefix) = (exchanges[0].0, Self.string(Self.plain(exchanges[0].1)[...]))
        (suffixDrop, suffix) = (exchanges[1].0, Self.string(Self.plain(exchanges[1].1)[...]))
        self.casing = casing
    }

    package var text: String {
        whole.map { "=" + $0 }
            ?? "\(prefixDrop)+\(prefix)/\(suffixDrop)+\(suffix)/\(casing.rawValue)"
    }

    /// The dictionary form, or nil where the form is too short for the rule.
    package func lemma(of form: String) -> String? {
        if let whole { return whole }
        let letters = Self.plain(form)
        guard letters.count > prefixDrop + suffixDrop else { return nil }
        let kept = Self.string(letters[prefixDrop..<(letters.count - suffixDrop)])
        switch casing {
        case .lower: return prefix + kept.lowercased() + suffix
        case .kept: return prefix + kept + suffix
        case .upper: return (prefix + kept + suffix).uppercased()
        case .title:
            let all = (prefix + kept + suffix).lowercased()
            return all.prefix(1).uppercased() + all.dropFirst()
        }
    }

    /// Apostrophes have many shapes in forms and one in lemmas; ё is е there, as the Russian treebanks write it.
    ///
    /// Marks stay as they are: an opening ``` `` ``` is not two apostrophes.
    static func plain(_ text: String) -> [Unicode.Scalar] {
        guard text.contains(where: \.isLetter) else { return Array(text.unicodeScalars) }
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "’", "ʼ", "‘", "`": "'"
            case "ё": "е"
            case "Ё": "Е"
            default: scalar
            }
        }
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        return String(text)
    }

    private static func casing(form: String, lemma: String) -> Casing {
        if lemma == lemma.lowercased() { return .lower }
        if lemma == lemma.uppercased(), lemma.unicodeScalars.count > 1 { return .upper }
        let rest = lemma.dropFirst()
        return rest == rest.lowercased()[...] ? .title : .kept
    }

    /// The longest run that both hold, the earliest of several; words are cut at 60 letters.
    private static func shared(
        _ source: [Unicode.Scalar],
        _ target: [Unicode.Scalar]
    ) -> (Int, Int, Int) {
        var best = (0, 0, 0)
        var before = [Int](repeating: 0, count: target.count + 1)
        for (row, letter) in source.prefix(60).enumerated() {
            var now = [Int](repeating: 0, count: target.count + 1)
            for (column, other) in target.prefix(60).enumerated() where letter == other {
                now[column + 1] = before[column] + 1
                if now[column + 1] > best.2 {
                    best = (
                        row + 1 - now[column + 1], column + 1 - now[column + 1], now[column + 1]
                    )
                }
            }
            before = now
        }
        return best
    }
}
