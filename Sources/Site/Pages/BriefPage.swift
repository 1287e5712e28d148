import Ledger

struct BriefPage {
    let question: Question

    init(desk: Desk, asked: Asked) throws {
        question = asked.question
    }

    var page: Page { Page("Brief", in: .brief, question: question, body: "<h1>Brief</h1>") }
}

struct PairPage {
    let question: Question

    init(desk: Desk, asked: Asked) throws {
        question = asked.question
    }

    var page: Page { Page("Pair", in: .brief, question: question, body: "<h1>Pair</h1>") }
}

struct BriefResource: Encodable {
    init(desk: Desk, asked: Asked) throws {}
}
