import Diplomacy
import Foundation
import Text

/// Knows the clutter of news pages by its words and its place, and says of each block whether it is
/// kept.
///
/// The rules are general: words that sites use for their own furniture (`Clutter/clutter.tsv`), a
/// caption before its credit, a lead that is printed twice. None knows any one site.
struct ClutterBook: Sendable {
    private enum Scope: String {
        case line, exact, rest, previous, end, holds
    }

    private struct Rule {
        let reason: Block.Discard
        let scope: Scope
        let phrase: String
    }

    private let rules: [Rule]

    /// A heading says a thing in a few words.
    private static let longestHeading = 90
    /// A caption is a sentence or two.
    private static let longestCaption = 260
    /// A marker of other posts ends the report only after a third of the page; before, it is a box.
    private static let shareBeforeRest = 0.33
    /// A lead is printed twice when this share of its word triples stands elsewhere too.
    private static let repeatedShare = 0.7

    init(_ folder: URL) throws {
        let table = try TableFile(folder.appending(path: "clutter.tsv"), columns: 3)
        rules = try table.rows.map { row in
            guard let reason = Block.Discard(rawValue: row.cells[0]) else {
                throw table.error(
                    row,
                    "unknown reason '\(row.cells[0])'",
                    cure:
                        "Use one of: \(Block.Discard.allCases.map(\.rawValue).joined(separator: ", "))."
                )
            }
            guard let scope = Scope(rawValue: row.cells[1]) else {
                throw table.error(
                    row,
                    "unknown scope '\(row.cells[1])'",
                    cure: "Use line, exact, rest, previous, end or holds."
                )
            }
            return Rule(reason: reason, scope: scope, phrase: row.cells[2])
        }
    }

    /// The blocks with their roles and with the reason of each that is left out.
    func judged(_ raw: [RawBlock], stamps: Set<Int>) -> [Block] {
        var blocks = raw
        for place in stamps where blocks[place].discard == nil { blocks[place].discard = .stamp }
        applyWords(&blocks)
        applyPlaces(&blocks)
        applyRepeats(&blocks)
        return roles(blocks)
    }

    /// Whether the line names another post, by its own words or the page's.
    func isTeaser(_ block: RawBlock) -> Bool {
        let reason = block.discard ?? rule(for: block)?.reason
        return reason == .teaser || reason == .recentPosts
    }

    // MARK: Words

    private func applyWords(_ blocks: inout [RawBlock]) {
        let total = blocks.last?.range.upperBound ?? 0
        // Each block's own reason first: a legal footer stays one after a list of other posts.
        let rules = blocks.map { $0.discard == nil ? rule(for: $0) : nil }
        for (place, rule) in rules.enumerated() where rule != nil {
            blocks[place].discard = rule?.reason
        }
        for (place, rule) in rules.enumerated() {
            guard let rule else { continue }
            let isLate =
                Double(blocks[place].range.lowerBound) >= Self.shareBeforeRest * Double(total)
            switch rule.scope {
            case .rest where isLate:
                for later in (place + 1)..<max(place + 1, blocks.count)
                where blocks[later].discard == nil {
                    blocks[later].discard = rule.reason
                }
            case .previous:
                let before = place - 1
                if before >= 0, blocks[before].discard == nil, !blocks[before].endsSentence {
                    blocks[before].discard = rule.reason
                }
            case .line, .exact, .end, .rest, .holds: break
            }
        }
    }

    private func rule(for block: RawBlock) -> Rule? {
        rules.first { rule in
            switch rule.scope {
            case .exact: block.words == rule.phrase || block.words == rule.phrase + ":"
            case .holds:
                block.words.count <= Self.longestCaption && block.words.contains(rule.phrase)
            case .end: block.words.hasSuffix(rule.phrase) && !block.endsSentence
            case .line, .rest, .previous:
                block.words.hasPrefix(rule.phrase) && endsWord(block.words, rule.phrase)
                    && (rule.scope == .line || block.wordCount <= 12 || rule.reason == .legal)
                    && !isReport(block, rule)
            }
        }
    }

    /// "Next week the presidents meet." begins as a teaser does, but a teaser is a headline and ends
    /// without a full stop, or has a colon behind its phrase.
    private func isReport(_ block: RawBlock, _ rule: Rule) -> Bool {
        rule.reason == .teaser && block.words.hasSuffix(".") && !rule.phrase.hasSuffix(":")
            && block.words.dropFirst(rule.phrase.count).first != ":"
    }

    private func endsWord(_ words: String, _ phrase: String) -> Bool {
        guard let last = phrase.last, last.isLetter else { return true }
        return words.dropFirst(phrase.count).first?.isLetter != true
    }

