import Diplomacy
import Language

/// What was kept of a sentence, and what was left out.
struct SentenceReading {
    var drafts: [Draft] = []
    var omissions: [DraftOmission] = []
}

extension LanguageReader {
    /// The likely readings of each sentence, by the whole article; without a ranker, what the rules read.
    func readings(
        of passages: [Passage],
        _ ranker: Ranker?,
        _ relations: RelationClassifier?
    ) -> [SentenceReading] {
        guard let ranker else {
            return passages.map {
                SentenceReading(drafts: $0.coder.drafts, omissions: $0.coder.omissions)
            }
        }
        return finders(passages, relations).map { finder in
            let chosen = ranker.choices(finder.candidates(ranker.encoded))
            return finder.passage.reading(chosen)
        }
    }

    func finders(
        _ passages: [Passage],
        _ relations: RelationClassifier?
    ) -> [CandidateFinder] {
        let actors = ArticleActors(passages)
        let language = CategoryHash.of(lexicon.language)
        var frames: [SentenceFrames] = []
        return passages.enumerated().map { sentence, passage in
            frames.append(SentenceFrames(passage.coder, after: frames))
            return CandidateFinder(
                passage: passage,
                sentence: sentence,
                language: language,
                actors: actors,
                relations: SentenceRelations(passage, relations),
                frames: frames[sentence]
            )
        }
    }
}

extension LanguageReader.Passage {
    /// The kept readings as drafts; of a word without one, why.
    fileprivate func reading(_ choices: [Ranker.Choice]) -> SentenceReading {
        var reading = SentenceReading()
        for choice in choices {
            let draft = coder.draft(of: choice)
            if choice.isKept {
                reading.drafts.append(draft)
                reading.drafts += coder.contrasts(to: draft)
                reading.drafts += coder.deniedVersions(of: draft)
            } else if coder.drafts.contains(where: { $0.cue == draft.cue }) {
                let word = coder.arguments.words(draft.cue)
                let percent = Int((choice.probability * 100).rounded())
                reading.omissions.append(
                    DraftOmission(
                        cue: draft.cue,
                        reason: .unsure,
                        detail: "'\(word)' (\(draft.act.rawValue)): no reading is likely enough; "
                            + "the best, \(draft.source.rawValue) to "
                            + "\(draft.target?.rawValue ?? "nobody named"), has \(percent) %"
                    )
                )
            }
        }
        // What the rules found nobody for stays said, unless a reading was found after all.
        reading.omissions += coder.omissions.filter { omission in
            !reading.drafts.contains { $0.cue == omission.cue }
        }
        return reading
    }
}

extension ActCoder {
    func draft(of choice: Ranker.Choice) -> Draft {
        let candidate = choice.candidate
        let cue = read.cues[candidate.cue]
        let scope = ScopeReader(read: read, clauses: clauses).scope(of: cue)
        var draft: Draft
        if candidate.isShelter, let host = candidate.source.actor,
            let guest = candidate.target.actor
        {
            draft = shelter(cue, scope, host: host, guest: guest, confidence: choice.probability)
        } else {
            let target = candidate.target
            let isNobody = target.actor == nil && target.place == nil
            draft = reading(
                cue,
                scope,
                party(candidate.source),
                isNobody ? nil : party(target),
                choice.probability
            )
        }
        let percent = Int((choice.probability * 100).rounded())
        let isRule = drafts.contains {
            $0.cue == draft.cue && $0.source == draft.source && $0.target == draft.target
        }
        draft.trail.append(
            "ranker: \(percent) % likely; the rules \(isRule ? "read it so" : "read it otherwise")"
        )
        return draft
    }

    private func party(_ choice: PartyChoice) -> ArgumentFinder.Party {
        guard let place = choice.place else {
            return .init(
                actor: choice.actor,
                how: "\(choice.actor?.rawValue ?? "-"), \(choice.origin.words)",
                isCarriedOver: true,
                place: nil
            )
        }
        let mention = mentions[place]
        return .init(
            actor: choice.actor,
            how: "'\(arguments.words(mention.tokens))' "
                + (choice.order == 0
                    ? "(\(mention.reason))"
                    : "taken for \(choice.actor?.rawValue ?? "-"), named before"),
            isCarriedOver: mention.kind == .anaphor,
            place: place
        )
    }
}
