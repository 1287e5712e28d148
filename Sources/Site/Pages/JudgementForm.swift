import Diplomacy

/// The form by which a person decides on one statement: accept, reject, note, correct, split in two.
struct JudgementForm {
    let statement: Statement
    /// The token and what the address keeps.
    let hidden: HTML
    /// The next statement, without a word on this one.
    let later: Address
    let phrases: Phrases

    var html: HTML {
        """
        <form class="judgement" method="post" action="/review">\(hidden)
        <input type="hidden" name="id" value="\(statement.id)">
        <p><button name="action" value="accept" data-key="a">\(phrases["review.accept"])</button> \
        \(HTML.link(later, phrases["review.skip"]))</p>
        <div class="field"><label for="words">\(phrases["review.words"])</label>
        <input id="words" name="words" type="text" maxlength="\(Question.longestValue)" data-key="r"></div>
        <p><button name="action" value="reject">\(phrases["review.reject"])</button> \
        <button name="action" value="note">\(phrases["review.note"])</button></p>
        <details class="more"><summary data-key="o">\(phrases["review.correct"])</summary>
        <div class="controls">\(fields(.empty))
        <button name="action" value="correct">\(phrases["review.correct.save"])</button></div></details>
        <details class="more"><summary data-key="s">\(phrases["review.split"])</summary>
        <p class="hint">\(phrases["review.split.hint"])</p>
        <fieldset><legend>\(phrases["review.split.first"])</legend><div class="controls">\(fields("-1"))</div></fieldset>
        <fieldset><legend>\(phrases["review.split.second"])</legend><div class="controls">\(fields("-2"))</div></fieldset>
        <p><button name="action" value="split">\(phrases["review.split.save"])</button></p></details></form>
        """
    }

    /// What a reviewer judges of a statement; `part` ends the name of each field.
    private func fields(_ part: HTML) -> HTML {
        """
        \(text("source", part, phrases["statement.who"], statement.source.rawValue))
        \(text("target", part, phrases["statement.whom"], statement.target?.rawValue ?? ""))
        \(choice("act", part, phrases["statement.act"], Act.self, statement.act))
        \(choice("kind", part, phrases["statement.kind"], SupportKind.self, statement.kind, orNone: true))
        \(choice("polarity", part, phrases["statement.done"], Polarity.self, statement.polarity))
        \(choice("modality", part, phrases["statement.told"], Modality.self, statement.modality))
        \(text("date", part, phrases["review.date"], statement.date?.edtf ?? ""))
        """
    }

    private func text(_ name: HTML, _ part: HTML, _ label: HTML, _ value: String) -> HTML {
        """
        <div class="field"><label for="\(name)\(part)">\(label)</label>
        <input id="\(name)\(part)" name="\(name)\(part)" type="text" value="\(value)" maxlength="64"></div>

        """
    }

    private func choice<Code: RawRepresentable<String> & CaseIterable>(
        _ name: HTML,
        _ part: HTML,
        _ label: HTML,
        _: Code.Type,
        _ chosen: Code?,
        orNone: Bool = false
    ) -> HTML {
        let options = Code.allCases.map { code -> HTML in
            let isChosen: HTML = code.rawValue == chosen?.rawValue ? " selected" : .empty
            let key =
                code.rawValue == "done" ? "statement.isdone" : "\(name.markup).\(code.rawValue)"
            return "<option value=\"\(code.rawValue)\"\(isChosen)>\(phrases[key])</option>\n"
        }
        return """
            <div class="field"><label for="\(name)\(part)">\(label)</label>\
            <select id="\(name)\(part)" name="\(name)\(part)">\
            \(orNone ? "<option value=\"\">–</option>" : .empty)\(options)</select></div>

            """
    }
}
