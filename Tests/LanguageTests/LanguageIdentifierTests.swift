import Testing
import Text

@testable import Language

struct LanguageIdentifierTests {
    private static let pack = Result { try LanguagePack(ResourceFolder()) }

    @Test(arguments: [
        (
            "en",
            "The ministers met in the capital and said that they would not send any more of the ships."
        ),
        (
            "uk",
            "Міністри зустрілися у столиці й заявили, що більше не надсилатимуть кораблів, як це було раніше."
        ),
        (
            "ru",
            "Министры встретились в столице и заявили, что больше не будут отправлять корабли, как это было."
        ),
        (
            "de",
            "Die Minister trafen sich in der Hauptstadt und erklärten, dass sie keine Schiffe mehr schicken."
        ),
        (
            "be",
            "Міністры сустрэліся ў сталіцы і заявілі, што яны не будуць больш пасылаць караблі, як было."
        ),
        (
            "bg",
            "Министрите се срещнаха в столицата и заявиха, че няма да изпращат повече кораби, както преди."
        ),
        (
            "pl",
            "Ministrowie spotkali się w stolicy i oświadczyli, że nie będą już wysyłać okrętów, jak było."
        ),
        (
            "fr",
            "Les ministres se sont réunis dans la capitale et ont dit que les navires ne seraient pas envoyés."
        ),
    ])
    func `a sentence is in its own language and not in a neighbour's`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Self.pack.get().identifier.identify(text)?.language == language)
    }

    @Test func `a Ukrainian text that quotes a Russian sentence stays Ukrainian`() throws {
        let text =
            "Посол сказав журналістам, що він не знає, хто й коли ухвалив це рішення, але додав: «Мы не "
            + "знаем». Після цього він поїхав до міністерства, де його вже чекали."
        #expect(try Self.pack.get().identifier.identify(text)?.language == "uk")
    }

    @Test(arguments: [
        ("hu", "Külügyminiszterek találkoztak Budapesten tegnap este"),
        ("zh", "外交部长昨天在首都会面"),
        ("ja", "外務大臣は昨日首都で会談した"),
        ("ja", "外相会談、対中関税撤廃要求"),
        ("zh", "外長會談，要求撤銷對華關稅"),
        ("th", "Reuters และ Bloomberg รายงานว่ารัฐมนตรีพบกัน"),
        ("en", "The minister met 王毅 and 東京 officials"),
        ("nb", "Statsråden sa at de ikke vil sende flere skip"),
        ("nn", "Statsråden sa at dei ikkje vil sende fleire skip"),
        ("da", "Ministeren sagde, at de ikke vil sende flere skibe"),
        ("el", "Οι υπουργοί συναντήθηκαν"),
        ("ko", "장관들이 어제 만났다"),
        ("ka", "მინისტრები შეხვდნენ"),
        ("he", "השרים נפגשו אתמול"),
        ("fa", "وزیران دیروز در پایتخت دیدار کردند و گفتند که کشتی نمی‌فرستند"),
        ("sr", "Министри су се састали у главном граду и рекли да неће слати бродове"),
    ])
    func `a headline in a language that is not coded is named all the same`(
        _ language: String,
        _ text: String
    ) throws {
        #expect(try Self.pack.get().identifier.identify(text)?.language == language)
    }

    @Test(arguments: [
        "", "12 345 — 678", "😀 🇺🇦 !!", "https://example.com/path name@example.org",
        "aGVsbG8gd29ybGQgdGhpcyBpcyBiYXNlNjQgZW5jb2RlZCB0ZXh0", "ሰላም ለሁሉም",
    ])
    func `what holds no words of a language we know is not guessed`(_ text: String) throws {
        #expect(try Self.pack.get().identifier.identify(text) == nil)
    }

    @Test func `Latin look-alikes in Cyrillic words do no harm`() throws {
        let text = "Министри су сe сaстали у главнoм грaду и рeкли да неће слaти брoдове"
        #expect(try Self.pack.get().identifier.identify(text)?.language == "sr")
    }

    @Test func `capitals, addresses and names leave a title in its language`() throws {
        let identifier = try Self.pack.get().identifier
        let shouted = "МІНІСТРИ ЗУСТРІЛИСЯ У СТОЛИЦІ Й ЗАЯВИЛИ, ЩО БІЛЬШЕ НЕ НАДСИЛАТИМУТЬ КОРАБЛІВ"
        #expect(identifier.identify(shouted)?.language == "uk")
        let linked =
            "Die Minister trafen sich, wie https://example.com/the/news/of/the/day schreibt"
        #expect(identifier.identify(linked)?.language == "de")
    }

    @Test func `one word is less sure than a sentence`() throws {
        let identifier = try Self.pack.get().identifier
        let word = try #require(identifier.identify("minister"))
        let sentence = try #require(
            identifier.identify(
                "The ministers said that they would not send any more of the ships."
            )
        )
        #expect(word.confidence < 0.9)
        #expect(sentence.confidence > 0.95 && sentence.confidence <= 1)
    }

    @Test func `a long text is read in samples that lie on scalar borders`() {
        let bytes = Array(String(repeating: "ї", count: 50_000).utf8)
        let sample = LanguageIdentifier.sample(of: 0..<bytes.count, in: bytes)
        #expect(sample.count == LanguageIdentifier.stretches)
        for range in sample {
            #expect(String(validating: bytes[range], as: UTF8.self) != nil)
        }
    }

    @Test func `any bytes at all give an answer or none`() throws {
        let identifier = try Self.pack.get().identifier
        var state: UInt64 = 1
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1
                return UInt8(truncatingIfNeeded: state >> 40)
            }
            let guess = identifier.identify(bytes, 0..<length)
            #expect((0...1).contains(guess?.confidence ?? 0))
        }
    }

    @Test func `a mixed page has its main language by letters, and each block its own`() throws {
        let lines = [
            "Міністри зустрілися у столиці й заявили, що більше не надсилатимуть кораблів.",
            "Посол додав, що про це рішення його ніхто не попередив, і поїхав до міністерства.",
            "The ministers met in the capital and said that they would send no ships.",
            "2026",
        ]
        let bytes = Array(lines.joined(separator: "\n").utf8)
        var ranges: [Range<Int>] = []
        for line in lines {
            let start = ranges.last.map { $0.upperBound + 1 } ?? 0
            ranges.append(start..<start + line.utf8.count)
        }
        let page = try Self.pack.get().identifier.languages(bytes, ranges)
        #expect(page.blocks.map { $0?.language } == ["uk", "uk", "en", nil])
        #expect(page.main?.language == "uk")
    }
}
