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
        aria-label="Statement \(number), back to its words">\(number)</a> \
        \(StatementSentence(statement: statement, names: names).html)</p>
        \(StatementBadges(statement: statement).html)
        <p class="said">\(SpeakerChain(speakers: statement.speakers, names: names).html) · \(date) \
        <span class="steps">\(HTML.link(question.statement(statement.id), "Why?"))\(steps)</span></p>
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
        return step(previous, "‹", "Previous statement in this article")
            + step(next, "›", "Next statement in this article")
    }
}

/// Act, polarity, kind, modality and marks as words in small boxes; shape and word say what the
/// colour says.
struct StatementBadges {
    let statement: Statement

    var html: HTML {
        let isDone = statement.polarity == .done
        let act: HTML = """
            <li class="badge \(isDone ? statement.act.side.rawValue : "missing")" \
            title="\(statement.act.side.rawValue), \(statement.act.isDeed ? "in deed" : "in words")">\
            <span aria-hidden="true">\(isDone ? statement.act.side.sign : MissingSign.html)</span> \(statement.act.rawValue)\
            \(isDone ? "" : ", not done")</li>
            """
        let kind: HTML? = statement.kind.map { "<li class=\"badge\">\($0.words)</li>" }
        let marks = statement.marks.map { mark -> HTML in
            "<li class=\"badge faint\">\(mark.words)</li>"
        }
        return """
            <ul class="badges">\(act)\(kind)\
            <li class="badge modality \(statement.modality.rawValue)" \
            title="\(statement.modality.meaning)">\(statement.modality.rawValue)</li>\(marks)\
            <li class="badge faint" title="How sure the coder is of this reading">\
            \(Self.percent(statement.confidence)) sure</li></ul>
            """
    }

    static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
