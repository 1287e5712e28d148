import Diplomacy
import Foundation
import Language
import Testing
import Text

@testable import Coding

/// A language of a few words, written out as the lexicons are, so that a test says all it rests on.
///
/// Alph, Beth and Gim are states (ALF, BET, GIM); `zap` is to assault, `hug` to support, `gift` the
/// noun of aid, `give` carries it and `get` takes it.
struct TinyLanguage {
    var files: [String: String] = [
        "endings.tsv": "v\t-\tpres inf\nv\ts\tpres\nv\ted\tpast pass\nn\t-\tnom\nn\ts\tnom\n",
        "actors.tsv": """
            ALF	name	Alph
            ALF	adjective	Alphian
            ALF	capital	Alphopolis
            BET	name	Beth
            GIM	name	Gim
            IGO:LEAGUE	name	Long League
            BET	place	Long Island

            """,
        "acts.tsv": """
            zap|v	verb	assault	done	-	subject	object	zap
            hug|v	verb	support	done	-	subject	object	hug
            gift|n	noun	aid	done	arms	poss	to	gift
            left … behind	phrase	support	not_done	-	subject	object	leave

            """,
        "governors.tsv": """
            giv|v	light	give
            gain|v	light-converse	gain
            fail|v to	negate	fail
            shun|v to	refuse	shun

            """,
        "speech.tsv": "tell|v	verb	claim	tell\nsaid	verb	claim	say\n",
        "voices.tsv": "expert|n	expert\n",
        "function-words.tsv": """
            negation	not
            negation-determiner	no
            future-auxiliary	will
            passive-auxiliary	was
            agent	by
            preposition	by
            preposition	to
            coordinator	and
            conditional	if
            conditional-particle	would
            determiner	the
            title	chief

            """,
        "dates.tsv": "yore	year-relative	-1\nMoonday	weekday	1\nBig War	event	1950/1953\n",
        "traits.tsv": "possessive-s\n",
    ]
    var leaders = """
        ALF	head of state	2010-01-01	2015-05	Ann [Ork]	Ann Ork	Ann Ork	Ann Ork
        BET	head of state	2012	..	Bo [Ult]	Bo Ult	Bo Ult	Bo Ult

        """

    func book() throws -> LeaderBook {
        try inFolder { folder in
            try Data(leaders.utf8).write(to: folder.appending(path: "leaders-tiny.tsv"))
            return try LeaderBook(folder)
        }
    }

    func lexicon() throws -> Lexicon {
        let book = try book()
        return try inFolder { folder in
            for (name, text) in files {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            return try Lexicon(language: "en", folder: folder, leaders: book)
        }
    }

    /// The drafts of the sentence, as `ALF>BET support done fact`.
    func drafts(_ text: String, on day: String = "2014-06-10") throws -> [String] {
        try passages(text, on: day).flatMap(\.drafts).map {
            "\($0.source.rawValue)>\($0.target?.rawValue ?? "?") \($0.act.rawValue) "
                + "\($0.polarity.rawValue) \($0.modality.rawValue)"
        }
    }

    func passages(_ text: String, on day: String) throws -> [LanguageReader.Passage] {
        let reader = LanguageReader(lexicon: try lexicon(), leaders: try book())
        let article = Article(
            id: "a",
            document: "a",
            outlet: nil,
            address: nil,
            byline: nil,
            title: nil,
            language: "en",
            publication: .unknown,
            text: text,
            blocks: [Block(range: 0..<text.utf8.count, role: .paragraph)],
            sourceMap: .identity
        )
        let published = Publication(interval: DayInterval(edtf: day), reasons: [])
        let lines = reader.lines(of: article, SentenceSplitter(abbreviations: []))
        return reader.passages(lines, publication: published)
    }

    func endings() throws -> Endings {
        try inFolder { folder in
            let url = folder.appending(path: "endings.tsv")
            try Data((files["endings.tsv"] ?? "").utf8).write(to: url)
            return try Endings(url)
        }
    }

    private func inFolder<Value>(_ body: (URL) throws -> Value) throws -> Value {
        let folder = FileManager.default.temporaryDirectory.appending(path: "casus-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }
}
