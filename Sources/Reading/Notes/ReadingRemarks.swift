import Networks

/// A reading in a few lines, as it stands on top of a report.
struct ReadingRemarks {
  private let vocabulary: Vocabulary

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// What the letters stand for and which conventions hold; each line has its subject.
  var remarks: [Notes.Remark] {
    guard vocabulary.isLayeredNetwork else {
      var result = [Notes.Remark("network", "definitions of their own")]
      if vocabulary.conventions.targetsAddUpToOne {
        result.append(Notes.Remark("targets", "they add up to 1, which no line says"))
      }
      if vocabulary.conventions.lossIsOfLastStep {
        result.append(Notes.Remark("loss", "it depends on the last step alone, which no line says"))
      }
      return result
    }
    return [Notes.Remark("network", network), Notes.Remark("weights", weights)] + others
  }

  private var network: String {
    var parts = [layers]
    if let activation = vocabulary.conventions.activation { parts.append("\(activation) as the activation") }
    if vocabulary.conventions.isFolded {
      parts.append("biases folded in as unit 0")
    } else {
      parts.append(vocabulary.letter(for: .bias) == nil ? "no biases" : "biases")
    }
    if vocabulary.conventions.rowVectors { parts.append("vectors are rows") }
    return parts.joined(separator: ", ")
  }

  private var layers: String {
    switch vocabulary.depth {
    case .number(let last):
      let widths = (vocabulary.inputLayer...max(last, vocabulary.inputLayer)).map { layer in
        vocabulary.widths[layer].map(String.init) ?? "n_\(layer)"
      }
      return "a \(widths.joined(separator: "-")) network"
    case .letter(let letter): return "a network with layers \(vocabulary.inputLayer), …, \(letter.plainName)"
    }
  }

  var weights: String {
    let letter = vocabulary.letter(for: .weight) ?? "w"
    let units = vocabulary.conventions.outputIndexFirst ? ("j", "i") : ("i", "j")
    let layers = vocabulary.conventions.weightsEnterTheirLayer ? ("l-1", "l") : ("l", "l+1")
    return "\(letter)_{ij}^{l}: from unit \(units.0) of layer \(layers.0) to unit \(units.1) of layer \(layers.1)"
  }

  private var others: [Notes.Remark] {
    var result: [Notes.Remark] = []
    func add(_ role: Vocabulary.Role, _ meaning: String) {
      if let letter = vocabulary.letter(for: role) {
        result.append(Notes.Remark(role.rawValue, "\(letter): \(meaning)"))
      }
    }
    add(.preactivation, "the pre-activations")
    add(.activation, "the activations")
    add(.target, "the target")
    add(.prediction, "the prediction")
    if vocabulary.letter(for: .delta) != nil {
      let variable = vocabulary.conventions.deltaOfActivation ? "activations" : "pre-activations"
      let sign = vocabulary.conventions.deltaSign < 0 ? "minus " : ""
      add(.delta, "\(sign)the derivative of the loss by the \(variable)")
    }
    if let loss = vocabulary.conventions.loss {
      result.append(Notes.Remark("loss", "\(loss.text), which no line says"))
    }
    return result
  }
}
