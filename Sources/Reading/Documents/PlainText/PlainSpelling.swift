/// A formula as one types it into plain text, in the spelling of LaTeX:
///
///     z1, δ2, W12      →  z_{1}, δ_{2}, W_{12}
///     w_kj, z^l        →  w_{kj}, z^{l}
///     e^(-z), W^(l)    →  e^{(-z)}, W^{(l)}
///     y_hat, yhat      →  \hat{y}
///     sigma(z)         →  \sigma(z)
///     sum_k            →  \sum_{k}
///     ||y||, <-        →  \|y\|, \gets
///     W.T, W @ x       →  W^T, W x
///
/// What is put in between stands for nothing in the source.
struct PlainSpelling {
  private let source: SourceText
  private let range: Range<Int>
  private var result: LocatedText
  private var offset: Int
  /// How many scripts this stands in.
  private let depth: Int

  /// How long a bracket above a letter may be, and how deep they nest; beyond that they stay as they are.
  private static let longestScript = 200
  private static let deepestScript = 4

  /// The formula in a piece of a source. Linear.
  static func formula(in source: SourceText, _ range: Range<Int>, depth: Int = 0) -> LocatedText {
    var spelling = PlainSpelling(source: source, range: range, depth: depth)
    while spelling.offset < range.upperBound { spelling.step() }
    return spelling.result
  }

  private init(source: SourceText, range: Range<Int>, depth: Int) {
    self.source = source
    self.range = range
    self.depth = depth
    result = LocatedText(source: source, at: range.lowerBound)
    offset = range.lowerBound
  }

  /// The names of the Greek letters.
  static let greek: Set<String> = [
    "alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta", "kappa", "lambda", "mu", "nu", "xi", "pi",
    "rho",
    "sigma", "tau", "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Sigma", "Phi", "Psi",
    "Omega", "partial", "nabla",
  ]

  private func scalar(_ place: Int) -> Unicode.Scalar { place < range.upperBound ? source[place] : "\0" }

  private mutating func step() {
    let next = scalar(offset)
    if next.isLetter, !next.isScript { return readWord() }
    switch next {
    case "_", "^": readScript()
    case "|" where scalar(offset + 1) == "|": replace(2, by: "\\|")
    case "<" where scalar(offset + 1) == "-": replace(2, by: "\\gets ")
    case "@": replace(1, by: " ")
    case "." where scalar(offset + 1) == "T" && !scalar(offset + 2).isLetter && !scalar(offset + 2).isASCIIDigit:
      replace(2, by: "^T")
    default: keep(offset..<offset + 1)
    }
  }

  private mutating func keep(_ piece: Range<Int>) {
    result.append(piece)
    offset = piece.upperBound
  }

  private mutating func put(_ text: String) {
    for scalar in text.unicodeScalars { result.append(scalar, for: offset..<offset) }
  }

  private mutating func replace(_ count: Int, by text: String) {
    let piece = offset..<offset + count
    for (place, scalar) in text.unicodeScalars.enumerated() {
      result.append(scalar, for: place == 0 ? piece : piece.upperBound..<piece.upperBound)
    }
    offset = piece.upperBound
  }

  /// A run of letters with the digits behind it.
  private mutating func readWord() {
    var end = offset
    while scalar(end).isLetter, !scalar(end).isScript, scalar(end).value < 0x300 || scalar(end).value > 0x36F {
      end += 1
    }
    let word = offset..<end
    let text = String(String.UnicodeScalarView(source.scalars[word]))
    if let letter = hatted(word, text) { return putHat(letter) }
    if Self.greek.contains(text) || text == "sum" && ["_", "("].contains(scalar(end)) {
      replace(word.count, by: "\\" + text + " ")
    } else {
      keep(word)
    }
    // The marks above a letter belong to it.
    while 0x300...0x36F ~= scalar(offset).value { keep(offset..<offset + 1) }
    var digits = offset
    while scalar(digits).isASCIIDigit { digits += 1 }
    guard digits > offset else { return }
    put("_{")
    keep(offset..<digits)
    put("}")
  }

  /// The letter of yhat or y_hat with the end of what it is written as.
  private func hatted(_ word: Range<Int>, _ text: String) -> (letter: Int, end: Int)? {
    if text.count == 4, text.hasSuffix("hat") { return (word.lowerBound, word.upperBound) }
    let end = word.upperBound + 4
    guard word.count == 1, end <= range.upperBound, source.has("_hat", at: word.upperBound), !scalar(end).isLetter
    else {
      return nil
    }
    return (word.lowerBound, end)
  }

  private mutating func putHat(_ hat: (letter: Int, end: Int)) {
    put("\\hat{")
    keep(hat.letter..<hat.letter + 1)
    offset = hat.end
    put("}")
  }

  /// What hangs on _ or ^: letters and digits in a row, or what stands in brackets behind ^.
  private mutating func readScript() {
    let sign = scalar(offset)
    keep(offset..<offset + 1)
    let first = scalar(offset)
    var end = offset
    if sign == "^", let closing = closing(of: first) {
      end = self.end(ofBracket: first, closing) ?? offset
    } else {
      if sign == "^", ["-", "−"].contains(first) { end += 1 }
      while scalar(end).isLetter && !scalar(end).isScript || scalar(end).isASCIIDigit { end += 1 }
    }
    guard end > offset else { return }
    put("{")
    let isBracketed = first == "(" && sign == "^" && end > offset + 2
    let content = isBracketed && isPower(above: offset - 2, offset + 1..<end - 1) ? offset + 1..<end - 1 : offset..<end
    let inner = script(content)
    result.append(inner, 0..<inner.count)
    offset = end
    put("}")
  }

  /// Whether brackets hold an exponent, and no number of a layer or a sample: e^(-z), (1 - h)^(1 - y), x^(1/2).
  private func isPower(above base: Int, _ content: Range<Int>) -> Bool {
    if [")", "]"].contains(scalar(base)) { return true }
    if scalar(base) == "e", base == range.lowerBound || !source[base - 1].isLetter { return true }
    return content.contains { place in
      let next = scalar(place)
      return !next.isLetter && !next.isASCIIDigit && !next.isBlank && !["+", "-", "−"].contains(next)
    }
  }

  private func closing(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "(": ")"
    case "[": "]"
    default: nil
    }
  }

  private func end(ofBracket opening: Unicode.Scalar, _ closing: Unicode.Scalar) -> Int? {
    var depth = 0
    guard self.depth < Self.deepestScript else { return nil }
    for place in offset..<min(range.upperBound, offset + Self.longestScript) {
      if scalar(place) == opening { depth += 1 }
      if scalar(place) == closing { depth -= 1 }
      if depth == 0 { return place + 1 }
    }
    return nil
  }

  /// What stands in a script: of letters and digits alone it is taken as it is.
  private func script(_ range: Range<Int>) -> LocatedText {
    let isPlain = range.allSatisfy { source[$0].isLetter || source[$0].isASCIIDigit }
    return isPlain
      ? LocatedText(source: source, range: range) : Self.formula(in: source, range, depth: depth + 1)
  }
}