    // MARK: Places

    private func applyPlaces(_ blocks: inout [RawBlock]) {
        for place in blocks.indices {
            let block = blocks[place]
            // "(skr/dpa)": an agency tag alone in its line.
            if block.discard == nil, block.words.hasPrefix("("), block.words.hasSuffix(")"),
                block.wordCount <= 3
            {
                blocks[place].discard = .provenance
            }
            // A credit follows its caption; a whole sentence before the last one is the report's.
            if block.discard == .credit, place > 0, blocks[place - 1].discard == nil,
                !blocks[place - 1].words.hasSuffix(".")
                    || blocks[(place + 1)...].contains(where: { $0.discard == nil }),
                blocks[place - 1].words.count <= Self.longestCaption,
                blocks[place - 1].range.lowerBound > 0
            {
                blocks[place - 1].discard = .caption
            }
            // "Home > Politics > World": a line of names between separators.
            if block.discard == nil, !block.endsSentence, block.separators >= 2 {
                blocks[place].discard = .navigation
            }
            // A scrap of marks says nothing.
            if block.discard == nil, !block.words.contains(where: { $0.isLetter }) {
                blocks[place].discard = .navigation
            }
        }
        // "Jane Porter, N.N.": who wrote it, behind the last line of the report.
        if let last = blocks.lastIndex(where: { $0.discard == nil }), blocks[last].isSignature {
            blocks[last].discard = .byline
        }
        // Short lines before the headline are the site's name and its sections.
        let first = blocks.indices.filter { blocks[$0].discard == nil }.prefix(4)
        if let headline = first.max(by: { blocks[$0].wordCount < blocks[$1].wordCount }) {
            for place in first
            where place < headline && !blocks[place].endsSentence && blocks[place].role == nil
                && (blocks[place].wordCount <= 3 || blocks[place].isMasthead)
            {
                blocks[place].discard = .siteName
            }
        }
    }

    // MARK: Repeats

    private func applyRepeats(_ blocks: inout [RawBlock]) {
        var seen: Set<String> = []
        for place in blocks.indices where blocks[place].discard == nil {
            if !seen.insert(blocks[place].words).inserted { blocks[place].discard = .repeatedLead }
        }
        let triples = blocks.map { $0.discard == nil ? Self.triples($0.words) : [] }
        var owners: [String: Int] = [:]
        for set in triples { for triple in set { owners[triple, default: 0] += 1 } }
        let early = blocks.indices.filter { blocks[$0].discard == nil }.prefix(8)
        for place in early where triples[place].count >= 12 {
            let shared = triples[place].count { owners[$0, default: 0] > 1 }
            if Double(shared) >= Self.repeatedShare * Double(triples[place].count) {
                blocks[place].discard = .repeatedLead
                for triple in triples[place] { owners[triple, default: 1] -= 1 }
            }
        }
    }

    private static func triples(_ words: String) -> Set<String> {
        let list = words.split { !$0.isLetter && !$0.isNumber }
        guard list.count >= 3 else { return [] }
        return Set((0..<(list.count - 2)).map { list[$0..<($0 + 3)].joined(separator: " ") })
    }

    // MARK: Roles

    private func roles(_ blocks: [RawBlock]) -> [Block] {
        let title = title(of: blocks)
        let keptCount = blocks.count { $0.discard == nil }
        return blocks.enumerated().map { place, block in
            let isShort =
                block.words.count <= Self.longestHeading && !block.endsSentence
                && block.words.last.map { !",:;".contains($0) } == true
            let role: Block.Role =
                if block.discard == .stamp {
                    .stamp
                } else if let known = block.role {
                    known
                } else if place == title {
                    .title
                } else {
                    isShort && keptCount > 1 ? .heading : .paragraph
                }
            return Block(range: block.range, role: role, discard: block.discard)
        }
    }

    /// The headline of a plain text: the longest of the short lines before the first paragraph.
    ///
    /// A byline and a section's name stand there too, but have fewer words.
    private func title(of blocks: [RawBlock]) -> Int? {
        guard !blocks.contains(where: { $0.role == .title }) else { return nil }
        let kept = blocks.indices.filter { blocks[$0].discard == nil }
        guard kept.count > 1 else { return nil }
        let head = kept.prefix {
            !blocks[$0].words.hasSuffix(".") && blocks[$0].words.count <= 2 * Self.longestHeading
        }
        return head.max { (blocks[$0].wordCount, $1) < (blocks[$1].wordCount, $0) }
    }
}
