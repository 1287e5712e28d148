import Diplomacy

extension AcceptanceCheck {
    /// Group I: what writing, copying and translating did to the text.
    static let artefacts: [AcceptanceCheck] = [
        AcceptanceCheck(
            "I01",
            "a prison in the wrong country is flagged against the rest of the text",
            .needs(.disagreements, "Maduro in a Venezuelan prison, and seized by USA")
        ),
        AcceptanceCheck(
            "I02",
            "a sentence that translation left meaningless is trusted little",
            .needs(.translations, "low confidence in 'не катастрофа … але й не біда'")
        ),
        AcceptanceCheck(
            "I03",
            "a quotation without its opening mark is still its speaker's",
            .statement(
                .anything.by("Fesenko"),
                in: .sentenceWith("The United States then struck")
            ),
            .statement(
                .anything.by("Fesenko"),
                in: .sentenceWith("But there was virtually no support")
            )
        ),
        AcceptanceCheck(
            "I04",
            "a word that was translated back two ways is no verbatim quote",
            .needs(.translations, "'crazy' and 'mad' as one word of the original")
        ),
        AcceptanceCheck(
            "I05",
            "a detail does not carry the claim it is given for",
            .needs(.disagreements, "talks about convoys are no agreement to an operation")
        ),
    ]
}
