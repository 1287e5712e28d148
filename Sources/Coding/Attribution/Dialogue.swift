import Diplomacy
import Language

/// Who answers in an interview: paragraphs that take turns, without a word of saying.
///
/// Turns open with a dash, or every second one is a question. Who answers is the last person whom the text
/// introduced by name before the first turn: *… spoke with the political scientist Jane Porter*.
struct Dialogue {
    /// Fewer turns may be a quoted exchange within a report.
    private static let leastTurns = 4
    private static let leastQuestions = 3
    /// A question and an answer of two paragraphs.
    private static let mostBlocksAQuestion = 3

    let lines: [SpeakerAssigner.Line]

    /// Of each line: who answers in it.
    func answers() -> [Attribution?] {
        var result = [Attribution?](repeating: nil, count: lines.count)
        let blocks = blocks()
        let isDashed = blocks.count { opensWithDash($0) } >= Self.leastTurns
        let isAsked = isAsked(blocks)
        guard isDashed || isAsked,
            let first = blocks.firstIndex(where: { isDashed ? opensWithDash($0) : isQuestion($0) }),
            let voice = lines[..<blocks[first].lowerBound].lazy.flatMap(\.introduced).last
        else { return result }
        var isAnswer = true
        for block in blocks[first...] {
            let opensTurn = isDashed ? opensWithDash(block) : isQuestion(block)
            if isQuestion(block) {
                isAnswer = false
            } else if opensTurn || !isDashed {
                isAnswer = isDashed ? !isAnswer : true
            }
            guard isAnswer else { continue }
            for line in block { result[line] = answer(by: voice, in: lines[line].read) }
        }
        return result
    }

    /// Whether questions and answers take turns: an essay that asks now and then does not.
    private func isAsked(_ blocks: [Range<Int>]) -> Bool {
        let questions = blocks.indices.filter { isQuestion(blocks[$0]) }
        guard questions.count >= Self.leastQuestions, let first = questions.first,
            let last = questions.last
        else { return false }
        return questions.count * Self.mostBlocksAQuestion >= last - first + 1
    }

    /// The lines of each block.
    private func blocks() -> [Range<Int>] {
        var blocks: [Range<Int>] = []
        for place in lines.indices {
            if let last = blocks.last, lines[last.lowerBound].block == lines[place].block {
                blocks[blocks.count - 1] = last.lowerBound..<(place + 1)
            } else {
                blocks.append(place..<(place + 1))
            }
        }
        return blocks
    }

    private func opensWithDash(_ block: Range<Int>) -> Bool {
        lines[block.lowerBound].read.tokens.first?.kind == .dash
    }

    private func isQuestion(_ block: Range<Int>) -> Bool {
        lines[block.upperBound - 1].read.tokens.suffix(2).contains { $0.folded == "?" }
    }

    private func answer(by voice: Voice, in read: ReadSentence) -> Attribution {
        Attribution(
            covers: 0..<read.tokens.count,
            voice: voice,
            modality: .claim,
            form: .verb,
            reason: "\(voice.name) answers in an interview",
            isRelay: false,
            cue: 0..<0
        )
    }
}
