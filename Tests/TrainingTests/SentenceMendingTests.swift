import Foundation
import Language
import Testing

@testable import Training

/// Web sentences that have lost letters, or lie under another language's name.
struct SentenceMendingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    private let mending = Result { try SentenceMending(root: root) }

    @Test(arguments: [
        ("es", "Espaa tambin, ms informacin!", "España también, más información!"),
        ("es", "sin cine", "sin cine"),
        ("tr", "Dýþ iþler baðý", "Dış işler bağı"),
        ("is", "það er ný", "það er ný"),
    ])
    func `what a language lost is put back, and nothing else is touched`(
        _ language: String,
        _ damaged: String,
        _ whole: String
    ) throws {
        #expect(try mending.get().mended(damaged, language) == whole)
    }

    @Test(arguments: [
        ("nb", "Det vart ikkje noko av møtet.", true),
        ("nb", "Det ble ikke noe av møtet.", false),
        ("ca", "El gobierno no quiere hablar con los alcaldes.", true),
        ("ca", "El govern no vol parlar amb els alcaldes.", false),
        ("fi", "Det vart ikkje noko av møtet.", false),
    ])
    func `a sentence with more words of a relative is filed wrongly`(
        _ language: String,
        _ sentence: String,
        _ isMisfiled: Bool
    ) throws {
        #expect(try mending.get().isMisfiled(sentence, under: language) == isMisfiled)
    }
}
