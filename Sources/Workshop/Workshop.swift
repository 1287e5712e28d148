import ArgumentParser
import Coding
import Diplomacy
import Foundation
import Reading
import Text

@main
struct Workshop: AsyncParsableCommand {
    @Argument var paths: [String]
    @Flag var blocks = false
    @Flag var omissions = false
    func run() async throws {
        let start = Date()
        let coder = try NewsCoder(ResourceFolder())
        FileHandle.standardError.write(Data("load \(Date().timeIntervalSince(start))\n".utf8))
        let finder = DocumentFinder()
        for file in finder.files(at: paths) {
            for found in finder.documents(in: try file.get()) {
                guard case .document(let document) = found else { print(found); continue }
                let t = Date()
                let coded: CodedArticle
                do { coded = try coder.code(document) } catch { print("ERR", error); continue }
                FileHandle.standardError.write(Data("\(document.name) \(Date().timeIntervalSince(t))\n".utf8))
                if blocks {
                    print("#", coded.article.title ?? "-", coded.article.language, coded.article.publication)
                    for b in coded.article.blocks { print(b.role, b.discard.map(\.rawValue) ?? "KEEP", String(coded.article.words(at: b.range).prefix(90))) }
                    continue
                }
                for s in coded.statements {
                    let o: [String: Any] = ["doc": document.name, "source": s.source.rawValue, "target": s.target?.rawValue as Any? ?? NSNull(), "act": s.act.rawValue, "polarity": s.polarity.rawValue, "modality": s.modality.rawValue, "speaker": s.speakers.isEmpty ? ["author"] : s.speakers.map(\.name), "date": s.date?.edtf as Any? ?? NSNull(), "quote": s.evidence.quote, "confidence": s.confidence, "marks": s.marks.map(\.rawValue), "trail": s.trail]
                    print(String(decoding: try JSONSerialization.data(withJSONObject: o, options: [.sortedKeys]), as: UTF8.self))
                }
                if omissions { for o in coded.omissions { print("OMIT", o.reason.rawValue, o.detail, "|", o.quote) } }
            }
        }
    }
}
