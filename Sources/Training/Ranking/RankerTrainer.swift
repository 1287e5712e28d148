package import Coding

/// A possible reading and whether it is right.
package struct RankerLesson: Sendable {
    package let values: [Float]
    package let isRight: Bool
    /// Less than 1 where it says less: an optional statement, a second telling of one.
    package let weight: Float
    /// The passage it is of: passages are never divided between folds.
    package let passage: Int
    /// The act's word within its passage: readings of one word are rivals.
    package let cue: Int

    package init(values: [Float], isRight: Bool, weight: Float, passage: Int, cue: Int) {
        self.values = values
        self.isRight = isRight
        self.weight = weight
        self.passage = passage
        self.cue = cue
    }
}

/// Teaches the ranker: first what each category is worth, then the trees.
///
/// A category's worth is the share of right readings among those that have it, drawn towards the share of
/// all (Micci-Barreca 2001). The trees learn on worths that were taken from the other folds, so that a rare
/// lemma does not betray its own label.
package struct RankerTrainer {
    private let lessons: [RankerLesson]
    private let categories: [Bool]
    /// Columns before this one are of the act's word alone: their worth is how often any of its readings
    /// was right.
    private let wordColumns: Int
    private let options: BoostedTreesTrainer.Options

    /// How many readings, or words, of average luck each category begins with.
    private static let prior: Float = 5
    private static let folds = 5
    /// A category met less often is as good as unknown.
    private static let leastWords = 2
    private static let leastReadings = 10

    package init(
        _ lessons: [RankerLesson],
        categories: [Bool],
        wordColumns: Int,
        options: BoostedTreesTrainer.Options = .init()
    ) {
        self.lessons = lessons
        self.categories = categories
        self.wordColumns = wordColumns
        self.options = options
    }

    package func ranker() -> Ranker {
        let (encodings, trees) = taught()
        return Ranker(encodings: encodings, trees: trees)
    }

    /// A judge learns as the ranker does, from one question's lessons.
    package func judge() -> Judge {
        let (encodings, trees) = taught()
        return Judge(encodings: encodings, trees: trees)
    }

    private func taught() -> ([Ranker.Encoding?], BoostedTrees) {
        var rows = lessons.map(\.values)
        for fold in 0..<Self.folds {
            let own = lessons.indices.filter { lessons[$0].passage % Self.folds == fold }
            let others = lessons.filter { $0.passage % Self.folds != fold }
            let encodings = encodings(others)
            for place in own { rows[place] = encode(lessons[place].values, encodings) }
        }
        let trees = BoostedTreesTrainer(
            rows: rows,
            labels: lessons.map { $0.isRight ? 1 : 0 },
            weights: lessons.map(\.weight),
            options: options
        ).trees()
        return (encodings(lessons), trees)
    }

    private func encode(_ values: [Float], _ encodings: [Ranker.Encoding?]) -> [Float] {
        zip(values, encodings).map { value, encoding in
            encoding?.worth(of: Int32(value)) ?? value
        }
    }

    private func encodings(_ lessons: [RankerLesson]) -> [Ranker.Encoding?] {
        let words = words(lessons)
        return categories.indices.map { column in
            guard categories[column] else { return nil }
            return encoding(of: column, column < wordColumns ? words : lessons)
        }
    }

    /// One lesson for each act's word: right where any of its readings is.
    private func words(_ lessons: [RankerLesson]) -> [RankerLesson] {
        var words: [RankerLesson] = []
        for lesson in lessons {
            guard let last = words.last, last.passage == lesson.passage, last.cue == lesson.cue
            else {
                words.append(lesson)
                continue
            }
            if lesson.isRight, !last.isRight || lesson.weight > last.weight {
                words[words.count - 1] = lesson
            }
        }
        return words
    }

    private func encoding(of column: Int, _ lessons: [RankerLesson]) -> Ranker.Encoding {
        var counts: [Int32: (right: Float, all: Float, rows: Int)] = [:]
        // Summed in the order of the lessons: that of a dictionary differs from run to run, and with it a sum of fractions.
        var (right, all): (Float, Float) = (0, 0)
        for lesson in lessons {
            var count = counts[Int32(lesson.values[column])] ?? (0, 0, 0)
            let rightWeight = lesson.isRight ? lesson.weight : 0
            count.right += rightWeight
            count.all += lesson.weight
            right += rightWeight
            all += lesson.weight
            count.rows += 1
            counts[Int32(lesson.values[column])] = count
        }
        let usual = right / max(all, 1e-6)
        let least = column < wordColumns ? Self.leastWords : Self.leastReadings
        return Ranker.Encoding(
            values: counts.filter { $0.value.rows >= least }.mapValues {
                ($0.right + Self.prior * usual) / ($0.all + Self.prior)
            },
            usual: usual
        )
    }
}
