import Diplomacy
import Foundation
import Ledger
import Site
import Testing

@Test(.enabled(if: ProcessInfo.processInfo.environment["SITE_DEMO"] != nil))
func `demo server`() async throws {
    let path = ProcessInfo.processInfo.environment["SITE_DEMO"] ?? ""
    let ledger = path == "hand" ? try Samples.ledger(Samples.iran, Samples.hostile) : try LedgerDatabase(at: URL(filePath: path))
    let names = ActorNames { Locale(identifier: "en").localizedString(forRegionCode: ["RUS":"RU","IRN":"IR","USA":"US","UKR":"UA","ISR":"IL","ARM":"AM","AZE":"AZ","CHN":"CN","SYR":"SY","VEN":"VE"][$0.rawValue] ?? "") }
    try await SiteServer(ledger: ledger, port: 8321, names: names, today: { Samples.today }, whenReady: { print($0) }).run()
}
