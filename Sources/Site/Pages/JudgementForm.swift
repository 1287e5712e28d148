import Diplomacy
import Ledger

/// The forms by which a person decides on one statement: accept, reject or note, correct, split in two.
///
/// Each is a form of its own whose first button is what Enter in one of its fields does: in the reason it rejects,
/// in a correction it corrects. Accepting has no field, so only its button and its key accept.
struct JudgementForm {
    let statement: Statement
    /// The token and what the address keeps.
    let hidden: HTML
    /// The next statement, without a word on this one.
    let later: Address
    /// What was refused a moment ago, with what was typed.
    let refused: RefusedForm?
    let names: Tongue
    let parties: PartyBook

    private var phrases: Phrases { names.phrases }

    var html: HTML {
        """
        <div class="judgement">\(refused.map { $0.html(phrases) })
        \(form("""
            <p><button name="action" value="accept" data-key="a">\(phrases["review.accept"])</button> \
            \(HTML.link(later, phrases["review.skip"]))</p>
            """))
        \(form("""
            \(reason("words", phrases["review.words"], key: "r", isOf: ["reject", "note"], isNeeded: true))
            <p><button name="action" value="reject">\(phrases["review.reject"])</button> \
            <button name="action" value="note">\(phrases["review.note"])</button></p>
            """))
        <details class="more"\(opened("correct"))><summary data-key="o">\(phrases["review.correct"])</summary>
        \(form("""
            <div class="controls">\(fields(.empty, of: "correct"))
            \(reason("words-correct", phrases["review.words.correct"], isOf: ["correct"]))
            <button name="action" value="correct">\(phrases["review.correct.save"])</button></div>
            """))</details>
        <details class="more"\(opened("split"))><summary data-key="s">\(phrases["review.split"])</summary>
        <p class="hint">\(phrases["review.split.hint"])</p>
        \(form("""
            <fieldset><legend>\(phrases["review.split.first"])</legend><div class="controls">\(fields("-1", of: "split"))</div></fieldset>
            <fieldset><legend>\(phrases["review.split.second"])</legend><div class="controls">\(fields("-2", of: "split"))</div></fieldset>
            <p><button name="action" value="split">\(phrases["review.split.save"])</button></p>
            """))</details>
        \(partyList)</div>
        """
    }

    private func form(_ content: HTML) -> HTML {
        """
        <form method="post" action="/review">\(hidden)
        <input type="hidden" name="id" value="\(statement.id)">
        \(content)</form>
        """
    }

    /// A part of the desk that was being filled in stays open.
    private func opened(_ action: String) -> HTML { refused?.action == action ? " open" : .empty }

    /// What was typed into a field of one of these actions.
    private func typed(_ name: String, of actions: Set<String>) -> String? {
        refused.flatMap { actions.contains($0.action) ? $0.fields[name] ?? "" : nil }
    }

    private func reason(
        _ id: HTML,
        _ label: HTML,
        key: HTML? = nil,
        isOf actions: Set<String>,
        isNeeded: Bool = false
    ) -> HTML {
        let shortcut: HTML = key.map { key -> HTML in " data-key=\"\(key)\"" } ?? .empty
        return """
            <div class="field"><label for="\(id)">\(label)</label>
            <input id="\(id)" name="words" type="text" maxlength="\(Question.longestValue)" \
            value="\(typed("words", of: actions) ?? "")"\(isNeeded ? " required" : .empty)\
            \(shortcut)></div>
            """
    }

    /// What a reviewer judges of a statement; `part` ends the name of each field.
    private func fields(_ part: HTML, of action: String) -> HTML {
        """
        \(text("source", part, action, phrases["statement.who"], name(statement.source), isParty: true))
        \(text("target", part, action, phrases["statement.whom"], statement.target.map(name) ?? "", isParty: true))
        \(choice("act", part, action, phrases["statement.act"], Act.self, statement.act))
        \(choice("kind", part, action, phrases["statement.kind"], SupportKind.self, statement.kind, orNone: true))
        \(choice("polarity", part, action, phrases["statement.done"], Polarity.self, statement.polarity))
        \(choice("modality", part, action, phrases["statement.told"], Modality.self, statement.modality))
        \(text("date", part, action, phrases["review.date"], statement.date?.edtf ?? ""))
        \(speaker(part, action))\(marks(part, action))
        """
    }

