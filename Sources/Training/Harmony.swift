import Language

/// Brings the relations of ParlaMint-UA to the habits of the other Ukrainian treebanks and our own.
///
/// Only where the two schemes differ by rule and not by judgement: otherwise the network is taught both ways at once.
enum Harmony {
    static func ukrainian(_ sentence: ParsedSentence) -> ParsedSentence {
        var relations = sentence.relations
        for index in relations.indices {
            switch relations[index] {
            case "iobj" where !hasObject(sentence, besides: index):
                // A dative that stands alone is an object.
                relations[index] = "obj"
            case "appos" where isTitled(sentence, index):
                relations[index] = "flat:title"
            case "advmod:emph" where sentence.tags[index] == .part:
                // Particles of focus: лише, навіть, саме.
                relations[index] = "discourse"
            default: break
            }
        }
        return ParsedSentence(
            words: sentence.words,
            lemmas: sentence.lemmas,
            tags: sentence.tags,
            features: sentence.features,
            heads: sentence.heads,
            relations: relations
        )
    }

    private static func hasObject(_ sentence: ParsedSentence, besides index: Int) -> Bool {
        sentence.relations.indices.contains {
            $0 != index && sentence.heads[$0] == sentence.heads[index]
                && ["obj", "ccomp"].contains(sentence.relations[$0])
        }
    }

    /// *президент Зеленський*: a name that follows its title without a comma.
    private static func isTitled(_ sentence: ParsedSentence, _ index: Int) -> Bool {
        let head = sentence.heads[index] - 1
        guard head >= 0, head < index, sentence.tags[index] == .propn, sentence.tags[head] == .noun
        else { return false }
        return !(head + 1..<index).contains { sentence.tags[$0] == .punct }
    }
}
