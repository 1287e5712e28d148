import Diplomacy
import Foundation
import Synchronization

/// Names of parties in English: states from the system's own tables (CLDR, by ISO 3166 code),
/// organisations and groups from the list below, anybody else by the code.
enum ActorDirectory {
    /// The party's name as it stands within a sentence, such as "the United States"; nil where only
    /// the code is known.
    static func name(_ code: ActorCode) -> String? {
        if let listed = listed[code.rawValue] { return listed }
        if code.isOrganisation { return String(code.rawValue.dropFirst(4)) }
        guard code.isState else { return nil }
        let name = regions.name(code, in: "en")
        return name == code.rawValue ? nil : name
    }

    /// The party's name in another language: of states alone, for the rest as in English.
    @Sendable static func name(_ code: ActorCode, in language: String) -> String? {
        guard language != "en", code.isState else { return name(code) }
        let name = regions.name(code, in: language)
        return name == code.rawValue ? self.name(code) : name
    }

    private static let regions = RegionNames()

    /// The same, with the code where no name is known.
    @Sendable static func called(_ code: ActorCode) -> String { name(code) ?? code.rawValue }

    /// What a person means: a code in any case, an organisation without `IGO:`, or a name; nil for
    /// what can be none of these.
    static func code(_ text: String) -> ActorCode? {
        let trimmed = text.trimmingCharacters(in: .whitespaces)
        let capitals = trimmed.uppercased()
        let code = ActorCode(capitals)
        if knownStates.contains(capitals) { return code }
        if listed[capitals] != nil || code.isOrganisation { return code }
        if let usual = abbreviations[capitals] { return ActorCode(usual) }
        if listed["IGO:" + capitals] != nil { return ActorCode("IGO:" + capitals) }
        if code.isState, name(code) != nil { return code }
        if let named = codesByName[folded(trimmed)] { return named }
        let isCode = capitals.utf8.allSatisfy {
            (65...90).contains($0) || (48...57).contains($0) || $0 == 58
        }
        return isCode && !capitals.isEmpty ? code : nil
    }

    /// The same of those that Casus knows: no code that merely looks like one.
    static func known(_ text: String) -> ActorCode? {
        guard let code = code(text) else { return nil }
        return knownStates.contains(code.rawValue) || listed[code.rawValue] != nil ? code : nil
    }

    private static func folded(_ name: String) -> String {
        let words = name.lowercased()
        return words.hasPrefix("the ") ? String(words.dropFirst(4)) : words
    }

    private static let codesByName: [String: ActorCode] = {
        let codes =
            knownStates.sorted().map { ActorCode($0) }
            + listed.keys.sorted().map { ActorCode($0) }
        return Dictionary(
            codes.compactMap { code in name(code).map { (folded($0), code) } },
            uniquingKeysWith: { first, _ in first }
        )
    }()

