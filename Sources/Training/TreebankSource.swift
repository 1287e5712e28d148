import Language

/// One file to learn from, and how far it is to be trusted.
package struct TreebankSource: Sendable {
    /// The treebank whose habits it has.
    package let treebank: String
    /// Below ../shared/data/ud, without `.xz`; our own below the repository.
    package let file: String
    /// Sentences are taken where this holds of their number, counted from 0: a file that also serves to tune is parted by a
    /// rule.
    var part: @Sendable (Int) -> Bool = { _ in true }
    /// Whether it says the features of words.
    var hasFeatures = true
    /// Whether it joins words to trees; OpenCorpora's file does not, and is written in a manner of its own.
    var hasTrees = true
    /// Whether its words are divided as the language's text is cut (`WordDivider`).
    var isDivided = false
    /// Brings the treebank's habits to those of others.
    var harmony: (@Sendable (ParsedSentence) -> ParsedSentence)?
    /// How many times each sentence is seen in an epoch.
    var weight = 1
    /// Documents that are left out, by the beginning of their names.
    var without: [String] = []

    /// Whether it is of a language (ISO 639-1): the names of treebanks hold it.
    package func isOf(_ language: String) -> Bool {
        treebank.split(separator: "-").contains { $0 == language }
    }

    var language: String { Self.language(of: treebank) }

    /// The language that stands in a treebank's name (`uk-iu`, `casus-uk`): ISO 639-1; nothing where none does.
    static func language(of treebank: String) -> String {
        treebank.split(separator: "-").first { $0.count == 2 }.map(String.init) ?? ""
    }

    /// Whether the file is one of this repository.
    var isOwn: Bool { file.hasPrefix(Self.ownFolder) }

    static let ownFolder = "Evaluation/treebank/"
}

extension TreebankSource {
    /// Four fifths of our own news sentences, which count three times: they are few, and in the register that matters.
    init(own language: String) {
        self.init(
            treebank: "casus-" + language,
            file: Self.ownFolder + language + ".conllu",
            part: { $0 % 5 != 4 },
            isDivided: true,
            weight: 3
        )
    }

    /// The fifth of our own sentences that is never learnt.
    init(keptOf language: String) {
        self.init(
            treebank: "casus-" + language,
            file: Self.ownFolder + language + ".conllu",
            part: { $0 % 5 == 4 }
        )
    }
}

/// Word forms drawn from a spelling dictionary, each a sentence of its own: they teach parts of speech and lemmas.
struct Drill: Sendable {
    /// The name under which its habits are learnt.
    let treebank: String
    /// The dictionary's name in Debian's /usr/share/hunspell.
    let dictionary: String
    /// The endings of dictionary forms that tell verbs and adjectives.
    let verbs: [String]
    let adjectives: [String]
    /// The endings of participles that the language's treebanks count among the forms of their verbs.
    var participles: [String] = []
    /// How many forms are drawn for each epoch.
    let count: Int
}
