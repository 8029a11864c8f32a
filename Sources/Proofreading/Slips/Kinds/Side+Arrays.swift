import LaTeX

extension Side {
  /// Wᵀ for W and W for Wᵀ.
  var transposeEdits: [Edit] {
    var result: [Edit] = []
    for symbol in symbols where symbol.transposeSign != nil { result += untransposed(symbol) }
    for term in valueTerms {
      for factor in term.factors where factor.form == .fence || factor.form == .other { result += untransposed(factor) }
    }
    guard isMatrixForm else { return result }
    let sign = near.transposeSign ?? notes.transposeSign ?? "T"
    for symbol in symbols where isTransposable(symbol) { result += transposed(symbol, sign) }
    return result
  }

  private func isTransposable(_ symbol: WrittenSymbol) -> Bool {
    guard symbol.transposeSign == nil, !symbol.isInDerivative || symbol.key.isCapital else { return false }
    if near.transposed.contains(symbol.key) || notes.transposed.contains(symbol.key) { return true }
    let spelling = latex(symbol.base)
    if near.heads.contains(spelling) || notes.heads.contains(spelling) { return false }
    return symbol.key.isCapital
  }

  private func transposed(_ symbol: WrittenSymbol, _ sign: String) -> [Edit] {
    let reason = "\(name([symbol.base])) is to be transposed"
    let (start, end) = (symbol.node.range.lowerBound, symbol.node.range.upperBound)
    guard let upper = symbol.upper else {
      return [edit(.transpose, reason, [.init(end..<end, "^" + Side.braced(sign))], mark: symbol.node.range)]
    }
    let around = edit(
      .transpose, reason, [.init(start..<start, "("), .init(end..<end, ")^" + Side.braced(sign))],
      mark: symbol.node.range)
    guard let last = upper.nodes.last, upper.range.upperBound > last.range.upperBound else { return [around] }
    let at = last.range.upperBound
    let blank = sign.hasPrefix("\\") ? " " : ""
    let inside = edit(.transpose, reason, [.init(at..<at, blank + sign)], mark: symbol.node.range)
    // W^{(l+1)T} reads well, W^{l+1T} does not.
    if case .fence = last.kind { return [inside, around] }
    return upper.nodes.count > 1 ? [around, inside] : [inside, around]
  }

  private func untransposed(_ symbol: WrittenSymbol) -> [Edit] {
    guard let sign = symbol.transposeSign, let upper = symbol.upper, case .scripts(let scripts) = symbol.node.kind
    else {
      return []
    }
    let reason = "\(name([symbol.base])) is not to be transposed"
    if upper.nodes.filter(\.isVisible).count > 1 {
      let before = upper.nodes.last { $0.range.upperBound <= sign.range.lowerBound }?.range.upperBound
      let range = (before ?? sign.range.lowerBound)..<sign.range.upperBound
      return [edit(.transpose, reason, [.init(range, "")], mark: symbol.node.range)]
    }
    return [edit(.transpose, reason, [.init(upperRange(scripts, upper), "")], mark: symbol.node.range)]
  }

  /// (AB)ᵀ, {W^l}ᵀ
  private func untransposed(_ factor: ProductFactor) -> [Edit] {
    guard case .scripts(let scripts) = factor.nodes[0].kind, let upper = scripts.upper, upper.nodes.count == 1 else {
      return []
    }
    guard upper.nodes[0].isTransposeSign else { return [] }
    return [
      edit(.transpose, "not to be transposed", [.init(upperRange(scripts, upper), "")], mark: factor.range)
    ]
  }

  /// The superscript with its `^`.
  private func upperRange(_ scripts: MathScripts, _ upper: MathRow) -> Range<Int> {
    let before = [scripts.base?.range.upperBound, scripts.lower?.range.upperBound].compactMap { $0 }
      .filter { $0 <= upper.range.lowerBound }.max()
    return (before ?? upper.range.lowerBound)..<upper.range.upperBound
  }

  // MARK: Products

