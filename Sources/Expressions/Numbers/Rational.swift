/// An exact rational number.
public struct Rational: Hashable, Sendable {}
