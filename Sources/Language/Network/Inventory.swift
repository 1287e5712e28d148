/// Everything a model can say: parts of speech, features, rules of lemmas, relations.
package struct Inventory: Hashable, Sendable {
    /// The values of one feature; the first is empty: the word does not have it.
    package struct Feature: Hashable, Sendable {
        package let name: String
        package let values: [String]

        package init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    package let features: [Feature]
    package let rules: [LemmaRule]
    package let relations: [String]
    /// The treebanks it learnt from, each with habits of its own; the first stands for none in particular.
    package let treebanks: [String]

    package init(features: [Feature], rules: [LemmaRule], relations: [String], treebanks: [String])
    {
        self.features = features
        self.rules = rules
        self.relations = relations
        self.treebanks = treebanks
    }

    /// How many scores a word's tags have: seventeen parts of speech, then each feature's values.
    package var tags: Int {
        features.reduce(UPOS.allCases.count) { $0 + $1.values.count }
    }

    /// Where the scores of each feature begin.
    package var featureStarts: [Int] {
        var starts: [Int] = []
        var start = UPOS.allCases.count
        for feature in features {
            starts.append(start)
            start += feature.values.count
        }
        return starts
    }
}
