/// Architectures as they are typed.
///
///     architecture  →  width ('-' width)+  |  letter '_0' '-' … '-' letter '_' letter
///     width         →  digits  |  letter (letter | digit | '_')*      one letter, or with a subscript behind it
extension Architecture {
  /// The largest number of units of a layer.
  public static let widestLayer = 1_000_000
  /// The largest number of layers, the input included.
  public static let mostLayers = 1_000

  /// Reads `1-4-3-2`, `N-K-L-M`, `784-H-10` or `n_0-...-n_L`. Dashes and minus signs count as hyphens.
  /// - Throws: `NetworkError`, with what may have been meant where the slip is a common one.
  public init(parsing text: String) throws(NetworkError) {
    do {
      self.init(try Self.layers(of: text))
    } catch {
      throw NetworkError(error.problem, column: error.column, suggestion: error.suggestion ?? Self.mended(text))
    }
  }

  private static func layers(of text: String) throws(NetworkError) -> Layers {
    let pieces = Piece(text).split { Self.hyphens.contains($0) }
    if pieces.count == 1, pieces[0].text.isEmpty { throw NetworkError(.noLayers) }
    if pieces.contains(where: { $0.text.isEllipsis }) { return try openLayers(pieces) }
    var widths: [Width] = []
    for (place, piece) in pieces.enumerated() {
      widths.append(try width(piece, layer: place + 1, isLast: place == pieces.count - 1))
    }
    guard widths.count > 1 else { throw NetworkError(.oneLayer, suggestion: "\(pieces[0].text)-1") }
    guard widths.count <= mostLayers else {
      throw NetworkError(.tooManyLayers(widths.count, limit: mostLayers))
    }
    return .widths(widths)
  }

  private static func width(_ piece: Piece, layer: Int, isLast: Bool) throws(NetworkError) -> Width {
    let scalars = piece.text.unicodeScalars
    guard let first = scalars.first else {
      let problem: NetworkError.Problem =
        layer == 1 ? .nothingBeforeHyphen : isLast ? .nothingBehindHyphen : .nothingBetweenHyphens
      throw NetworkError(problem, column: piece.column)
    }
    if scalars.allSatisfy(\.isDigit) {
      guard let units = Int(piece.text), units <= widestLayer else {
        throw NetworkError(.widthTooLarge(layer: layer, digits: piece.text, limit: widestLayer))
      }
      guard units > 0 else { throw NetworkError(.zeroWidth(layer: layer)) }
      return .number(units)
    }
    // One letter, alone or with a subscript: H, H1, n_h. A word would print as a product of its letters.
    let rest = scalars.dropFirst()
    guard first.isLetter,
      rest.allSatisfy(\.isDigit) || (rest.first == "_" && rest.count > 1 && rest.dropFirst().allSatisfy(\.isPartOfName))
    else { throw NetworkError(.notAWidth(piece.text), column: piece.column) }
    return .symbol(piece.text)
  }

  /// n_0-…-n_L; layers between the first and the dots may be written out: n_0-n_1-…-n_L.
  private static func openLayers(_ pieces: [Piece]) throws(NetworkError) -> Layers {
    let first = pieces[0].text.unicodeScalars
    let letter = first.first.flatMap { $0.isLetter ? String($0) : nil } ?? "n"
    let last = pieces[pieces.count - 1]
    let malformed = NetworkError(.malformedOpenDepth, suggestion: "\(letter)_0-...-\(letter)_L")
    guard pieces.count > 2, pieces[pieces.count - 2].text.isEllipsis else { throw malformed }
    for (layer, piece) in pieces.dropLast(2).enumerated() {
      guard piece.text == "\(letter)_\(layer)" else { throw malformed }
    }
    guard last.text.hasPrefix("\(letter)_") else { throw malformed }
    let name = last.text.unicodeScalars.dropFirst(2)
    guard name.count == 1, name.allSatisfy(\.isLetter), String(name) != letter else { throw malformed }
    return .open(width: letter, last: String(name))
  }

  /// What people type or paste for a hyphen.
  private static let hyphens: Set<Unicode.Scalar> = ["-", "‐", "‑", "‒", "–", "—", "−"]

  /// The widths that occur in `text`, joined by hyphens, if that is an architecture and not what was typed:
  /// `1,4,3` ↦ `1-4-3`, `n_0...n_L` ↦ `n_0-...-n_L`.
  private static func mended(_ text: String) -> String? {
    // A letter that is none of ours belongs to a layer, which must not be dropped.
    guard text.utf8.count <= 60, text.unicodeScalars.allSatisfy({ $0.isLetter || !$0.properties.isAlphabetic }) else {
      return nil
    }
    var words: [String] = [""]
    for scalar in text.unicodeScalars {
      if scalar.isPartOfName, scalar != "x" || words[words.count - 1].isEmpty {
        words[words.count - 1].unicodeScalars.append(scalar)
      } else {
        words.append("")
      }
    }
    words.removeAll { $0.isEmpty }
    if text.contains("..") || text.contains("…") {
      guard let first = words.first, let last = words.last else { return nil }
      words = [first, "...", last]
    } else if text.contains(".") {
      return nil
    }
    let mended = words.joined(separator: "-")
    guard mended != text, (try? layers(of: mended)) != nil else { return nil }
    return mended
  }
}

extension Unicode.Scalar {
  /// Whether this may stand in a name behind its first letter.
  fileprivate var isPartOfName: Bool { isLetter || isDigit || self == "_" }
}
