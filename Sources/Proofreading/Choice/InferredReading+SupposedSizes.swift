import Checking
import Derivations
import Reading

/// Lines that hold for one number of units only, where the notes leave it open: z = w_1 x_1 + w_2 x_2 for z = Σ_{i=1}^n w_i x_i.
extension InferredReading {
  /// They are about an example, n = 2, that no formula tells: neither proved nor wrong.
  mutating func admitSupposedSizes() {
    guard !notes.supposedSizes.isEmpty, judgements.contains(where: { $0.isRefuted }) else { return }
    var background = notes.background
    background.sizes += notes.supposedSizes.map { ($0.symbol, $0.value) }
    var judge = Judge(notes.graph, background: background)
    judge.distrustsZeros = true
    let others = judge.judge(notes.assertions)
    let sizes = notes.supposedSizes.map { "\($0.letter.trimmedCommand) = \($0.value)" }
    for place in judgements.indices where judgements[place].isRefuted {
      switch others[place].verdict {
      case .proved, .verified, .definition:
        judgements[place] = Judgement(.unread("it holds for \(sizes.joined(separator: ", ")), which no line says"))
      default: continue
      }
    }
  }
}

extension Judgement {
  fileprivate var isRefuted: Bool { if case .refuted = verdict { true } else { false } }
}

extension String {
  /// A letter without the backslash of its command.
  fileprivate var trimmedCommand: String { hasPrefix("\\") ? String(dropFirst()) : self }
}
