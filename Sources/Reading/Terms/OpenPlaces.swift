import LaTeX

/// Rows and columns of matrices: the : of W_{i:} and W_{:,j}, the dot of W_{i·}, the star of W_{i*}.
extension MathNode {
  /// Whether it stands for all values of one subscript.
  var isOpenPlace: Bool {
    switch kind {
    case .operation(let sign): ["cdot", "*", "ast", "bullet"].contains(sign)
    case .punctuation(let sign), .relation(let sign): [":", "."].contains(sign)
    case .symbol(let name): name == "bullet"
    case .group(let row): row.nodes.withoutBlanks.count == 1 && row.nodes.withoutBlanks[0].isOpenPlace
    default: false
    }
  }
}

extension [MathNode] {
  /// Whether they are one subscript that is left open.
  var isOpenPlace: Bool { count == 1 && self[0].isOpenPlace }

  /// The subscripts of a row or a column; nil where none is left open, or where the sign stands between two indices, x_{1:n}.
  var itemsAroundOpenPlaces: [[MathNode]]? {
    guard contains(where: \.isOpenPlace), count > 1 else { return nil }
    var items: [[MathNode]] = []
    for piece in split(whereSeparator: { $0.isPunctuation && !$0.isOpenPlace }) {
      var piece = Array(piece)
      var last: [MathNode]?
      if let sign = piece.first, sign.isOpenPlace {
        items.append([sign])
        piece.removeFirst()
      }
      if let sign = piece.last, sign.isOpenPlace {
        last = [sign]
        piece.removeLast()
      }
      if piece.contains(where: \.isOpenPlace) { return nil }
      if !piece.isEmpty { items += piece.subscriptItems }
      if let last { items.append(last) }
    }
    return items.contains { !$0.isOpenPlace } ? items : nil
  }
}