    /// Where CLDR's name is missing, needs its article, or is not what a newspaper prints; and what
    /// is no state.
    ///
    /// The code's own letters do for the other organisations (`IGO:ASEAN`).
    private static let listed: [String: String] = [
        // States.
        "ARE": "the United Arab Emirates", "BHS": "the Bahamas",
        "CAF": "the Central African Republic", "CHN": "China", "CIV": "Ivory Coast",
        "COD": "the Democratic Republic of the Congo", "COG": "the Republic of the Congo",
        "COM": "the Comoros", "CSK": "Czechoslovakia", "DOM": "the Dominican Republic",
        "GBR": "the United Kingdom", "GMB": "the Gambia", "MDV": "the Maldives",
        "MHL": "the Marshall Islands", "MMR": "Myanmar", "NLD": "the Netherlands",
        "PHL": "the Philippines", "PSE": "Palestine", "SLB": "the Solomon Islands",
        "SUN": "the Soviet Union", "SYC": "Seychelles", "TUR": "Turkey", "USA": "the United States",
        "VAT": "the Vatican", "XKX": "Kosovo", "YUG": "Yugoslavia",
        // Organisations.
        "IGO:3SI": "the Three Seas Initiative", "IGO:ADB": "the Asian Development Bank",
        "IGO:AES": "the Alliance of Sahel States", "IGO:AFDB": "the African Development Bank",
        "IGO:ALLIES": "the Allies of the world wars", "IGO:AMU": "the Arab Maghreb Union",
        "IGO:ANDEAN": "the Andean Community", "IGO:ARABLEAGUE": "the Arab League",
        "IGO:AU": "the African Union", "IGO:AXIS": "the Axis powers",
        "IGO:B9": "the Bucharest Nine", "IGO:BENELUX": "the Benelux",
        "IGO:BIMSTEC": "BIMSTEC", "IGO:BOP": "the Board of Peace", "IGO:CARICOM": "CARICOM",
        "IGO:CENTRALPOWERS": "the Central Powers",
        "IGO:CIS": "the Commonwealth of Independent States", "IGO:COE": "the Council of Europe",
        "IGO:COMECON": "Comecon", "IGO:COMMONWEALTH": "the Commonwealth", "IGO:CSTO": "the CSTO",
        "IGO:E3": "the E3", "IGO:EAEU": "the Eurasian Economic Union",
        "IGO:ENTENTE": "the Entente", "IGO:EPC": "the European Political Community",
        "IGO:EU": "the European Union", "IGO:FPDA": "the Five Power Defence Arrangements",
        "IGO:FVEY": "the Five Eyes", "IGO:G20": "the G20", "IGO:G5SAHEL": "the G5 Sahel",
        "IGO:G7": "the G7", "IGO:G8": "the G8", "IGO:GCC": "the Gulf Cooperation Council",
        "IGO:IAEA": "the IAEA", "IGO:ICC": "the International Criminal Court",
        "IGO:ICJ": "the International Court of Justice", "IGO:ICRC": "the Red Cross",
        "IGO:IMF": "the IMF", "IGO:INTERPOL": "Interpol",
        "IGO:JEF": "the Joint Expeditionary Force", "IGO:LIMAGROUP": "the Lima Group",
        "IGO:LON": "the League of Nations", "IGO:LUBLINTRIANGLE": "the Lublin Triangle",
        "IGO:MERCOSUR": "Mercosur", "IGO:MNJTF": "the Multinational Joint Task Force",
        "IGO:NAM": "the Non-Aligned Movement", "IGO:NATO": "NATO",
        "IGO:NB8": "the Nordic-Baltic Eight", "IGO:NEGEVFORUM": "the Negev Forum",
        "IGO:NORDEFCO": "NORDEFCO", "IGO:OAS": "the Organization of American States",
        "IGO:OIC": "the Organisation of Islamic Cooperation", "IGO:OSCE": "the OSCE",
        "IGO:OTS": "the Organization of Turkic States", "IGO:P5PLUS1": "the P5+1",
        "IGO:PACIFICALLIANCE": "the Pacific Alliance", "IGO:PIF": "the Pacific Islands Forum",
        "IGO:QUAD": "the Quad", "IGO:SCO": "the Shanghai Cooperation Organisation",
        "IGO:TIAR": "the Rio Treaty", "IGO:UDCG": "the Ramstein group",
        "IGO:UN": "the United Nations", "IGO:UNIONSTATE": "the Union State",
        "IGO:V4": "the Visegrád Group", "IGO:WARSAWPACT": "the Warsaw Pact",
        "IGO:WB": "the World Bank", "IGO:WEIMAR": "the Weimar Triangle", "IGO:WHO": "the WHO",
        "IGO:WILLING": "the coalition of the willing", "IGO:WTO": "the WTO",
        // Groups and regions.
        "ABKHAZIA": "Abkhazia", "ABUSAYYAF": "Abu Sayyaf",
        "ADFUGANDA": "the Allied Democratic Forces", "ALQAEDA": "al-Qaeda",
        "ALSHABAAB": "al-Shabaab", "AMBAZONIA": "the Ambazonian separatists",
        "ARAKANARMY": "the Arakan Army", "AXISOFRESISTANCE": "the Axis of Resistance",
        "AZAWAD": "the Tuareg rebels", "BOKOHARAM": "Boko Haram", "CARTELS": "the drug cartels",
        "CHECHNYA": "Chechnya", "CONTRAS": "the Contras", "DNR": "the Donetsk separatists",
        "DONBASSEPARATISTS": "the Donbas separatists", "FANO": "Fano", "FARC": "the FARC",
        "FATAH": "Fatah", "HAMAS": "Hamas", "HEZBOLLAH": "Hezbollah", "HOUTHIS": "the Houthis",
        "HTS": "HTS", "IS": "Islamic State", "ISLAMICJIHAD": "Islamic Jihad", "JNIM": "JNIM",
        "KHMERROUGE": "the Khmer Rouge", "KOSOVOSERBS": "the Kosovo Serbs",
        "LATAM": "Latin America", "LNA": "Haftar's forces", "LNR": "the Luhansk separatists",
        "LTTE": "the Tamil Tigers", "M23": "M23", "MUJAHIDEEN": "the Mujahideen",
        "MUSLIMBROTHERHOOD": "the Muslim Brotherhood", "NKR": "Nagorno-Karabakh",
        "NORTHERNALLIANCE": "the Northern Alliance", "PKK": "the PKK", "PLO": "the PLO",
        "PMF": "the Popular Mobilization Forces", "POLISARIO": "the Polisario Front",
        "REPUBLIKASRPSKA": "Republika Srpska", "ROHINGYA": "the Rohingya rebels", "RSF": "the RSF",
        "SDF": "the Syrian Kurds (SDF)", "SOMALILAND": "Somaliland",
        "SOUTHOSSETIA": "South Ossetia", "SOUTHVIETNAM": "South Vietnam", "SPLMN": "the SPLM-N",
        "STC": "the Southern Transitional Council", "TALIBAN": "the Taliban", "TIGRAY": "Tigray",
        "TRANSNISTRIA": "Transnistria", "TRNC": "Northern Cyprus", "VIETCONG": "the Viet Cong",
        "WEST": "the West",
    ]

