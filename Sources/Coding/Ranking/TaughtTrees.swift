import Text

// Boosted trees with what the categories of their columns are worth, as the files of the ranker and of the
// judges hold them.

extension BinaryWriter {
    mutating func taught(_ encodings: [Ranker.Encoding?], _ trees: BoostedTrees) {
        count(encodings.count)
        for encoding in encodings {
            float(encoding?.usual ?? .nan)
            count(encoding?.values.count ?? 0)
            for (value, worth) in (encoding?.values ?? [:]).sorted(by: { $0.key < $1.key }) {
                integer(value)
                float(worth)
            }
        }
        trees.write(to: &self)
    }
}

extension BinaryReader {
    /// Throws a `BinaryError` where the file was taught on other columns.
    mutating func taught(
        on columns: [TraitTable.Column]
    ) throws -> (encodings: [Ranker.Encoding?], trees: BoostedTrees) {
        guard try count(ofWidth: 8) == columns.count else {
            throw error("taught on other columns than these \(columns.count)")
        }
        let encodings = try columns.map { column in
            let usual = try float()
            var values: [Int32: Float] = [:]
            for _ in 0..<(try count(ofWidth: 8)) {
                values[try integer(Int32.self)] = try float()
            }
            return column.isCategory ? Ranker.Encoding(values: values, usual: usual) : nil
        }
        let trees = try BoostedTrees(&self)
        guard trees.columns == columns.count else {
            throw error("\(trees.columns) columns, not \(columns.count)")
        }
        return (encodings, trees)
    }
}
