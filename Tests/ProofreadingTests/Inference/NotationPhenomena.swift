extension Phenomenon {
  /// How signs, scripts and updates are written.
  static let notations: [Phenomenon] = [
    Phenomenon(
      "samples as second subscripts", wrong: [5, 7],
      #"""
      $$z_{is}^{l} = \sum_{j=1}^{n_{l-1}} w_{ij}^{l} a_{js}^{l-1} + b_i^{l}, \quad a_{is}^{l} = f(z_{is}^{l})$$
      $$E = \sum_{s=1}^{S} \frac{1}{2} \sum_{k=1}^{n_L} (a_{ks}^L - y_{ks})^2$$
      $$\delta_{is}^{l} = \frac{\partial E}{\partial z_{is}^{l}}$$
      $$\frac{\partial E}{\partial w_{ij}^{l}} = \sum_{s=1}^{S} \delta_{is}^{l} a_{js}^{l-1}$$
      $$\frac{\partial E}{\partial w_{ij}^{l}} = \sum_{s=1}^{S} \delta_{js}^{l} a_{is}^{l-1}$$
      $$\frac{\partial E}{\partial b_i^{l}} = \sum_{s=1}^{S} \delta_{is}^{l}$$
      $$\delta_{is}^{L} = (y_{is} - a_{is}^L) f'(z_{is}^{L})$$
      $$\delta_{is}^{L} = (a_{is}^L - y_{is}) f'(z_{is}^{L})$$
      """#),
    Phenomenon(
      "letters that stand for layers", wrong: [5, 7],
      #"""
      $$z_j = b_j + \sum_i a_i w_{ij}, \quad a_j = g(z_j)$$
      $$z_k = b_k + \sum_j a_j w_{jk}, \quad a_k = g(z_k)$$
      $$E = \frac{1}{2} \sum_k (a_k - t_k)^2$$
      $$\frac{\partial E}{\partial w_{jk}} = (a_k - t_k) g'(z_k) a_j$$
      $$\frac{\partial E}{\partial w_{jk}} = (a_k - t_k) g'(z_j) a_j$$
      $$\frac{\partial E}{\partial w_{ij}} = \sum_k (a_k - t_k) g'(z_k) w_{jk} g'(z_j) a_i$$
      $$\frac{\partial E}{\partial w_{ij}} = \sum_k (a_k - t_k) g'(z_k) w_{jk} a_i$$
      """#),
    Phenomenon(
      "signs with words above them", wrong: [3],
      #"""
      $$\sigma(x) \stackrel{\text{def}}{=} \frac{1}{1 + e^{-x}}$$
      $$\sigma'(x) \overset{\text{chain rule}}{=} \frac{e^{-x}}{(1 + e^{-x})^2} \stackrel{!}{=} \sigma(x) (1 - \sigma(x))$$
      $$\sigma'(x) \stackrel{?}{=} \sigma(x) (1 + \sigma(x))$$
      """#),
    Phenomenon(
      "functions of layers", wrong: [4],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = f_l(z^l)$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot f_l'(z^l)$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot f_L'(z^l)$$
      """#),
    Phenomenon(
      "where something holds", wrong: [3],
      #"""
      $$f(z) = \max(0, z)$$
      $$f'(z) = 1 \text{ if } z > 0$$
      $$f'(z) = 0 \text{ if } z > 0$$
      $$f'(z) = 0, \quad z < 0$$
      """#),
    Phenomenon(
      "gradients are rows", wrong: [5],
      #"""
      $$z^{l} = W^{l} a^{l-1} + b^{l}, \quad a^{l} = f(z^{l})$$
      $$\delta^l = \frac{\partial e}{\partial z^l}$$
      $$\delta^{l} = (\delta^{l+1} W^{l+1}) \odot f'(z^{l})$$
      $$\frac{\partial e}{\partial a^{l}} = \delta^{l+1} W^{l+1}$$
      $$\frac{\partial e}{\partial a^{l}} = \delta^{l+1} (W^{l+1})^T$$
      $$\frac{\partial e}{\partial b^{l}} = \delta^{l}$$
      """#),
  ]

  /// All of them.
  static let all =
    arrays + timeSteps + classes + table + units + matrices + graphs + notations + spellings + cases + names + steps
    + samples + sampleVectors
    + signs + bracketLayers + rectifiers + displays + singleUnits + conditions + sampleRows + definitions + plainTexts
    + errorSignals + bareFunctions + unnumbered
    + bounds + batches + chainRules + layerFunctions + skips + onePattern + unitKinds + innerProducts
    + rowLetters + costs + values + wholes + algebra + vectorFunctions + elements + layerInputs
    + momentum + substitutions + particularCases + unknownDependences + spelledOut
}
