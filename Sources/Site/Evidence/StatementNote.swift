import Assessment
import Diplomacy

/// A statement on a page: the sentence, who says it, when, how certain, and where it leads.
struct StatementNote {
    let statement: Statement
    /// As it stands after the words in the text, from 1.
    let number: Int
    let names: Tongue
    let question: Question
    /// The ids of the statements before and after it on this page.
    let previous: String?
    let next: String?

    var html: HTML {
        """
        <li class="note \(statement.polarity == .notDone ? "missing" : statement.act.side.rawValue)" \
        id="s-\(statement.id)">
        <p class="sentence"><a class="number" href="#r-\(statement.id)" \
        aria-label="\(names.phrases.text("evidence.back", "\(number)"))">\(number)</a> \
        \(StatementSentence(statement: statement, names: names).html)</p>
        \(StatementBadges(statement: statement, phrases: names.phrases).html)
        <p class="said">\(SpeakerChain(speakers: statement.speakers, names: names).html) · \(date) \
        <span class="steps">\(HTML.link(question.statement(statement.id), names.phrases["why"].capitalised))\(steps)</span></p>
        </li>

        """
    }

    private var date: HTML {
        statement.date.map { names.time($0) } ?? names.phrases["date.undated"]
    }

    private var steps: HTML {
        func step(_ id: String?, _ words: HTML, _ label: HTML) -> HTML {
            guard let id else { return .empty }
            return " <a class=\"step\" href=\"#s-\(id)\" aria-label=\"\(label)\">\(words)</a>"
        }
        return step(previous, "‹", names.phrases["evidence.previous"])
            + step(next, "›", names.phrases["evidence.next"])
    }
}

/// Act, polarity, kind, modality and marks as words in small boxes; shape and word say what the
/// colour says.
struct StatementBadges {
    let statement: Statement
    let phrases: Phrases

    var html: HTML {
        let isDone = statement.polarity == .done
        let act: HTML = """
            <li class="badge \(isDone ? statement.act.side.rawValue : "missing")" \
            title="\(statement.act.side.rawValue), \(statement.act.isDeed ? "in deed" : "in words")">\
            <span aria-hidden="true">\(isDone ? statement.act.side.sign : MissingSign.html)</span> \(phrases["act.\(statement.act.rawValue)"])\
            \(isDone ? .empty : ", \(phrases["polarity.not_done"])")</li>
            """
        let kind: HTML? = statement.kind.map {
            "<li class=\"badge\">\(phrases["kind.\($0.rawValue)"])</li>"
        }
        let marks = statement.marks.map { mark -> HTML in
            "<li class=\"badge faint\">\(phrases["mark.\(mark.rawValue)"])</li>"
        }
        return """
            <ul class="badges">\(act)\(kind)\
            <li class="badge modality \(statement.modality.rawValue)" \
            title="\(phrases["modality.\(statement.modality.rawValue).meaning"])">\(phrases["modality.\(statement.modality.rawValue)"])</li>\(marks)\
            <li class="badge faint" title="\(phrases["evidence.sure.means"])">\
            \(phrases("evidence.sure", "\(Self.percent(statement.confidence))"))</li></ul>
            """
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
