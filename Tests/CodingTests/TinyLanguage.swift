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
        ALF\tname\tAlph
        ALF\tadjective\tAlphian
        ALF\tcapital\tAlphopolis
        BET\tname\tBeth
        GIM\tname\tGim
        IGO:LEAGUE\tname\tLong League
        BET\tplace\tLong Island

        """,
        "acts.tsv": """
        zap|v\tverb\tassault\tdone\t-\tsubject\tobject\tzap
        hug|v\tverb\tsupport\tdone\t-\tsubject\tobject\thug
        gift|n\tnoun\taid\tdone\tarms\tposs\tto\tgift
        left … behind\tphrase\tsupport\tnot_done\t-\tsubject\tobject\tleave

        """,
        "echoes.tsv": "did so\tdone\tany\tdo\ndid not\tnot_done\tlast\tleft out\n",
        "epithets.tsv": "",
        "ties.tsv": "pal|n\tnoun\tally\tnamed\tposs\t-\t-\tpal\n",
        "channels.tsv": "fumes\tenergy\n",
        "roles.tsv": "boss\tleader\n",
        "reasons.tsv": "too small\tno-capacity\n",
        "governors.tsv": """
        giv|v\tlight\tgive
        gain|v\tlight-converse\tgain
        fail|v to\tnegate\tfail
        shun|v to\trefuse\tshun

        """,
        "speech.tsv": "tell|v\tverb\tclaim\ttell\nsaid\tverb\tclaim\tsay\n",
        "voices.tsv": "expert|n\texpert\n",
        "function-words.tsv": """
        negation\tnot
        negation-determiner\tno
        future-auxiliary\twill
        passive-auxiliary\twas
        agent\tby
        preposition\tby
        preposition\tto
        coordinator\tand
        conditional\tif
        conditional-particle\twould
        determiner\tthe
        title\tchief

        """,
        "dates.tsv": "yore\tyear-relative\t-1\nMoonday\tweekday\t1\nBig War\tevent\t1950/1953\n",
        "names.tsv": "form\twritten\t-\n",
        "traits.tsv": "possessive-s\n",
    ]
    var leaders = """
        ALF\thead of state\t2010-01-01\t2015-05\tAnn [Ork]\tAnn Ork\tAnn Ork\tAnn Ork
        BET\thead of state\t2012\t..\tBo [Ult]\tBo Ult\tBo Ult\tBo Ult

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
        try passages(text, on: day).flatMap(\.coder.drafts).map {
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
        let lines = try reader.lines(of: article, SentenceSplitter(abbreviations: []))
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
