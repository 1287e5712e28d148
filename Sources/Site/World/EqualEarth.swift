import Foundation

/// The Equal Earth projection: areas keep their proportions, and the continents look as on a globe.
///
/// Šavrič, Patterson and Jenny, The Equal Earth map projection, International Journal of Geographical
/// Information Science 33 (2019): a polynomial in the parametric latitude. Mercator was rejected, because it
/// makes the north look large.
enum EqualEarth {
    private static let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)

    /// The place on a plane where the equator has the length of `2 * width`; x to the east, y to the north.
    static func place(north: Double, east: Double) -> (x: Double, y: Double) {
        let root3 = 3.0.squareRoot()
        let angle = asin(root3 / 2 * sin(north * .pi / 180))
        let square = angle * angle
        let sixth = square * square * square
        let slope = a1 + 3 * a2 * square + sixth * (7 * a3 + 9 * a4 * square)
        return (
            x: 2 * root3 * (east * .pi / 180) * cos(angle) / (3 * slope),
            y: angle * (a1 + a2 * square + sixth * (a3 + a4 * square))
        )
    }

    /// Half the length of the equator.
    static let width = place(north: 0, east: 180).x
}
