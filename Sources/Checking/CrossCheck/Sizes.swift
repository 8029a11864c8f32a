import Expressions
import Networks
import Numerics

/// Numbers for what a network leaves open.
struct Sizes: Hashable {
  /// The widths, the input first.
  var widths: [Int]
  /// The number of samples.
  var samples: Int

  /// The sizes at which `network` is tried: one choice where nothing is open but the functions, else three; with open
  /// depth two, three and four layers of weights. Letters stand for unequal widths, for equal ones would hide a
  /// transposed matrix.
  static func choices(for network: Network, _ source: inout SplitMix64) -> [Sizes] {
    switch network.architecture.layers {
    case .open:
      return (2...4).map { depth in
        let widths = Array(Array(2...6).shuffled(using: &source).prefix(depth + 1))
        return Sizes(widths: widths, samples: samples(network, besides: widths, &source))
      }
    case .widths(let widths):
      let isOpen = network.batch != .none || widths.contains { if case .symbol = $0 { true } else { false } }
      return (0..<(isOpen ? 3 : 1)).map { _ in
        let numbers = numbers(for: widths, &source)
        return Sizes(widths: numbers, samples: samples(network, besides: numbers, &source))
      }
    }
  }

  /// The widths with a number for each letter: another than every other letter's and every width that is a number.
  private static func numbers(for widths: [Width], _ source: inout SplitMix64) -> [Int] {
    var taken: Set<Int> = []
    for case .number(let units) in widths { taken.insert(units) }
    var pool = (2...max(7, widths.count + 2 + taken.count)).filter { !taken.contains($0) }.prefix(max(6, widths.count))
      .shuffled(using: &source)
    var letters: [String: Int] = [:]
    return widths.map { width in
      switch width {
      case .number(let units): return units
      case .symbol(let letter):
        if let known = letters[letter] { return known }
        let units = pool.popLast() ?? 2
        letters[letter] = units
        return units
      }
    }
  }

  private static func samples(_ network: Network, besides widths: [Int], _ source: inout SplitMix64) -> Int {
    guard network.batch != .none else { return 1 }
    let candidates = (2...5).filter { !widths.contains($0) }
    return candidates.isEmpty ? 3 : candidates[source.integer(in: 0...candidates.count - 1)]
  }
}
