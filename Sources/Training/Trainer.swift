import Foundation
package import Language

/// Teaches a network its curriculum: shuffled batches, dropout, Adam, a rate that rises and falls once.
///
/// One core, and the same model again from the same seed.
package struct Trainer {
    let curriculum: Curriculum
    let classroom: Classroom
    let plan: NetworkPlan
    var weights: [Float]
    private var first: [Float]
    private var second: [Float]
    var words: TrainingTable
    var pieces: TrainingTable
    var habits: TrainingTable
    private var back: Backpropagation
    private var scratch: Scratch
    private var randomness: Randomness
    private let vectors = Floats()
    private var steps = 0
    var pace = Pace.whole
    private var mean: MeanWeights?

    /// How often the weights are taken into their mean, in steps: each differs enough from the one before.
    private static let meanStride = 20
    private static let viewDropout: Float = 0.25
    /// How often a word is known by its pieces alone, so that unknown words are no surprise.
    private static let wordDropout: Float = 0.2
    private static let pieceDropout: Float = 0.1
    /// How often a sentence is read without saying which treebank it is of.
    private static let habitDropout: Float = 0.3

    package init(_ curriculum: Curriculum, _ classroom: Classroom, seed: UInt64) {
        self.curriculum = curriculum
        self.classroom = classroom
        let sizes = curriculum.sizes
        plan = NetworkPlan(
            NetworkSizes(
                word: sizes.word,
                piece: sizes.piece,
                width: sizes.width,
                layers: sizes.layers,
                arc: sizes.arc,
                label: sizes.label,
                lemma: sizes.lemma,
                tags: classroom.inventory.tags,
                rules: classroom.inventory.rules.count,
                relations: classroom.inventory.relations.count
            )
        )
        randomness = Randomness(seed: seed)
        weights = Self.beginning(plan, &randomness)
        first = [Float](repeating: 0, count: plan.count)
        second = first
        words = TrainingTable(
            rows: classroom.words.rows,
            columns: sizes.word,
            spread: 0.3,
            &randomness
        )
        pieces = TrainingTable(
            rows: classroom.pieces.rows,
            columns: sizes.piece,
            spread: 0.3,
            &randomness
        )
        habits = TrainingTable(
            rows: classroom.inventory.treebanks.count,
            columns: plan.sizes.input,
            spread: 0.1,
            &randomness
        )
        back = Backpropagation(plan)
        scratch = Scratch(plan.sizes)
    }

    /// All that is learnt, as it stands.
    private var parts: MeanWeights.Parts {
        .init(
            weights: weights,
            words: words.vectors,
            pieces: pieces.vectors,
            habits: habits.vectors
        )
    }

    /// The model of a pupil: the mean of the last steps once they are reached, with its tables rounded as they will be in the file.
    package func model(of pupil: Curriculum.Pupil) -> LanguageModel {
        let habit = classroom.inventory.treebanks.firstIndex(of: pupil.habit ?? "") ?? 0
        let columns = plan.sizes.input
        let learnt = mean?.mean ?? parts
        return LanguageModel(
            language: pupil.language,
            inventory: classroom.inventory,
            plan: plan,
            weights: learnt.weights,
            words: VectorTable(
                index: classroom.words,
                columns: words.columns,
                vectors: learnt.words
            ),
            pieces: VectorTable(
                index: classroom.pieces,
                columns: pieces.columns,
                vectors: learnt.pieces
            ),
            habit: Array(learnt.habits[(habit * columns)..<((habit + 1) * columns)]),
            apostrophe: pupil.apostrophe,
            knownLemmas: classroom.knownLemmas(of: pupil),
            segmenter: []
        )
    }

    /// Runs every epoch; `report` hears of each: the mean losses of tags, lemmas, arcs and labels, and the trainer as it stands.
    ///
    /// `readings` are learnt beside the treebanks, each once an epoch. Where a `language` is named, nothing is learnt that is of
    /// another one.
    package mutating func run(
        epochs: Int,
        readings: Readings = .none,
        only language: String? = nil,
        report: (_ epoch: Int, _ losses: [Float], _ trainer: Trainer) -> Void
    ) {
        var lessons = readings.lessons
        for group in classroom.learnt {
            let own = classroom.lessons(group)
            for _ in 0..<group.source.weight { lessons += own }
        }
        let treebanks = classroom.inventory.treebanks
        let isMeant = treebanks.map {
            language == nil || TreebankSource.language(of: $0) == language
        }
        lessons = lessons.filter { isMeant[$0.treebank] }
        let drills = classroom.drillLessons(&randomness).filter { isMeant[$0.treebank] }
        let words = (lessons + drills).reduce(0) { $0 + $1.words.count }
        let total = epochs * words / curriculum.batchWords
        for epoch in 1...epochs {
            var losses = Backpropagation.Losses()
            let drills = classroom.drillLessons(&randomness).filter { isMeant[$0.treebank] }
            for batch in batches(lessons + drills) {
                let share = Float(steps) / Float(max(total, 1))
                let loss = learn(batch, rate: pace.rate(at: share))
                if share >= pace.meanFrom, steps % Self.meanStride == 0 {
                    mean = (mean ?? MeanWeights()).with(parts)
                }
                losses.tags += loss.tags
                losses.rules += loss.rules
                losses.arcs += loss.arcs
                losses.labels += loss.labels
            }
            let all = Float(words)
            report(
                epoch,
                [losses.tags / all, losses.rules / all, losses.arcs / all, losses.labels / all],
                self
            )
        }
    }

    private static func beginning(_ plan: NetworkPlan, _ randomness: inout Randomness) -> [Float] {
        let matrices = [
            plan.mix, plan.tags, plan.lemmaTop, plan.lemmaWord, plan.rules, plan.views, plan.arc,
        ]
        return randomness.weights(
            plan.count,
            matrices: matrices + plan.layers.map(\.gates),
            small: [plan.label, plan.root] + plan.layers.map(\.peephole)
        )
    }

    /// Sentences of about one length together, in random order.
    private mutating func batches(_ lessons: [Lesson]) -> [[Lesson]] {
        let keyed = lessons.map { lesson in
            // Lengths are blurred, so that batches differ from epoch to epoch.
            (Float(lesson.words.count) * (0.8 + 0.4 * randomness.fraction()), lesson)
        }
        var batches: [[Lesson]] = []
        var batch: [Lesson] = []
        var words = 0
        for (_, lesson) in keyed.shuffled(using: &randomness).sorted(by: { $0.0 < $1.0 }) {
            if words + lesson.words.count > curriculum.batchWords, !batch.isEmpty {
                batches.append(batch)
                (batch, words) = ([], 0)
            }
            batch.append(lesson)
            words += lesson.words.count
        }
        if !batch.isEmpty { batches.append(batch) }
        return batches.shuffled(using: &randomness)
    }

    private mutating func learn(_ batch: [Lesson], rate: Float) -> Backpropagation.Losses {
        let (input, breadth) = (plan.sizes.input, plan.sizes.breadth)
        var row = 0
        scratch.sentences = batch.map { lesson in
            defer { row += lesson.words.count }
            return row..<(row + lesson.words.count)
        }
        let count = row
        let vectors = vectors.zeros(count * input)
        let chosen = gather(batch, into: vectors)
        let dropout = dropout(batch.count)
        let mixed = scratch.levels[0].room(for: count * breadth)
        var losses = Backpropagation.Losses()
        weights.withUnsafeBufferPointer { weights in
            guard let base = weights.baseAddress else { return }
            let network = Network(plan: plan, weights: base)
            network.mix(vectors, words: count, into: mixed)
            network.run(&scratch, dropout: dropout)
            losses = back.run(
                network,
                scratch,
                dropout,
                vectors: vectors,
                lessons: batch,
                inventory: classroom.inventory,
                scale: 1 / Float(count)
            )
        }
        steps += 1
        let adam = Adam(rate: rate, step: steps)
        adam.step(&weights, &back.gradient, &first, &second, 0..<plan.count)
        spread(batch, chosen)
        words.step(adam)
        pieces.step(adam)
        habits.step(adam)
        return losses
    }

    /// What was taken of one word: its row and pieces, those dropped left out.
    private struct Choice {
        let word: Int
        let pieces: [Int]
        let habit: Int
    }

    private mutating func gather(
        _ batch: [Lesson],
        into vectors: UnsafeMutablePointer<Float>
    ) -> [Choice] {
        var choices: [Choice] = []
        var vector = vectors
        for lesson in batch {
            let habit = randomness.fraction() < Self.habitDropout ? 0 : lesson.treebank
            for word in lesson.words {
                let kept = word.pieces.filter { _ in randomness.fraction() >= Self.pieceDropout }
                let choice = Choice(
                    word: randomness.fraction() < Self.wordDropout ? 0 : word.row,
                    pieces: kept,
                    habit: habit
                )
                habits.add(habit, times: 1, to: vector)
                words.add(choice.word, times: 1, to: vector)
                let share = LanguageModel.share(of: kept.count)
                for piece in kept { pieces.add(piece, times: share, to: vector + plan.sizes.word) }
                vector += plan.sizes.input
                choices.append(choice)
            }
        }
        return choices
    }

    private mutating func spread(_ batch: [Lesson], _ choices: [Choice]) {
        var error = UnsafePointer(back.vectorErrors.base)
        for choice in choices {
            habits.learn(choice.habit, times: 1, from: error)
            words.learn(choice.word, times: 1, from: error)
            let share = LanguageModel.share(of: choice.pieces.count)
            for piece in choice.pieces {
                pieces.learn(piece, times: share, from: error + plan.sizes.word)
            }
            error += plan.sizes.input
        }
    }

    private mutating func dropout(_ sentences: Int) -> Network.Dropout {
        Network.Dropout(
            levels: (0...plan.sizes.layers).map { _ in
                randomness.dropout(sentences * plan.sizes.breadth, curriculum.dropout)
            },
            views: randomness.dropout(sentences * plan.sizes.views, Self.viewDropout)
        )
    }
}
