package import Language

extension Trainer {
    /// Begins with what earlier models have learnt, and goes on at a slower pace.
    ///
    /// `models`: those of the curriculum's pupils, from one training. Words, pieces and rules of lemmas that they know are taken
    /// over by name, the rest begins at random; habits that none of them has begin at their mean. Throws where the models say
    /// other tags or relations, or have other sizes.
    package mutating func goOn(from models: [LanguageModel]) throws {
        guard let model = models.first else { return }
        let (inventory, known) = (classroom.inventory, model.inventory)
        var sizes = model.plan.sizes
        sizes.rules = plan.sizes.rules
        guard sizes == plan.sizes, known.features == inventory.features,
            known.relations == inventory.relations
        else {
            throw TrainingError(
                problem: "The model of '\(model.language)' has other sizes, features or relations",
                cure: "Train without '--from'."
            )
        }
        take(model)
        words.take(model.words, rows: classroom.words)
        pieces.take(model.pieces, rows: classroom.pieces)
        takeHabits(models)
        pace = .goingOn
    }

    /// All blocks are as they were but those of rules, whose columns are found by their names.
    private mutating func take(_ model: LanguageModel) {
        for (old, new) in zip(model.plan.blocks, plan.blocks) where old.count == new.count {
            for index in 0..<old.count {
                weights[new.start + index] = model.weights[old.start + index]
            }
        }
        let places = Dictionary(
            model.inventory.rules.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for (old, new) in [(model.plan.rules, plan.rules), (model.plan.ruleBias, plan.ruleBias)] {
            for (column, rule) in classroom.inventory.rules.enumerated() {
                guard let place = places[rule] else { continue }
                for row in 0..<new.rows {
                    weights[new.start + row * new.columns + column] =
                        model.weights[old.start + row * old.columns + place]
                }
            }
        }
    }

    private mutating func takeHabits(_ models: [LanguageModel]) {
        let columns = habits.columns
        let treebanks = classroom.inventory.treebanks
        for row in treebanks.indices {
            let own = zip(curriculum.pupils, models).first { $0.0.habit == treebanks[row] }?.1
            let shown = own.map { [$0] } ?? models
            for column in 0..<columns {
                habits.vectors[row * columns + column] =
                    shown.reduce(0) { $0 + $1.habit[column] } / Float(shown.count)
            }
        }
    }
}

extension TrainingTable {
    /// Takes over the rows that `table` has of the hashes of `rows`.
    fileprivate mutating func take(_ table: VectorTable, rows: HashTable) {
        precondition(table.columns == columns)
        for place in stride(from: 0, to: rows.places.count, by: 2) where rows.places[place] != 0 {
            let known = table.index.row(rows.places[place])
            guard known > 0 else { continue }
            let row = Int(rows.places[place + 1])
            for column in 0..<columns {
                vectors[row * columns + column] =
                    Float(table.bytes[known * columns + column]) * table.scales[known]
            }
        }
    }
}
