import Language

// Who speaks the sentences of a quotation that takes up several of a paragraph.
extension SpeakerAssigner {
    /// Of each line: who speaks it, where marks open at its beginning or before and close in a later line, and somebody
    /// outside them is said to speak.
    ///
    /// *"A realises that B wants more. They make no statement," X said*: X says it all, whatever A is said to realise.
    static func quoted(_ lines: [Line]) -> [Attribution?] {
        var result = [Attribution?](repeating: nil, count: lines.count)
        var opening: (line: Int, token: Int)?
        for (place, line) in lines.enumerated() {
            if place > 0, line.block != lines[place - 1].block { opening = nil }
            for token in line.read.tokens.indices where line.read.tokens[token].kind == .quote {
                guard let begin = opening else {
                    opening = (place, token)
                    continue
                }
                opening = nil
                guard begin.line < place,
                    let speaker = outside(lines[place], after: token)
                        ?? outside(lines[begin.line], before: begin.token)
                else { continue }
                // Where words stand before the mark, the line is its own.
                let first = begin.token == 0 ? begin.line : begin.line + 1
                for inside in first..<place { result[inside] = speaker }
            }
        }
        return result
    }

    private static func outside(_ line: Line, after token: Int) -> Attribution? {
        line.attributions.first { !$0.isRelay && $0.cue.lowerBound > token }
    }

    private static func outside(_ line: Line, before token: Int) -> Attribution? {
        line.attributions.last { !$0.isRelay && $0.cue.upperBound <= token }
    }
}
