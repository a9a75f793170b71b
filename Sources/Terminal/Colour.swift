/// A colour as a theme names it.
public enum Colour: Hashable, Sendable {
    /// The terminal's own foreground or background.
    case standard
    /// One of the terminal's 16 named colours, as its user has set them: 0...7, and 8...15 for the bright ones.
    case ansi(UInt8)
    /// One of the 256: the 16, a cube of 6 × 6 × 6, and 24 greys.
    case indexed(UInt8)
    case rgb(red: UInt8, green: UInt8, blue: UInt8)
}

extension Colour {
    /// The names of the sixteen, in order. `bright-` stands before the names of the upper eight.
    static let names = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

    /// Reads `default`, `red`, `bright-red`, `208` or `#10a0ff`; nil for anything else.
    init?(_ word: some StringProtocol) {
        let lower = word.lowercased()
        if lower == "default" {
            self = .standard
        } else if let index = Colour.names.firstIndex(of: lower) {
            self = .ansi(UInt8(index))
        } else if lower.hasPrefix("bright-"), let index = Colour.names.firstIndex(of: String(lower.dropFirst(7))) {
            self = .ansi(UInt8(index + 8))
        } else if lower == "grey" || lower == "gray" {
            self = .ansi(8)
        } else if let index = UInt8(lower) {
            self = index < 16 ? .ansi(index) : .indexed(index)
        } else if lower.hasPrefix("#"), lower.utf8.count == 7, let value = UInt32(lower.dropFirst(), radix: 16) {
            self = .rgb(
                red: UInt8(value >> 16 & 0xFF), green: UInt8(value >> 8 & 0xFF), blue: UInt8(value & 0xFF))
        } else {
            return nil
        }
    }

    /// The nearest colour among those a terminal has.
    ///
    /// - Parameter colours: how many it has: 0, 8, 16, 88, 256 or more.
    /// - Returns: its index there, or nil for the terminal's own colour.
    public func index(among colours: Int) -> Int? {
        guard colours >= 8 else { return nil }
        switch self {
        case .standard:
            return nil
        case .ansi(let index):
            return colours >= 16 ? Int(index) : Int(index % 8)
        case .indexed(let index) where index < 16:
            return Colour.ansi(index).index(among: colours)
        case .indexed(let index) where colours >= 256:
            return Int(index)
        case .indexed(let index):
            return Palette.nearest(to: Palette.colour(Int(index)), in: 0..<(colours >= 16 ? 16 : 8))
        case .rgb(let red, let green, let blue):
            let wanted = RGB(red: Int(red), green: Int(green), blue: Int(blue))
            // The first 16 are their user's to define: with 256 at hand, only the fixed ones are dependable.
            return Palette.nearest(to: wanted, in: colours >= 256 ? 16..<256 : 0..<(colours >= 16 ? 16 : 8))
        }
    }
}

private struct RGB {
    let red: Int, green: Int, blue: Int

    /// The squared distance, weighted as the eye does (https://www.compuphase.com/cmetric.htm).
    func distance(to other: RGB) -> Int {
        let mean = (red + other.red) / 2
        let r = red - other.red, g = green - other.green, b = blue - other.blue
        return (512 + mean) * r * r + 1024 * g * g + (767 - mean) * b * b
    }
}

/// What xterm shows for its 256 colours.
private enum Palette {
    private static let first16: [RGB] = [
        RGB(red: 0, green: 0, blue: 0), RGB(red: 205, green: 0, blue: 0),
        RGB(red: 0, green: 205, blue: 0), RGB(red: 205, green: 205, blue: 0),
        RGB(red: 0, green: 0, blue: 238), RGB(red: 205, green: 0, blue: 205),
        RGB(red: 0, green: 205, blue: 205), RGB(red: 229, green: 229, blue: 229),
        RGB(red: 127, green: 127, blue: 127), RGB(red: 255, green: 0, blue: 0),
        RGB(red: 0, green: 255, blue: 0), RGB(red: 255, green: 255, blue: 0),
        RGB(red: 92, green: 92, blue: 255), RGB(red: 255, green: 0, blue: 255),
        RGB(red: 0, green: 255, blue: 255), RGB(red: 255, green: 255, blue: 255),
    ]

    static func colour(_ index: Int) -> RGB {
        if index < 16 { return first16[index] }
        if index >= 232 {
            let level = 8 + 10 * (index - 232)
            return RGB(red: level, green: level, blue: level)
        }
        func level(_ step: Int) -> Int { step == 0 ? 0 : 55 + 40 * step }
        let cube = index - 16
        return RGB(red: level(cube / 36), green: level(cube / 6 % 6), blue: level(cube % 6))
    }

    static func nearest(to wanted: RGB, in indices: Range<Int>) -> Int? {
        indices.min { wanted.distance(to: colour($0)) < wanted.distance(to: colour($1)) }
    }
}
