/// What each language is learnt from: only files that ../shared/design/benchmarks.md frees for it.
extension Curriculum {
    package static let all = [english, german, eastSlavic]

    /// Every tenth sentence of a file that is parted is kept to tune on.
    private static let kept: @Sendable (Int) -> Bool = { $0 % 10 == 5 }
    private static let learnt: @Sendable (Int) -> Bool = { $0 % 10 != 5 }

    private static let english = Curriculum(
        pupils: [Pupil(language: "en", habit: nil)],
        sources: [
            TreebankSource(treebank: "en-ewt", file: "en/en_ewt-ud-train.conllu"),
            TreebankSource(treebank: "en-gum", file: "en/en_gum_open-train.conllu"),
            TreebankSource(own: "en"),
        ],
        tuning: [
            TreebankSource(treebank: "en-ewt", file: "en/en_ewt-ud-dev.conllu"),
            TreebankSource(treebank: "en-gum", file: "en/en_gum_open-dev.conllu"),
            TreebankSource(keptOf: "en"),
        ],
        unread: [
            UnreadText(language: "en", habit: "en-ewt", sentences: .corpus),
            UnreadText(language: "en", habit: "en-ewt", sentences: .tables),
        ],
        teachers: 1,
        sizes: Sizes(width: 160),
        dropout: 0.25,
        epochs: 16
    )

    private static let german = Curriculum(
        pupils: [Pupil(language: "de", habit: "de-gsd")],
        sources: [
            TreebankSource(
                treebank: "de-v11",
                file: "de/de_gsd-v11conv-train.conllu",
                hasFeatures: false
            ),
            TreebankSource(
                treebank: "de-gsd",
                file: "de/de_gsd-ud-dev.conllu",
                part: learnt,
                weight: 2
            ),
            TreebankSource(treebank: "de-pud", file: "de/de_pud-ud-test.conllu"),
            TreebankSource(own: "de"),
        ],
        tuning: [
            TreebankSource(treebank: "de-gsd", file: "de/de_gsd-ud-dev.conllu", part: kept),
            TreebankSource(keptOf: "de"),
        ],
        dropout: 0.25,
        epochs: 20
    )

    /// Ukrainian, Russian and Belarusian: the open Ukrainian treebanks are small, and its relatives lend it their syntax.
    private static let eastSlavic = Curriculum(
        pupils: [
            Pupil(language: "uk", habit: "casus-uk", apostrophe: "’", dictionary: "uk_UA"),
            Pupil(language: "ru", habit: "ru-gsd", dictionary: "ru_RU"),
        ],
        sources: [
            TreebankSource(
                treebank: "uk-parlamint",
                file: "uk/uk_parlamint-ud-2.15-train.conllu",
                isDivided: true,
                harmony: Harmony.ukrainian
            ),
            TreebankSource(
                treebank: "uk-parlamint",
                file: "uk/uk_parlamint-ud-dev.conllu",
                part: learnt,
                isDivided: true,
                harmony: Harmony.ukrainian
            ),
            TreebankSource(own: "uk"),
            TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-dev.conllu"),
            TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-test.conllu"),
            TreebankSource(
                treebank: "ru-taiga",
                file: "ru/ru_taiga-ud-2.7-train.conllu",
                without: ["GramEval2020-test", "MorphoRuEval2017-test"]
            ),
            TreebankSource(treebank: "ru-taiga", file: "ru/ru_taiga-ud-dev.conllu", part: learnt),
            TreebankSource(
                treebank: "ru-gsd",
                file: "ru/ru_gsd-ud-dev.conllu",
                part: learnt,
                weight: 2
            ),
            TreebankSource(
                treebank: "ru-opencorpora",
                file: "ru/ru_opencorpora-morph.tsv",
                part: { $0 % 8 == 0 },
                hasFeatures: false,
                hasTrees: false
            ),
            TreebankSource(own: "ru"),
        ],
        tuning: [
            TreebankSource(
                treebank: "uk-parlamint",
                file: "uk/uk_parlamint-ud-dev.conllu",
                part: kept
            ),
            TreebankSource(treebank: "uk-iu", file: "uk-nc/uk_iu-ud-dev.conllu"),
            TreebankSource(keptOf: "uk"),
            TreebankSource(treebank: "ru-taiga", file: "ru/ru_taiga-ud-dev.conllu", part: kept),
            TreebankSource(treebank: "ru-gsd", file: "ru/ru_gsd-ud-dev.conllu", part: kept),
            TreebankSource(keptOf: "ru"),
        ],
        drills: [
            Drill(
                treebank: "uk-words",
                dictionary: "uk_UA",
                verbs: ["ти", "тися", "тись"],
                adjectives: ["ий", "ій"],
                count: 12_000
            ),
            Drill(
                treebank: "ru-words",
                dictionary: "ru_RU",
                verbs: ["ть", "ться", "ти", "тись", "чь", "чься"],
                adjectives: ["ый", "ий", "ой", "ийся"],
                participles: ["нный", "тый", "мый", "щий", "щийся", "вший", "вшийся"],
                count: 4_000
            ),
        ],
        unread: [
            UnreadText(language: "uk", habit: "casus-uk", sentences: .web),
            UnreadText(language: "uk", habit: "casus-uk", sentences: .corpus),
            UnreadText(language: "uk", habit: "casus-uk", sentences: .tables),
            UnreadText(language: "ru", habit: "ru-gsd", sentences: .web),
            UnreadText(language: "ru", habit: "ru-gsd", sentences: .corpus),
            UnreadText(language: "ru", habit: "ru-gsd", sentences: .tables),
            UnreadText(
                language: "ru",
                habit: "ru-gsd",
                sentences: .openCorpora { (1...4).contains($0 % 8) }
            ),
        ],
        teachers: 3,
        sizes: Sizes(width: 160),
        epochs: 16
    )
}
