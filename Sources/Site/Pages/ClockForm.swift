import Diplomacy
import Ledger

/// A day as a person writes it into a form: in the form that addresses have, whatever the browser's country.
enum DayField {
    /// The attributes that make a field one of a day.
    static func kind(_ phrases: Phrases) -> HTML {
        """
        type="text" placeholder="\(phrases["date.form"])" pattern="[0-9]{4}-[0-9]{2}-[0-9]{2}" size="11" \
        autocomplete="off"
        """
    }
}

/// The two clocks as fields of a form.
struct ClockForm {
    let names: Tongue

    func fields(_ clocks: Clocks) -> HTML {
        """
        <div class="field"><label for="on">\(names.phrases["clock.on"])</label>
        <input id="on" name="on" \(DayField.kind(names.phrases)) value="\(clocks.on?.description ?? "")"></div>
        <div class="field"><label for="known-by">\(names.phrases["clock.known"])</label>
        <input id="known-by" name="known-by" \(DayField.kind(names.phrases)) value="\(clocks.knownBy?.description ?? "")"></div>

        """
    }

    /// The two clocks as sliders over the days from `first` to `last`; the right end is "now".
    ///
    /// A browser sends their places as numbers of days; the answer leads to the address with the days
    /// written out (`ClockSliders.days`).
    func sliders(_ clocks: Clocks, from first: Day, to last: Day) -> HTML {
        guard first < last else { return .empty }
        func slider(_ name: HTML, _ label: HTML, _ day: Day?) -> HTML {
            let day = day ?? last
            return """
                <div class="slider"><label for="\(name)">\(label)</label>
                <input id="\(name)" name="\(name)" type="range" min="\(first.number)" max="\(last.number)" \
                value="\(min(max(day.number, first.number), last.number))" step="1">
                <output for="\(name)" data-day="">\(names.words(for: day))</output></div>

                """
        }
        return """
            <form class="sliders" method="get" aria-label="\(names.phrases["sliders.label"])">
            \(slider("on-day", names.phrases["clock.on"], clocks.on))\
            \(slider("known-by-day", names.phrases["clock.known"], clocks.knownBy))\
            <p class="ends"><span>\(names.time(first))</span><span>\(names.time(last))</span></p>
            \(names.language)<button>\(names.phrases["sliders.move"])</button></form>

            """
    }
}

extension Tongue {
    /// The language as a hidden field, where it is not the usual one.
    fileprivate var language: HTML {
        phrases.language == PhraseBook.standardLanguage
            ? .empty : "<input type=\"hidden\" name=\"lang\" value=\"\(phrases.language)\">"
    }
}

/// Reads what the sliders of a page sent.
enum ClockSliders {
    /// The last day that four digits can write.
    private static let lastDay = 2_932_896

    /// The same question with the days written out; nil where no slider was moved.
    ///
    /// A slider at `last`, its right end, leaves its clock unset.
    static func address(_ query: Query, last: @autoclosure () throws -> Day) throws -> Address? {
        guard query["on-day"] != nil || query["known-by-day"] != nil else { return nil }
        let last = try last()
        func day(_ name: String) throws -> String? {
            guard query[name] != nil else { return nil }
            let number = try query.number(name, in: -719_528...lastDay, default: last.number)
            return number >= last.number ? nil : Day(number: number).description
        }
        let kept = query.pairs.filter {
            !["on-day", "known-by-day", "on", "known-by"].contains($0.name)
        }
        let days: [(name: String, value: String?)] = [
            ("on", try day("on-day")), ("known-by", try day("known-by-day")),
        ]
        return Address(here: days + kept.map { ($0.name, $0.value) })
    }
}
