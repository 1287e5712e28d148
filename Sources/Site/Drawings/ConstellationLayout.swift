import Foundation

/// Where the parties around a patron are drawn: the better the standing, the nearer to the middle.
///
/// A pure function of names and levels. Each party has its own direction, in the order of the codes from
/// the top with the clock, so the picture is the same on every visit, and a party that is added only
/// widens the fan. Labels stand in a column on either side, in the order of their directions, so that
/// none covers another.
struct ConstellationLayout {
    struct Size: Sendable {
        let width: Double
        let height: Double
        /// Of the ring on which the lowest level lies.
        let radius: Double
        /// How far from the middle the labels begin.
        let labelDistance: Double

        /// Room beside the picture for names of twenty letters, also of Cyrillic ones, which are wider.
        static let wide = Size(width: 740, height: 440, radius: 170, labelDistance: 212)
        /// Room for codes, for a page as wide as a telephone.
        static let narrow = Size(width: 360, height: 340, radius: 106, labelDistance: 134)
    }

    struct Body: Hashable, Sendable {
        let code: String
        /// From -10 to 10; nil where no line is drawn.
        let level: Double?
    }

    struct Place: Hashable, Sendable {
        let code: String
        let x: Double
        let y: Double
        let labelX: Double
        let labelY: Double
        let isOnRight: Bool
    }

    /// The highest level, an all but perfect friend, still stands clear of the patron.
    private static let innermost = 0.16
    /// Parties without a line stand on a ring of their own outside the scale.
    private static let outside = 1.14
    /// From line to line of a column of labels.
    private static let labelHeight = 22.0

    let size: Size
    let places: [Place]

    var middle: (x: Double, y: Double) { (size.width / 2, size.height / 2) }

    init(_ bodies: [Body], size: Size) {
        self.size = size
        let (middleX, middleY) = (size.width / 2, size.height / 2)
        let sorted = bodies.sorted { $0.code < $1.code }
        let placed = sorted.enumerated().map { place, body -> Place in
            // Half a step from the top: no label falls on the axis that bears the scale.
            let turn = 2 * Double.pi * (Double(place) + 0.5) / Double(max(1, sorted.count))
            let reach = Self.reach(of: body.level) * size.radius
            let isOnRight = turn < .pi
            return Place(
                code: body.code,
                x: middleX + reach * sin(turn),
                y: middleY - reach * cos(turn),
                labelX: middleX + (isOnRight ? size.labelDistance : -size.labelDistance),
                labelY: middleY - size.radius * Self.outside * cos(turn),
                isOnRight: isOnRight
            )
        }
        let right = Self.parted(placed.filter(\.isOnRight), height: size.height)
        let left = Self.parted(placed.filter { !$0.isOnRight }.reversed(), height: size.height)
        places = right + left
    }

    /// As a share of the radius.
    static func reach(of level: Double?) -> Double {
        guard let level else { return outside }
        let share = (10 - min(max(level, -10), 10)) / 20
        return innermost + (1 - innermost) * share
    }

    /// The labels of one side, from the top, moved apart until none covers another.
    private static func parted(_ places: [Place], height: Double) -> [Place] {
        let room = labelHeight / 2
        var heights = places.map(\.labelY)
        for place in heights.indices.dropFirst() {
            heights[place] = max(heights[place], heights[place - 1] + labelHeight)
        }
        // What ran out at the bottom goes up again, from the last to the first.
        var limit = height - room
        for place in heights.indices.reversed() {
            heights[place] = min(heights[place], limit)
            limit = heights[place] - labelHeight
        }
        return zip(places, heights).map { place, labelY in
            Place(
                code: place.code,
                x: place.x,
                y: place.y,
                labelX: place.labelX,
                labelY: labelY,
                isOnRight: place.isOnRight
            )
        }
    }
}
