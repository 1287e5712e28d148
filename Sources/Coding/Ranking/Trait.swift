/// Small things that the columns of the ranker and of the judges are made of.
enum Trait {
    static func bit(_ value: Bool) -> Int32 { value ? 1 : 0 }

    static func order<Value: CaseIterable>(_ value: Value) -> Int32 {
        Int32(caseNumber(of: value))
    }

    /// `Past` of `Mood=Ind|Tense=Past` as a category; the empty word where there is none.
    static func feature(_ name: String, of features: String) -> Int32 {
        let found = features.split(separator: "|").first { $0.hasPrefix(name + "=") }
        return CategoryHash.of(found.map { String($0.dropFirst(name.count + 1)) } ?? "")
    }

    /// A way through the tree as one category; long ones are all the same.
    static func way(_ path: SentenceTree.Path?, longest: Int = 6) -> Int32 {
        guard let path else { return -2 }
        guard path.length <= longest else { return -3 }
        var hash = CategoryHash()
        for relation in path.up { hash.add(relation + "^") }
        for relation in path.down { hash.add(relation + "_") }
        return hash.result
    }

    /// The two relations where a way turns.
    static func turn(_ path: SentenceTree.Path?) -> Int32 {
        guard let path else { return -2 }
        var hash = CategoryHash()
        hash.add((path.up.last ?? "") + "^")
        hash.add(path.down.first ?? "")
        return hash.result
    }
}