    /// How the words are meant.
    private func marks(_ part: HTML, _ action: String) -> HTML {
        let meant = Mark.judged.filter { !Mark.reasons.contains($0) }
        return """
            <input type="hidden" name="marked\(part)" value="1">
            \(boxes(meant, phrases["review.marks"], part, action))\
            \(boxes(Mark.reasons, phrases["review.marks.reasons"], part, action))
            """
    }

    private func boxes(_ marks: [Mark], _ title: HTML, _ part: HTML, _ action: String) -> HTML {
        let boxes = marks.map { mark -> HTML in
            let field = "mark-\(mark.rawValue)\(part)" as HTML
            let isChosen =
                typed(field.markup, of: [action]).map { !$0.isEmpty }
                ?? statement.marks.contains(mark)
            return """
                <label><input type="checkbox" name="\(field)" value="1"\(isChosen ? " checked" : .empty)> \
                <span>\(phrases["mark.\(mark.rawValue)"])</span></label>

                """
        }
        return """
            <fieldset class="marks"><legend>\(title)</legend>
            \(boxes)</fieldset>

            """
    }

    /// Who says so; a chain that is longer than a field takes stays as it is.
    private func speaker(_ part: HTML, _ action: String) -> HTML {
        let voices = VoiceChain.text(statement.speakers, name: name)
        guard voices.unicodeScalars.count <= Question.longestValue else { return .empty }
        return """
            <input type="hidden" name="heard\(part)" value="1">
            \(text("speaker", part, action, phrases["review.speaker"], voices, longest: Question.longestValue, example: phrases["review.speaker.form"]))
            """
    }

    /// The party's name, where it means the party again; else its code.
    private func name(_ code: ActorCode) -> String {
        let name = names.heading(code)
        return parties.code(name) == code ? name : code.rawValue
    }

    private var partyList: HTML {
        let options = parties.all.map { code -> HTML in
            "<option value=\"\(name(code))\">\(code.rawValue)</option>\n"
        }
        return "<datalist id=\"parties\">\(options)</datalist>"
    }

    private func text(
        _ name: HTML,
        _ part: HTML,
        _ action: String,
        _ label: HTML,
        _ value: String,
        isParty: Bool = false,
        longest: Int = 64,
        example: HTML? = nil
    ) -> HTML {
        let field = "\(name)\(part)" as HTML
        return """
            <div class="field"><label for="\(field)">\(label)</label>
            <input id="\(field)" name="\(field)" type="text" value="\(typed(field.markup, of: [action]) ?? value)" \
            maxlength="\(longest)"\(example.map { " placeholder=\"\($0)\"" as HTML } ?? .empty)\(isParty ? " list=\"parties\" autocomplete=\"off\"" : .empty)></div>

            """
    }

    private func choice<Code: RawRepresentable<String> & CaseIterable>(
        _ name: HTML,
        _ part: HTML,
        _ action: String,
        _ label: HTML,
        _: Code.Type,
        _ coded: Code?,
        orNone: Bool = false
    ) -> HTML {
        let chosen = typed("\(name.markup)\(part.markup)", of: [action]) ?? coded?.rawValue
        let options = Code.allCases.map { code -> HTML in
            let isChosen: HTML = code.rawValue == chosen ? " selected" : .empty
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

/// A decision that was refused: why, and what the form held, so that nothing has to be typed again.
struct RefusedForm {
    let problem: SiteProblem
    let fields: Query

    /// The button that was pressed.
    var action: String { fields["action"] ?? "" }

    /// Whether it was a word on all that are marked.
    var isOnMany: Bool { action.hasSuffix("-all") }

    func html(_ phrases: Phrases) -> HTML {
        """
        <p class="refused" role="alert"><strong>\(phrases["review.refused"])</strong> \
        \(phrases.said(problem.sentence)) \(phrases.said(problem.cure))</p>
        """
    }
}
