package import Foundation
package import Language

/// From which files the segmenter of a language learns where tokens and sentences end.
///
/// The files are those of the `Curriculum`, but each language has a segmenter of its own. A weight
/// says how often a file counts: the small treebanks that divide as the final ones do, most.
package struct SegmenterCurriculum: Sendable {
    package let language: String
    let sources: [TreebankSource]
    /// Never learnt.
    package let tuning: [TreebankSource]

    package static func of(_ language: String) -> SegmenterCurriculum? {
        all.first { $0.language == language }
    }

    /// The segmenter that comes of the files; seconds, and the same for the same seed.
    ///
    /// `root`: the repository, which holds what the languages' tables say of multiword tokens.
    package func segmenter(
        _ files: TreebankFiles,
        root: URL,
        seed: UInt64
    ) throws -> Segmenter {
        let folder = root.appending(path: "Sources/Language/Languages")
        var trainer = try SegmenterTrainer(
            multiwords: MultiwordRules(folder, language: language),
            conventions: WordConventions(folder, language: language)
        )
        for source in sources {
            guard let treebank = try files.treebank(source) else { continue }
            trainer.add(treebank, times: source.weight)
        }
        return trainer.train(seed: seed)
    }

    private static let all = [
        SegmenterCurriculum(
            language: "en",
            sources: [.englishWeb, .englishOpen, .news("en")],
            tuning: [
                TreebankSource(treebank: "en-ewt", file: "en/en_ewt-ud-dev.conllu"),
                TreebankSource(treebank: "en-gum", file: "en/en_gum_open-dev.conllu"),
            ]
        ),
        SegmenterCurriculum(
            language: "de",
            sources: [
                TreebankSource(treebank: "de-v11", file: "de/de_gsd-v11conv-train.conllu"),
                TreebankSource(treebank: "de-pud", file: "de/de_pud-ud-test.conllu"),
                TreebankSource(
                    treebank: "de-gsd",
                    file: "de/de_gsd-ud-dev.conllu",
                    part: learnt,
                    weight: 8
                ),
                .news("de"),
            ],
            tuning: [
                TreebankSource(treebank: "de-gsd", file: "de/de_gsd-ud-dev.conllu", part: kept)
            ]
        ),
        SegmenterCurriculum(
            language: "uk",
            sources: [
                TreebankSource(
                    treebank: "uk-parlamint",
                    file: "uk/uk_parlamint-ud-2.15-train.conllu",
                    weight: 3
                ),
                TreebankSource(
                    treebank: "uk-parlamint",
                    file: "uk/uk_parlamint-ud-dev.conllu",
                    part: learnt,
                    weight: 3
                ),
                TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-dev.conllu", weight: 3),
                TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-test.conllu", weight: 3),
                // Russian social media end their sentences without stops, and cost two points on IU's dev file.
                .russianWiki(weight: 1), .news("uk"), .news("ru"),
            ],
            tuning: [
                TreebankSource(
                    treebank: "uk-parlamint",
                    file: "uk/uk_parlamint-ud-dev.conllu",
                    part: kept
                ),
                TreebankSource(treebank: "uk-iu", file: "uk-nc/uk_iu-ud-dev.conllu"),
            ]
        ),
        SegmenterCurriculum(
            language: "ru",
            sources: [
                .russianSocial,
                TreebankSource(
                    treebank: "ru-taiga",
                    file: "ru/ru_taiga-ud-dev.conllu",
                    part: learnt
                ),
                .russianWiki(weight: 6),
                TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-dev.conllu"),
                TreebankSource(treebank: "be-hse", file: "be/be_hse-ud-test.conllu"),
                .news("ru"),
            ],
            tuning: [
                TreebankSource(treebank: "ru-taiga", file: "ru/ru_taiga-ud-dev.conllu", part: kept),
                TreebankSource(treebank: "ru-gsd", file: "ru/ru_gsd-ud-dev.conllu", part: kept),
            ]
        ),
    ]

    /// Every tenth sentence of a file that is parted is kept to tune on, as in the `Curriculum`.
    private static let kept: @Sendable (Int) -> Bool = { $0 % 10 == 5 }
    fileprivate static let learnt: @Sendable (Int) -> Bool = { $0 % 10 != 5 }
}

extension TreebankSource {
    fileprivate static let englishWeb = TreebankSource(
        treebank: "en-ewt",
        file: "en/en_ewt-ud-train.conllu"
    )

    fileprivate static let englishOpen = TreebankSource(
        treebank: "en-gum",
        file: "en/en_gum_open-train.conllu"
    )

    fileprivate static let russianSocial = TreebankSource(
        treebank: "ru-taiga",
        file: "ru/ru_taiga-ud-2.7-train.conllu",
        without: ["GramEval2020-test", "MorphoRuEval2017-test"]
    )

    fileprivate static func russianWiki(weight: Int) -> TreebankSource {
        TreebankSource(
            treebank: "ru-gsd",
            file: "ru/ru_gsd-ud-dev.conllu",
            part: SegmenterCurriculum.learnt,
            weight: weight
        )
    }

    /// Our own news sentences.
    fileprivate static func news(_ language: String) -> TreebankSource {
        TreebankSource(own: language)
    }
}
