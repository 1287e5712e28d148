import Diplomacy
import Language

/// Who asks and who answers in an interview: paragraphs that take turns, without a word of saying.
///
/// Turns open with a name and a colon, or with a dash, or every second one is a question and the answers say *we* or
/// *I*. Who answers where no name opens them is the last person whom the text introduced by name before the first turn:
/// *… spoke with the political scientist Jane Porter*; else whoever is the subject of a sentence there, though nobody
/// says what they are.
struct Dialogue {
    /// Fewer turns may be a quoted exchange within a report.
    private static let leastTurns = 4
    /// A name and a colon leave less doubt than a dash.
    private static let leastLabels = 3
    private static let leastQuestions = 3
    /// Who asks is seldom named.
    static let interviewer = "interviewer"
    /// A question and an answer of two paragraphs.
    private static let mostBlocksAQuestion = 3
    /// Who is asked speaks of themselves; an essay whose headings ask does not.
    private static let leastOwnAnswers = 2

    let lines: [SpeakerAssigner.Line]

    /// Of each line: whose turn it is, as far as the turns tell.
    func turns() -> [Attribution?] {
        var result = [Attribution?](repeating: nil, count: lines.count)
        let blocks = blocks()
        let labels = labels(of: blocks)
        if labels.count(where: { $0 != nil }) >= Self.leastLabels {
            for (block, label) in zip(blocks, labels) {
                for line in block { result[line] = label.map(Self.turn) }
            }
            return result
        }
        let isDashed = blocks.count { opensWithDash($0) } >= Self.leastTurns
        guard isDashed || isAsked(blocks),
            let first = blocks.firstIndex(where: { isDashed ? opensWithDash($0) : isQuestion($0) }),
            let voice = answerer(in: lines[..<blocks[first].lowerBound])
        else { return result }
        let asking = Voice(name: Self.interviewer)
        var isAnswer = true
        for block in blocks[first...] {
            let opensTurn = isDashed ? opensWithDash(block) : isQuestion(block)
            if isQuestion(block) {
                isAnswer = false
            } else if opensTurn || !isDashed {
                isAnswer = isDashed ? !isAnswer : true
            }
            guard isAnswer || opensTurn else { continue }
            for line in block {
                result[line] = turn(of: isAnswer ? voice : asking, in: lines[line].read)
            }
        }
        return result
    }

    private func answerer(in lead: ArraySlice<SpeakerAssigner.Line>) -> Voice? {
        let official = lead.flatMap(\.people).last { $0.role != nil && $0.role != .leader }
        return lead.flatMap(\.introduced).last ?? official?.voice
            ?? lead.flatMap(\.subjects).last
            ?? lead.flatMap(\.people).last { $0.role == .leader }?.voice
    }

    /// The voice that opens each block: a name, or words that open another block too.
    private func labels(of blocks: [Range<Int>]) -> [Attribution?] {
        let openings = blocks.map { lines[$0.lowerBound].opening }
        let names = Dictionary(grouping: openings.compactMap { $0?.voice.name }) { $0 }
        return zip(blocks, openings).map { block, opening -> Attribution? in
            let named = lines[block.lowerBound].attributions.first { $0.form == .label }
            if let named { return named }
            guard let opening, let again = names[opening.voice.name], again.count > 1 else {
                return nil
            }
            return opening
        }
    }

    /// Whether questions and answers take turns: an essay that asks now and then does not.
    private func isAsked(_ blocks: [Range<Int>]) -> Bool {
        let questions = blocks.indices.filter { isQuestion(blocks[$0]) }
        guard questions.count >= Self.leastQuestions, let first = questions.first,
            let last = questions.last
        else { return false }
        let own = blocks[first...].count { block in
            !isQuestion(block)
                && block.contains { line in
                    let read = lines[line].read
                    return read.has(.firstPerson, in: 0..<read.tokens.count)
                }
        }
        return own >= Self.leastOwnAnswers
            && questions.count * Self.mostBlocksAQuestion >= last - first + 1
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

    private func turn(of voice: Voice, in read: ReadSentence) -> Attribution {
        Self.turn(
            Attribution(
                covers: 0..<read.tokens.count,
                voice: voice,
                modality: .claim,
                form: .verb,
                reason: "the turn of \(voice.name) in an interview",
                isRelay: false,
                cue: 0..<0
            )
        )
    }

    private static func turn(_ attribution: Attribution) -> Attribution {
        var turn = attribution
        turn.isTurn = true
        return turn
    }
}
