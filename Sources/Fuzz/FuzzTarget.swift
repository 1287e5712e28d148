import Foundation
import Language

/// What libFuzzer calls with bytes of its own making: whatever they are, there is an answer, and
/// its offsets hold.
///
/// Not part of a plain build: `Scripts/fuzz` builds and runs it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    Promises.keep(taught.segment(bytes), bytes)
    if var parser = shipped {
        Promises.keep(parser.parse(bytes).map(\.words), bytes)
    }
    if let treebank = try? ConlluReader.read(bytes, name: "fuzz") {
        var writer = ConlluWriter()
        _ = writer.write(treebank.sentences, of: treebank.text)
    }
    return 0
}

/// A segmenter that has learnt enough to join some atoms and to end some sentences.
private let taught: Segmenter = {
    let lesson = """
        1\tHe\t_\tX\t_\t_\t0\troot\t_\t_
        2\tdon't\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No
        3\t.\t_\tX\t_\t_\t1\tdep\t_\t_

        1\tAt\t_\tX\t_\t_\t0\troot\t_\t_
        2\t3.5\t_\tX\t_\t_\t1\tdep\t_\tSpaceAfter=No
        3\t!\t_\tX\t_\t_\t1\tdep\t_\t_
        """
    var trainer = SegmenterTrainer(
        multiwords: MultiwordRules([("*n't", "* n't"), ("im", "in dem"), ("cannot", "can not")]),
        conventions: .none
    )
    if let treebank = try? ConlluReader.read(Array(lesson.utf8), name: "lesson") {
        trainer.add(treebank, times: 10)
    }
    return trainer.train()
}()

/// The shipped model of Ukrainian, where the fuzzer runs in the package's folder and there is one.
// Unsafe is safe here: libFuzzer calls from one thread.
nonisolated(unsafe) private let shipped: LanguageParser? = {
    let file = URL(filePath: "Sources/Language/Models/uk.model")
    return try? LanguageParser(LanguageModel(file))
}()
