import Foundation

/// How fast a network learns from the first step to the last: the rate rises in a straight line, then falls along half a cosine.
struct Pace: Sendable {
    /// Of Adam, at its highest.
    let highest: Float
    /// The share of it that is left at the end.
    let rest: Float
    /// From which share of the steps on the model is the mean of all weights that come; 1 for the last weights alone.
    let meanFrom: Float

    /// The share of all steps in which the rate rises.
    private static let warmUp: Float = 0.03

    /// From random weights: twice the rate of Adam's authors, for a small network; no other was tried.
    static let whole = Pace(highest: 0.002, rest: 0.005, meanFrom: 1)

    /// From learnt weights: slower, so that they are not lost, and never slow at the end, so that the mean of the last half is
    /// one of weights that differ (Izmailov and others 2018).
    static let goingOn = Pace(highest: 0.001, rest: 0.2, meanFrom: 0.5)

    /// `share`: of all steps, how many are done.
    func rate(at share: Float) -> Float {
        if share < Self.warmUp { return highest * (share / Self.warmUp + 0.01) }
        let place = min((share - Self.warmUp) / (1 - Self.warmUp), 1)
        return highest * (rest + (1 - rest) * 0.5 * (1 + cosf(place * .pi)))
    }
}