    /// What people write instead of the code.
    private static let abbreviations = [
        "US": "USA", "UK": "GBR", "UAE": "ARE", "DPRK": "PRK", "USSR": "SUN", "PRC": "CHN",
        "ROK": "KOR",
        "TÜRKIYE": "TUR", "BRITAIN": "GBR", "ISIS": "IS",
    ]

    /// Looked into first: a name comes from the system's tables, which take some milliseconds to open.
    private static let knownStates = Set(
        states.utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
    )

    /// Whom the coder knows as states, so that a person can name them.
    private static let states = """
        AFG AGO ALB AND ARE ARG ARM ATG AUS AUT AZE BDI BEL BEN BFA BGD BGR BHR BHS BIH BLR BLZ BOL \
        BRA BRB BRN BTN BWA CAF CAN CHE CHL CHN CIV CMR COD COG COL COM CPV CRI CSK CUB CYP CZE DEU \
        DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FRA FSM GAB GBR GEO GHA GIN GMB GNB \
        GNQ GRC GRD GTM GUY HND HRV HTI HUN IDN IND IRL IRN IRQ ISL ISR ITA JAM JOR JPN KAZ KEN KGZ \
        KHM KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAR MCO MDA MDG MDV MEX MHL \
        MKD MLI MLT MMR MNE MNG MOZ MRT MUS MWI MYS NAM NER NGA NIC NLD NOR NPL NRU NZL OMN PAK PAN \
        PER PHL PLW PNG POL PRK PRT PRY PSE QAT ROU RUS RWA SAU SDN SEN SGP SLB SLE SLV SMR SOM SRB \
        SSD STP SUN SUR SVK SVN SWE SWZ SYC SYR TCD TGO THA TJK TKM TLS TON TTO TUN TUR TUV TWN TZA \
        UGA UKR URY USA UZB VAT VCT VEN VNM VUT WSM XKX YEM YUG ZAF ZMB ZWE
        """
}

/// What the system's tables say of states, each looked up once: a page names the same two a thousand times.
private final class RegionNames: Sendable {
    private let known = Mutex<[String: [String: String?]]>([:])

    /// The code again, or nil, where the tables know no name.
    func name(_ code: ActorCode, in language: String) -> String? {
        known.withLock { known in
            if let name = known[language]?[code.rawValue] { return name }
            let name = Locale(identifier: language).localizedString(forRegionCode: code.rawValue)
            let isEnglish = language == "en"
            let kept = isEnglish ? name?.replacing(" & ", with: " and ") : name
            known[language, default: [:]][code.rawValue] = .some(kept)
            return kept
        }
    }
}
