import Foundation

/// A part of the globe on paper: where a place lies, which lines of the graticule cross it, and where labels
/// have room.
struct WorldFrame {
    let width: Double
    let height: Double
    private let scale: Double
    private let west: Double
    private let top: Double
    /// Between two lines of the graticule, in degrees.
    private let step: Int
    private let norths: ClosedRange<Int>
    private let easts: ClosedRange<Int>

    /// Everything that is governed from somewhere: no capital lies beyond 65 degrees north or 42 south.
    static let world = WorldFrame(norths: -50...72, easts: -180...180, step: 30, width: 960)
    /// Europe and what lies around it, where most capitals stand close together.
    static let europe = WorldFrame(norths: 24...66, easts: -12...62, step: 10, width: 960)

    private init(norths: ClosedRange<Int>, easts: ClosedRange<Int>, step: Int, width: Double) {
        self.norths = norths
        self.easts = easts
        self.step = step
        self.width = width
        // The parallel that is nearest to the equator is the longest.
        let widest = Double(norths.contains(0) ? 0 : norths.lowerBound)
        let left = EqualEarth.place(north: widest, east: Double(easts.lowerBound)).x
        let right = EqualEarth.place(north: widest, east: Double(easts.upperBound)).x
        let upper = EqualEarth.place(north: Double(norths.upperBound), east: 0).y
        let lower = EqualEarth.place(north: Double(norths.lowerBound), east: 0).y
        scale = width / (right - left)
        west = left
        top = upper
        height = (upper - lower) * scale
    }

    /// On paper, from the left and from the top.
    func place(north: Double, east: Double) -> (x: Double, y: Double) {
        let place = EqualEarth.place(north: north, east: east)
        return ((place.x - west) * scale, (top - place.y) * scale)
    }

    func holds(_ capital: CapitalTable.Capital) -> Bool {
        let (x, y) = place(north: capital.north, east: capital.east)
        return (0...width).contains(x) && (0...height).contains(y)
    }

    /// Meridians and parallels, each as the data of a path.
    var graticule: [String] {
        func round(_ number: Int) -> Int {
            Int((Double(number) / Double(step)).rounded(.up)) * step
        }
        let meridians = stride(from: round(easts.lowerBound), through: easts.upperBound, by: step)
            .map { east in
                line(
                    stride(from: norths.lowerBound, through: norths.upperBound, by: 2).map {
                        ($0, east)
                    }
                )
            }
        let parallels = stride(from: round(norths.lowerBound), through: norths.upperBound, by: step)
            .map { north in
                line(
                    stride(from: easts.lowerBound, through: easts.upperBound, by: 2).map {
                        (north, $0)
                    }
                )
            }
        return meridians + parallels
    }

    private func line(_ places: [(north: Int, east: Int)]) -> String {
        places.enumerated().map { index, point in
            let (x, y) = place(north: Double(point.north), east: Double(point.east))
            return "\(index == 0 ? "M" : "L")\(Drawing.number(x)) \(Drawing.number(y))"
        }.joined()
    }
}

/// Finds a place for each label beside its mark, so that none covers another label or mark.
///
/// First come, first served: who is told of most is asked first. A label without room is left out, and the mark
/// still says its name to a pointer and to a screen reader.
struct LabelRoom {
    struct Box {
        let x: Double
        let y: Double
        let width: Double
        let height: Double

        func overlaps(_ other: Box) -> Bool {
            x < other.x + other.width && other.x < x + width && y < other.y + other.height
                && other.y < y + height
        }
    }

    /// Of three capitals in the type of the drawing.
    private static let labelWidth = 27.0
    private static let labelHeight = 13.0

    private let width: Double
    private let height: Double
    private var taken: [Box] = []

    init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// Nothing may cover the mark.
    mutating func take(x: Double, y: Double, reach: Double) {
        taken.append(Box(x: x - reach, y: y - reach, width: 2 * reach, height: 2 * reach))
    }

    /// The middle of a label beside the mark, and takes its place; nil where there is no room.
    mutating func label(x: Double, y: Double, reach: Double) -> (x: Double, y: Double)? {
        let (right, below) = (reach + 1 + Self.labelWidth / 2, reach + 1 + Self.labelHeight / 2)
        for (dx, dy) in [(right, 0), (-right, 0), (0, -below), (0, below)] {
            let box = Box(
                x: x + dx - Self.labelWidth / 2,
                y: y + dy - Self.labelHeight / 2,
                width: Self.labelWidth,
                height: Self.labelHeight
            )
            let isInside =
                box.x >= 0 && box.y >= 0 && box.x + box.width <= width
                && box.y + box.height <= height
            if isInside, !taken.contains(where: box.overlaps) {
                taken.append(box)
                return (x + dx, y + dy)
            }
        }
        return nil
    }
}
