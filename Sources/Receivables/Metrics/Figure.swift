/// A figure of a period, or the reason why there is none (DOMAIN.md §6): never 0 or infinity in its place.
public enum Figure: Hashable, Sendable {
    case value(Double)
    case none(NoFigure)

    /// The value; nil where there is no figure.
    public var value: Double? { if case .value(let value) = self { value } else { nil } }

    /// Why there is no figure; nil where there is one.
    public var reason: NoFigure? { if case .none(let reason) = self { reason } else { nil } }

    /// A quotient, or the reason why the denominator says nothing.
    static func ratio(_ over: Double, _ under: Double, times factor: Double = 1, else reason: NoFigure) -> Figure {
        under > 0 ? .value(over / under * factor) : .none(reason)
    }

    /// Goes on with the value, where there is one.
    func then(_ next: (Double) -> Figure) -> Figure {
        switch self {
        case .value(let value): next(value)
        case .none: self
        }
    }
}
