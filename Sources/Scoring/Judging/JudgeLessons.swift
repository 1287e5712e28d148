package import Coding
import Diplomacy
package import Training

/// Turns coded passages into the lessons of each judge.
package struct JudgeLessons {
    /// Coders may leave an optional statement out, so its fields were weighed less too.
    private static let optional: Float = 0.5

    package private(set) var lessons: [Judges.Question: [RankerLesson]] = [:]

    /// The lessons of `passages`; those that cannot be read are passed over.
    package init(_ passages: [Corpus.Passage], _ coder: NewsCoder) {
        for (place, passage) in passages.enumerated() {
            var rows: [GoldRow] = []
            let cases = try? coder.judgeCases(in: passage.document) {
                article,
                source,
                target,
                act,
                polarity,
                word in
                let key = StatementKey(source, target, act, polarity)
                let row = passage.gold.first { row in
                    row.accepted.contains(key)
                        && article.text.utf8Range(of: row.quote)?.overlaps(word) ?? false
                }
                if let row { rows.append(row) }
                return row != nil
            }
            for (row, judged) in zip(rows, cases ?? []) {
                add(judged, row, passage: place)
            }
        }
    }

    private mutating func add(
        _ judged: JudgeCase,
        _ row: GoldRow,
        passage: Int
    ) {
        let weight = row.isOptional ? Self.optional : 1
        func add(_ question: Judges.Question, _ values: [Float], _ isRight: Bool) {
            let cue = lessons[question]?.count ?? 0
            lessons[question, default: []].append(
                RankerLesson(
                    values: values,
                    isRight: isRight,
                    weight: weight,
                    passage: passage,
                    cue: cue
                )
            )
        }
        let voices = row.speaker.isEmpty ? ["author"] : row.speaker
        for option in judged.voices {
            let isRight =
                voices != ["author"] && FieldAgreement.speakers(option.name.map { [$0] }, voices)
            add(.voice, option.values, isRight)
        }
        for option in judged.dates {
            let isRight =
                option.isDay
                ? option.name == row.date : FieldAgreement.dates(option.name, row.date)
            add(.date, option.values, isRight)
        }
        for (place, modality) in Modality.allCases.enumerated() {
            add(.modality(place), judged.modality, row.modality == modality.rawValue)
        }
    }
}
