package import Foundation

/// A line that cannot be used: what, where, and what to do.
package struct LineError: Error, Hashable, Sendable, CustomStringConvertible {
    /// As it was named.
    package let file: String
    /// From 1.
    package let line: Int
    /// A predicate of the line, without a full stop.
    package let problem: String
    /// A whole sentence.
    package let cure: String

    package init(file: String, line: Int, problem: String, cure: String) {
        self.file = file
        self.line = line
        self.problem = problem
        self.cure = cure
    }

    package var description: String { "\(file):\(line): \(problem). \(cure)" }
}

/// Files with one JSON value a line.
package enum JSONLines {
    /// A value with the line it stands on, from 1.
    package struct Line<Value: Sendable>: Sendable {
        package let number: Int
        package let value: Value
    }

    /// Every line that is not empty, as a value or as what is wrong with it; `file` names it in errors.
    package static func read<Value: Decodable & Sendable>(
        _: Value.Type,
        from bytes: Data,
        _ file: String
    ) -> [Result<Line<Value>, LineError>] {
        let decoder = JSONDecoder()
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        return lines.enumerated().compactMap { place, line in
            guard line.contains(where: { $0 > 0x20 }) else { return nil }
            do {
                let value = try decoder.decode(Value.self, from: Data(line))
                return .success(Line(number: place + 1, value: value))
            } catch {
                let isLast = place == lines.count - 1
                let (problem, cure) = words(for: error, isCut: isLast)
                return .failure(
                    LineError(file: file, line: place + 1, problem: problem, cure: cure)
                )
            }
        }
    }

    /// `isCut`: nothing ends the line, not even a line feed.
    private static func words(
        for error: any Error,
        isCut: Bool
    ) -> (problem: String, cure: String) {
        guard let error = error as? DecodingError else {
            return ("cannot be read (\(error))", "Write one JSON object a line.")
        }
        switch error {
        case .keyNotFound(let key, let context):
            return (
                "has no '\(name(context.codingPath + [key]))'",
                "Documentation/exports.md says which keys a line needs."
            )
        case .valueNotFound(_, let context):
            return (
                "has null for '\(name(context.codingPath))'",
                "Documentation/exports.md says which keys a line needs."
            )
        case .typeMismatch(_, let context) where !context.codingPath.isEmpty:
            return unusable(context)
        case .dataCorrupted(let context) where !context.codingPath.isEmpty:
            return unusable(context)
        default:
            return isCut
                ? (
                    "is cut off: it is no whole JSON object",
                    "Write the file again, to its end; the lines before are not affected."
                )
                : ("is no JSON object", "Write one JSON object a line, in UTF-8.")
        }
    }

    private static func unusable(
        _ context: DecodingError.Context
    ) -> (problem: String, cure: String) {
        (
            "has no usable '\(name(context.codingPath))' (\(context.debugDescription))",
            "Documentation/exports.md says what stands in it."
        )
    }

    private static func name(_ path: [any CodingKey]) -> String {
        path.map(\.stringValue).joined(separator: ".")
    }
}