  /// ⊙ for the matrix product and the reverse.
  var elementwiseEdits: [Edit] {
    let hadamard = near.hadamard ?? notes.hadamard
    return valueTerms.flatMap { term -> [Edit] in
      zip(term.factors, term.factors.dropFirst()).compactMap { before, after -> Edit? in
        let range = before.range.upperBound..<after.range.lowerBound
        let mark = before.range.lowerBound..<after.range.upperBound
        if let link = after.link, ["odot", "circ", "otimes", "bullet", ".*"].contains(link.name) {
          return edit(
            .elementwise, "the matrix product, not \(plain(latex(link.range)))", [.init(range, " ")], mark: mark)
        }
        guard isMatrixForm, !before.isPrefix, before.form != .number, let hadamard else { return nil }
        return edit(
          .elementwise, "\(plain(hadamard)), not the matrix product", [.init(range, " \(hadamard) ")], mark: mark)
      }
    }
  }

  /// Factors in another order: δ xᵀ and x δᵀ.
  var orderEdits: [Edit] {
    guard isMatrixForm else { return [] }
    return valueTerms.flatMap { term -> [Edit] in
      var result: [Edit] = []
      for (before, after) in zip(term.factors, term.factors.dropFirst())
      where !before.isPrefix && before.form != .number && !after.isPrefix {
        let mark = before.range.lowerBound..<after.range.upperBound
        let reason = "the order of the factors"
        result.append(
          edit(
            .order, reason, [.init(before.range, latex(after.range)), .init(after.range, latex(before.range))],
            mark: mark))
        result += movedTransposition(before, after, mark)
      }
      return result
    }
  }

  /// δ xᵀ as x δᵀ and as δᵀ x.
  private func movedTransposition(_ before: ProductFactor, _ after: ProductFactor, _ mark: Range<Int>) -> [Edit] {
    guard let (u, signBefore) = bare(before), let (v, signAfter) = bare(after) else { return [] }
    guard (signBefore == nil) != (signAfter == nil), let sign = signBefore ?? signAfter else { return [] }
    func joined(_ latex: String, _ isTransposed: Bool) -> String { isTransposed ? latex + sign : latex }
    let reason = "the order of the factors"
    return [
      edit(
        .order, reason,
        [.init(before.range, joined(v, signBefore != nil)), .init(after.range, joined(u, signAfter != nil))], mark: mark
      ),
      edit(
        .order, "the other factor is to be transposed",
        [.init(before.range, joined(u, signBefore == nil)), .init(after.range, joined(v, signAfter == nil))], mark: mark
      ),
    ]
  }

  /// A symbol without its transposition, and the transposition as it is written.
  private func bare(_ factor: ProductFactor) -> (latex: String, sign: String?)? {
    guard factor.nodes.count == 1, factor.form == .symbol || factor.form == .fence else { return nil }
    guard case .scripts(let scripts) = factor.nodes[0].kind, let upper = scripts.upper else {
      return (latex(factor.range), nil)
    }
    guard upper.nodes.count == 1, upper.nodes[0].isTransposeSign else {
      return WrittenSymbol(factor.nodes[0], false)?.transposeSign == nil ? ("(" + latex(factor.range) + ")", nil) : nil
    }
    let range = upperRange(scripts, upper)
    guard range.upperBound == factor.range.upperBound else { return nil }
    return (latex(factor.range.lowerBound..<range.lowerBound), latex(range))
  }
}

extension MathNode {
  /// T, ⊤.
  var isTransposeSign: Bool {
    switch kind {
    case .letter("T"), .symbol("top"), .symbol("intercal"): true
    case .styled(_, let row): row.nodes.count == 1 && row.nodes[0].kind == .letter("T")
    default: false
    }
  }
}

extension String {
  /// Whether it is a Latin capital, with whatever font.
  fileprivate var isCapital: Bool {
    let letters = unicodeScalars.filter { ("A"..."Z").contains($0) }
    return letters.count == 1 && (unicodeScalars.count == 1 || hasPrefix("(style"))
  }
}
