import Foundation

/// Where the parties around a patron are drawn: the better the standing, the nearer to the middle.
///
/// A force layout on circles, a pure function of names, levels and bonds. How far a party stands from the middle is its
/// level and moves for nobody; forces turn it around the middle: who is bound to one another is drawn together, who
/// stands too near is pushed apart, and each is held by a spring to a direction of its own, which follows from its code.
/// So the picture is the same on every visit, and a party that is added moves its neighbours and hardly the rest. Labels
/// stand in a column on either side, in the order of their directions, so that none covers another.
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
        /// The codes of those to whom it is bound by a treaty of defence.
        var bonds: Set<String> = []
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
        let turns = Self.turns(sorted)
        let mostOnSide = Int(size.height / Self.labelHeight)
        let onRight = Self.sides(turns, most: mostOnSide)
        let placed = sorted.indices.map { place -> Place in
            let (body, turn) = (sorted[place], turns[place])
            let reach = Self.reach(of: body.level) * size.radius
            return Place(
                code: body.code,
                x: middleX + reach * sin(turn),
                y: middleY - reach * cos(turn),
                labelX: middleX + (onRight[place] ? size.labelDistance : -size.labelDistance),
                labelY: middleY - size.radius * Self.outside * cos(turn),
                isOnRight: onRight[place]
            )
        }
        func column(_ isOnRight: Bool) -> [Place] {
            let own = placed.filter { $0.isOnRight == isOnRight }
            return Self.parted(
                own.sorted { ($0.labelY, $0.code) < ($1.labelY, $1.code) },
                height: size.height
            )
        }
        places = column(true) + column(false)
    }

    /// As a share of the radius.
    static func reach(of level: Double?) -> Double {
        guard let level else { return outside }
        let share = (10 - min(max(level, -10), 10)) / 20
        return innermost + (1 - innermost) * share
    }

    // MARK: Forces

    /// Steps after which nothing moves by a tenth of a point any more, tried with 22 parties.
    private static let steps = 400
    /// The share of a force by which a step turns, at first; it falls to nothing, so that the last steps settle.
    private static let stride = 0.05
    /// Of the spring to the own direction, of the bond, and of the push: tried on 5 to 22 parties until four that are
    /// bound stand at two thirds of their distance, no two marks lie upon one another, and a party that is added turns
    /// half of the others by less than three degrees.
    private static let (home, bond, push) = (1.0, 1.5, 0.05)
    /// In radii, squared: nearer than this nobody is pushed harder, so that no step flings a party across.
    private static let nearest = 0.002

    /// The direction of each, from the top with the clock, where the forces balance.
    private static func turns(_ bodies: [Body]) -> [Double] {
        let homes = bodies.map { Self.home(of: $0.code) }
        let reaches = bodies.map { reach(of: $0.level) }
        var turns = homes
        for step in 0..<steps {
            let stride = Self.stride * (1 - Double(step) / Double(steps))
            let forces = bodies.indices.map { one -> Double in
                var force = home * sin(homes[one] - turns[one])
                for other in bodies.indices where other != one {
                    let apart = turns[one] - turns[other]
                    if bodies[one].bonds.contains(bodies[other].code) {
                        force -= bond * sin(apart) / Double(bodies[one].bonds.count)
                    }
                    // The distance of the two in the picture, in radii, along which they push one another.
                    let (near, far) = (reaches[one], reaches[other])
                    let distance = near * near + far * far - 2 * near * far * cos(apart)
                    // Two in one direction part by the order of their codes.
                    let side = abs(sin(apart)) < 1e-9 ? (one < other ? -1e-3 : 1e-3) : sin(apart)
                    force += push * far * side / max(distance, nearest)
                }
                return force
            }
            for place in turns.indices {
                turns[place] += stride * min(max(forces[place], -4), 4)
            }
        }
        let circle = 2 * Double.pi
        return turns.map { $0 - circle * ($0 / circle).rounded(.down) }
    }

    /// A direction that follows from the code alone: the FNV-1a hash of its letters, as a share of the circle.
    private static func home(of code: String) -> Double {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in code.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        // The upper bits of a short word's hash hardly differ: they are mixed with the lower ones.
        hash ^= hash >> 33
        hash = hash &* 0xFF51_AFD7_ED55_8CCD
        hash ^= hash >> 33
        return 2 * Double.pi * Double(hash >> 11) / Double(1 << 53)
    }

    /// Whether each has its label on the right: where it stands, and of a column that is full the one next to the
    /// other side there.
    private static func sides(_ turns: [Double], most: Int) -> [Bool] {
        var onRight = turns.map { sin($0) >= 0 }
        for side in [true, false] {
            let own = turns.indices.filter { onRight[$0] == side }
                .sorted { (abs(sin(turns[$0])), $0) < (abs(sin(turns[$1])), $1) }
            for place in own.prefix(max(0, own.count - most)) { onRight[place] = !side }
        }
        return onRight
    }

    /// The labels of one side, from the top, moved apart until none covers another.
    private static func parted(_ places: [Place], height: Double) -> [Place] {
        let room = labelHeight / 2
        var heights = places.map { max($0.labelY, room) }
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
