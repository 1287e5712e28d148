@testable import Language

/// What every tree of ours must be like, by the rules of Universal Dependencies that a program can hold.
enum TreebankRules {
    static let relations: Set<String> = [
        "acl", "advcl", "advmod", "amod", "appos", "aux", "case", "cc", "ccomp", "clf", "compound",
        "conj", "cop", "csubj", "dep", "det", "discourse", "dislocated", "expl", "fixed", "flat",
        "goeswith", "iobj", "list", "mark", "nmod", "nsubj", "nummod", "obj", "obl", "orphan",
        "parataxis", "punct", "reparandum", "root", "vocative", "xcomp",
    ]

    /// Every rule that the sentence breaks, each as a sentence.
    static func complaints(about sentence: ParsedSentence) -> [String] {
        let bare = sentence.relations.map { String($0.prefix { $0 != ":" }) }
        var complaints: [String] = []
        if sentence.heads.count(where: { $0 == 0 }) != 1 {
            complaints.append("it has not one root")
        }
        for index in sentence.heads.indices {
            let head = sentence.heads[index] - 1
            let word = "'\(sentence.forms[index])' (\(index + 1))"
            if !relations.contains(bare[index]) {
                complaints.append("\(word): \(bare[index]) is no relation")
            }
            if head >= sentence.count || head == index {
                complaints.append("\(word): no such head")
            }
            if (head == -1) != (bare[index] == "root") {
                complaints.append("\(word): root and head differ")
            }
            if isInRing(sentence, index) { complaints.append("\(word) is in a ring") }
            guard sentence.heads.indices.contains(head) else { continue }
            if bare[head] == "punct" { complaints.append("\(word) hangs from a mark") }
            if ["conj", "flat", "fixed", "appos", "goeswith"].contains(bare[index]), head > index {
                complaints.append("\(word): \(bare[index]) points to the left")
            }
            if ["aux", "cop"].contains(bare[index]),
                ![.aux, .verb, .pron].contains(sentence.tags[index])
            {
                complaints.append("\(word): \(bare[index]) of a \(sentence.tags[index].name)")
            }
        }
        for features in sentence.features where features != sorted(features) {
            complaints.append("\(features) is not sorted")
        }
        return complaints
    }

    /// Whether two arcs of the tree cross.
    static func isProjective(_ sentence: ParsedSentence) -> Bool {
        for (index, head) in sentence.heads.enumerated() where head > 0 {
            let (low, high) = (min(index, head - 1), max(index, head - 1))
            for between in low..<high where between > low {
                let other = sentence.heads[between] - 1
                if other < low || other > high { return false }
            }
        }
        return true
    }

    private static func isInRing(_ sentence: ParsedSentence, _ start: Int) -> Bool {
        var node = start
        for _ in 0...sentence.count {
            guard sentence.heads.indices.contains(node) else { return false }
            node = sentence.heads[node] - 1
        }
        return true
    }

    private static func sorted(_ features: String) -> String {
        features.split(separator: "|")
            .sorted { $0.prefix { $0 != "=" }.lowercased() < $1.prefix { $0 != "=" }.lowercased() }
            .joined(separator: "|")
    }
}
