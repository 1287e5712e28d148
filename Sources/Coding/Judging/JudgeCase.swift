package import Diplomacy
package import Reading

/// A reading that people coded, with all that may be said of its voice, its date and its modality: what
/// the judges are taught with.
package struct JudgeCase: Sendable {
    package struct Option: Sendable {
        /// A voice's name or a date in EDTF; nil for no date.
        package let name: String?
        /// Whether a date is that of the publication's day itself.
        package let isDay: Bool
        package let values: [Float]
    }

    package let source: ActorCode
    package let target: ActorCode?
    package let act: Act
    package let polarity: Polarity
    /// The bytes of the act's word in the article's text.
    package let word: ByteRange
    package let voices: [Option]
    package let dates: [Option]
    package let modality: [Float]
}

extension NewsCoder {
    /// The readings of a document that `isWanted` says yes to, in the order of its text.
    ///
    /// Throws as `code(_:)` does.
    package func judgeCases(
        in document: SourceDocument,
        where isWanted: (Article, ActorCode, ActorCode?, Act, Polarity, ByteRange) -> Bool
    ) throws -> [JudgeCase] {
        let (article, reader, passages) = try read(document)
        let qualifier = qualifier(article, passages)
        return reader.finders(passages, nil).enumerated().flatMap { line, finder in
            finder.candidates { Float($1) }.compactMap { candidate -> JudgeCase? in
                let word = finder.read.bytes(finder.read.cues[candidate.cue].match.tokens)
                guard let source = candidate.source.actor,
                    isWanted(
                        article,
                        source,
                        candidate.target.actor,
                        candidate.act,
                        candidate.polarity,
                        word
                    )
                else { return nil }
                let choice = Ranker.Choice(candidate: candidate, probability: 1, isKept: true)
                return qualifier.judgeCase(finder.passage.coder.draft(of: choice), line, word)
            }
        }
    }
}

extension Qualifier {
    fileprivate func judgeCase(_ draft: Draft, _ line: Int, _ word: ByteRange) -> JudgeCase {
        let setting = setting(draft, line)
        let values = setting.values()
        let ruled = speakers.chain(line: line, anchor: draft.anchor, cue: draft.cue)
        let ruledModality = modality(draft, ruled)
        return JudgeCase(
            source: draft.source,
            target: draft.target,
            act: draft.act,
            polarity: draft.polarity,
            word: word,
            voices: voiceValues(setting, values, ruled).map { option, values in
                JudgeCase.Option(
                    name: option.attribution.voice.name,
                    isDay: false,
                    values: values.map { Float($0) }
                )
            },
            dates: dateValues(setting, values, ruled, ruledModality).map { option, values in
                JudgeCase.Option(
                    name: option.interval?.edtf,
                    isDay: option.origin == .day,
                    values: values.map { Float($0) }
                )
            },
            modality: modalityValues(setting, values, ruled, ruledModality).map { Float($0) }
        )
    }
}
