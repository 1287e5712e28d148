import Diplomacy

/// The graph of actors as GEXF 1.3, with the days of nodes and edges as spells.
struct GEXF {
    let graph: ActorGraph

    init(_ graph: ActorGraph) { self.graph = graph }

    func write(to write: (String) throws -> Void) throws -> ExportReport {
        try write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://gexf.net/1.3" version="1.3">
              <meta>
                <creator>Casus</creator>
                <description>Who did, or did not do, what to whom; weights are counts of roots.</description>
              </meta>
              <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">
                <attributes class="node" mode="static">
                  <attribute id="kind" title="kind" type="string"/>
                </attributes>
                <attributes class="edge" mode="static">
                  <attribute id="act" title="act" type="string"/>
                  <attribute id="polarity" title="polarity" type="string"/>
                  <attribute id="roots" title="roots" type="integer"/>
                  <attribute id="statements" title="statements" type="integer"/>
                </attributes>
                <nodes>

            """
        )
        for node in graph.nodes {
            try write("      <node id=\(quoted(node.code.rawValue)) label=\(quoted(node.label))>\n")
            try write(values([("kind", node.kind)]) + spells(node.spells) + "      </node>\n")
        }
        try write("    </nodes>\n    <edges>\n")
        for (number, edge) in graph.edges.enumerated() {
            try write(
                "      <edge id=\"\(number)\" source=\(quoted(edge.key.source.rawValue)) "
                    + "target=\(quoted(edge.key.target.rawValue)) kind=\(quoted(edge.label)) "
                    + "label=\(quoted(edge.label)) weight=\"\(edge.roots)\">\n"
            )
            try write(values(edge.attributes) + spells(edge.spells) + "      </edge>\n")
        }
        try write("    </edges>\n  </graph>\n</gexf>\n")
        return ExportReport(written: graph.edges.count, leftOut: graph.leftOut)
    }

    private func values(_ values: [(String, String)]) -> String {
        let lines = values.map { "          <attvalue for=\"\($0)\" value=\(quoted($1))/>\n" }
        return "        <attvalues>\n" + lines.joined() + "        </attvalues>\n"
    }

    /// Nothing where no day is known: such an element is there at all times.
    private func spells(_ intervals: [DayInterval]) -> String {
        guard !intervals.isEmpty else { return "" }
        let lines = intervals.map {
            "          <spell start=\"\($0.first)\" end=\"\($0.last)\"/>\n"
        }
        return "        <spells>\n" + lines.joined() + "        </spells>\n"
    }
}

/// The graph of actors as GraphML.
struct GraphML {
    let graph: ActorGraph

    init(_ graph: ActorGraph) { self.graph = graph }

    func write(to write: (String) throws -> Void) throws -> ExportReport {
        try write(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
              <key id="label" for="node" attr.name="label" attr.type="string"/>
              <key id="kind" for="node" attr.name="kind" attr.type="string"/>
              <key id="act" for="edge" attr.name="act" attr.type="string"/>
              <key id="polarity" for="edge" attr.name="polarity" attr.type="string"/>
              <key id="roots" for="edge" attr.name="roots" attr.type="int"/>
              <key id="statements" for="edge" attr.name="statements" attr.type="int"/>
              <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
              <key id="first" for="edge" attr.name="first" attr.type="string"/>
              <key id="last" for="edge" attr.name="last" attr.type="string"/>
              <graph id="casus" edgedefault="directed">

            """
        )
        for node in graph.nodes {
            try write("    <node id=\(quoted(node.code.rawValue))>\n")
            try write(data([("label", node.label), ("kind", node.kind)]) + "    </node>\n")
        }
        for (number, edge) in graph.edges.enumerated() {
            try write(
                "    <edge id=\"e\(number)\" source=\(quoted(edge.key.source.rawValue)) "
                    + "target=\(quoted(edge.key.target.rawValue))>\n"
            )
            let days = [
                ("first", edge.spells.first?.first.description),
                ("last", edge.spells.last?.last.description),
            ].compactMap { key, day in day.map { (key, $0) } }
            let weight = [("weight", String(edge.roots))]
            try write(data(edge.attributes + weight + days) + "    </edge>\n")
        }
        try write("  </graph>\n</graphml>\n")
        return ExportReport(written: graph.edges.count, leftOut: graph.leftOut)
    }

    private func data(_ values: [(String, String)]) -> String {
        values.map { "      <data key=\"\($0)\">\(escaped($1))</data>\n" }.joined()
    }
}

extension ActorGraph.Edge {
    fileprivate var attributes: [(String, String)] {
        [
            ("act", key.act.rawValue), ("polarity", key.polarity.rawValue),
            ("roots", String(roots)), ("statements", String(statements)),
        ]
    }
}

/// The text as the value of an XML attribute, with its quotation marks.
private func quoted(_ text: String) -> String { "\"\(escaped(text))\"" }

/// The text within an element or an attribute; characters that XML 1.0 cannot hold become U+FFFD.
private func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": escaped += "&amp;"
        case "<": escaped += "&lt;"
        case ">": escaped += "&gt;"
        case "\"": escaped += "&quot;"
        case "\t", "\n", "\r": escaped += " "
        case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": escaped += "\u{FFFD}"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
    return escaped
}
