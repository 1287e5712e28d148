import CKernels
import Language

/// The way back through what judges words: tags, lemmas, heads, labels. Each returns its loss.
extension BackwardStep {
    func tags(_ lessons: [Lesson.Word], _ inventory: Inventory, _ scale: Float) -> Float {
        let columns = plan.sizes.tags
        let errors = back.tagErrors.zeros(words * columns)
        let starts = inventory.featureStarts
        let parts = UPOS.allCases.count
        var loss: Float = 0
        for (row, word) in lessons.enumerated() {
            let (scores, error) = (scratch.tags.base + row * columns, errors + row * columns)
            if word.tag >= 0 {
                loss += Slopes.softmax(scores, parts, answer: word.tag, scale: scale, into: error)
            }
            for (index, answer) in word.features.enumerated() {
                _ = Slopes.softmax(
                    scores + starts[index],
                    inventory.features[index].values.count,
                    answer: answer,
                    scale: scale * Backpropagation.featureWeight,
                    into: error + starts[index]
                )
            }
        }
        linear(
            top,
            plan.sizes.breadth,
            errors,
            columns,
            plan.tags,
            bias: plan.tagBias,
            into: topErrors
        )
        return loss
    }

    func lemmas(_ lessons: [Lesson.Word], _ scale: Float) -> Float {
        let (rules, lemma, breadth) = (plan.sizes.rules, plan.sizes.lemma, plan.sizes.breadth)
        let ruleErrors = back.ruleErrors.zeros(words * rules)
        let lemmaErrors = back.lemmaErrors.zeros(words * lemma)
        var loss: Float = 0
        for (row, word) in lessons.enumerated() where word.rule >= 0 {
            loss += Slopes.softmax(
                scratch.rules.base + row * rules,
                rules,
                answer: word.rule,
                scale: scale,
                into: ruleErrors + row * rules
            )
        }
        linear(
            scratch.lemma.base,
            lemma,
            ruleErrors,
            rules,
            plan.rules,
            bias: plan.ruleBias,
            into: lemmaErrors
        )
        Slopes.unbend(lemmaErrors, scratch.lemma.base, words * lemma)
        linear(
            top,
            breadth,
            lemmaErrors,
            lemma,
            plan.lemmaTop,
            bias: plan.lemmaBias,
            into: topErrors
        )
        linear(
            scratch.levels[0].base,
            breadth,
            lemmaErrors,
            lemma,
            plan.lemmaWord,
            bias: nil,
            into: back.errors[0].base
        )
        return loss
    }

    func arcs(_ lessons: [Lesson], _ scale: Float) -> Float {
        let (arc, stride) = (plan.sizes.arc, plan.sizes.views)
        let courted = scratch.courted.base
        let courtedErrors = back.courtedErrors.zeros(words * arc)
        var loss: Float = 0
        for (lesson, (start, sentence)) in zip(
            lessons,
            zip(scratch.arcStarts, scratch.sentences)
        ) {
            let (first, count) = (sentence.lowerBound, sentence.count)
            let errors = back.arcErrors.zeros(count * (count + 1))
            for (index, word) in lesson.words.enumerated() where word.head >= 0 {
                let place = index * (count + 1)
                loss += Slopes.softmax(
                    scratch.arcs.base + start + place,
                    count + 1,
                    answer: word.head,
                    scale: scale,
                    into: errors + place
                )
                casus_add(
                    arc,
                    errors[place],
                    network.at(plan.root),
                    courtedErrors + (first + index) * arc
                )
                casus_add(arc, errors[place], courted + (first + index) * arc, at(plan.root))
            }
            let heads = scratch.views.base + first * stride + arc
            casus_multiply(
                count,
                arc,
                count,
                errors + 1,
                count + 1,
                1,
                heads,
                stride,
                1,
                courtedErrors + first * arc,
                arc,
                1
            )
            casus_multiply(
                count,
                arc,
                count,
                errors + 1,
                1,
                count + 1,
                courted + first * arc,
                arc,
                1,
                back.viewErrors.base + first * stride + arc,
                stride,
                1
            )
        }
        linear(
            scratch.views.base,
            stride,
            courtedErrors,
            arc,
            plan.arc,
            bias: plan.arcBias,
            into: back.viewErrors.base
        )
        return loss
    }

    func labels(_ lessons: [Lesson], _ scale: Float) -> Float {
        let (label, relations, stride) = (
            plan.sizes.label, plan.sizes.relations, plan.sizes.views
        )
        let dependentStart = 2 * plan.sizes.arc
        let headStart = dependentStart + label
        var heads: [Int] = []
        for (lesson, sentence) in zip(lessons, scratch.sentences) {
            heads += lesson.words.map { $0.head <= 0 ? -1 : sentence.lowerBound + $0.head - 1 }
        }
        network.judgeLabels(
            scratch,
            heads: heads,
            product: back.labelProduct,
            scores: back.labelScores
        )
        let product = back.labelProduct.base
        let scores = back.labelScores.base
        var loss: Float = 0
        var row = 0
        for lesson in lessons {
            for word in lesson.words {
                let score = scores + row * relations
                let wide = product + row * relations * label
                defer { row += 1 }
                guard word.relation >= 0, word.head >= 0 else {
                    for index in 0..<relations { score[index] = 0 }
                    for index in 0..<relations * label { wide[index] = 0 }
                    continue
                }
                // The scores become errors in place, then each row of the product the error of that row.
                var error = [Float](repeating: 0, count: relations)
                loss += Slopes.softmax(
                    score,
                    relations,
                    answer: word.relation,
                    scale: scale,
                    into: &error
                )
                let head = network.labelHead(heads[row], scratch.views.base)
                let headError =
                    heads[row] < 0
                    ? at(plan.root) + plan.sizes.arc
                    : back.viewErrors.base + heads[row] * stride + headStart
                for index in 0..<relations {
                    score[index] = error[index]
                    let part = wide + index * label
                    casus_add(label, error[index], part, headError)
                    for column in 0..<label { part[column] = error[index] * head[column] }
                }
            }
        }
        for word in 0..<words {
            casus_add(
                relations * label,
                1,
                product + word * relations * label,
                at(plan.labelHead)
            )
        }
        let dependents = scratch.views.base + dependentStart
        let dependentErrors = back.viewErrors.base + dependentStart
        linear(
            dependents,
            stride,
            product,
            relations * label,
            plan.label,
            bias: nil,
            into: dependentErrors
        )
        for word in 0..<words {
            casus_add(relations, 1, scores + word * relations, at(plan.labelBias))
        }
        casus_multiply(
            relations,
            label,
            words,
            scores,
            1,
            relations,
            dependents,
            stride,
            1,
            at(plan.labelDependent),
            label,
            1
        )
        casus_multiply(
            words,
            label,
            relations,
            scores,
            relations,
            1,
            network.at(plan.labelDependent),
            label,
            1,
            dependentErrors,
            stride,
            1
        )
        return loss
    }
}
