import Expressions
import LaTeX

/// Losses by name.
extension Elaborator {
  /// CE(y, ŷ) = −Σ_k y_k log ŷ_k, whichever of the two stands first: the one with a hat is the prediction.
  mutating func crossEntropy(_ cursor: inout NodeCursor) throws(ReadingProblem) -> Tensor? {
    guard let word = cursor.current?.symbolName, vocabulary.crossEntropies.contains(word) else { return nil }
    var ahead = cursor
    ahead.advance()
    guard let next = ahead.current, case .fence(let fence) = next.kind else { return nil }
    let items = fence.body.withoutBlanks.split(whereSeparator: \.isPunctuation).map(Array.init)
    guard items.count == 2 else { return nil }
    let isFirstPrediction = items[0].isPrediction && !items[1].isPrediction
    let target = try tensor(items[isFirstPrediction ? 1 : 0])
    let prediction = try tensor(items[isFirstPrediction ? 0 : 1])
    guard target.axes.count == 1, let weight = aligned(target, to: prediction.axes) else { return nil }
    cursor = ahead
    cursor.advance()
    let (index, lower, upper) = freshAxis(like: prediction.axes[0])
    let logarithm = graph.call("log", prediction.body)
    let term = graph.multiply([weight, logarithm])
    let total = graph.summation(
      over: index, from: lower, to: upper, graph.replace(prediction.axes[0], by: index, in: term))
    return Tensor(graph.negate(total))
  }
}

extension [MathNode] {
  /// Whether a letter with a hat stands here.
  fileprivate var isPrediction: Bool {
    contains { $0.occurrence?.letter.hasPrefix("\\hat") == true || $0.occurrence?.letter.hasPrefix("\\tilde") == true }
  }
}
