import Diplomacy
import Language

/// Makes the people of an article from those of its sentences, each surname with each role and party once.
struct PersonMaker {
    private let article: Article
    private let qualifier: Qualifier
    private(set) var people: [Person] = []
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let surname: Substring?
        let role: Person.Role
        let party: ActorCode
    }

    init(article: Article, qualifier: Qualifier) {
        self.article = article
        self.qualifier = qualifier
    }

    mutating func add(_ passage: LanguageReader.Passage, line: Int) {
        for found in passage.people {
            let key = Key(
                surname: found.name.split(separator: " ").last,
                role: found.role,
                party: found.party
            )
            guard seen.insert(key).inserted else { continue }
            // Of several dates in a sentence, none is known to be the role's.
            let dates = qualifier.dated[line]
            people.append(
                Person(
                    name: found.name,
                    role: found.role,
                    title: passage.read.original(found.title),
                    party: found.party,
                    isFormer: found.isFormer,
                    date: dates.count == 1 ? dates[0].interval : nil,
                    evidence: Evidence(range: passage.read.bytes(found.tokens), in: article)
                )
            )
        }
    }
}
