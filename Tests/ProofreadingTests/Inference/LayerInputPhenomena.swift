extension Phenomenon {
  /// What enters a layer has a letter of its own.
  static let layerInputs: [Phenomenon] = [
    Phenomenon(
      "inputs of layers", wrong: [4, 6, 8],
      #"""
      $$a_i^{(l)} = \sum_{j} w_{ij}^{(l)} x_j^{(l)}, \quad y_i^{(l)} = f(a_i^{(l)}), \quad x_i^{(l + 1)} = y_i^{(l)}$$
      $$E = \frac{1}{2} \sum_{i} (y_i^{(L)} - t_i)^2$$
      $$\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial a_i^{(l)}} y_j^{(l - 1)}$$
      $$\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial a_i^{(l)}} y_j^{(l)}$$
      $$\frac{\partial E}{\partial x_j^{(l)}} = \sum_i \frac{\partial E}{\partial a_i^{(l)}} w_{ij}^{(l)}$$
      $$\frac{\partial E}{\partial x_j^{(l)}} = \sum_i \frac{\partial E}{\partial a_i^{(l)}} w_{ji}^{(l)}$$
      $$\frac{\partial E}{\partial a_i^{(l)}} = \frac{\partial E}{\partial x_i^{(l+1)}} f'(a_i^{(l)})$$
      $$\frac{\partial E}{\partial a_i^{(l)}} = \frac{\partial E}{\partial x_i^{(l)}} f'(a_i^{(l)})$$
      """#),
    Phenomenon(
      "inputs of layers with the layers in square brackets", wrong: [7],
      #"""
      $$a[l] = w[l] \cdot x[l]$$
      $$y_i[l] = f\big(a_i[l]\big) = \frac{1}{1 + \exp(-a_i[l])}$$
      $$x[l + 1] = y[l]$$
      $$E = \frac{1}{2} \sum_{i} \big(y_i[L] - \hat{y}_i\big)^2$$
      $$\frac{\partial E}{\partial y_i[L]} = y_i[L] - \hat{y}_i$$
      $$\frac{\partial E}{\partial w_{i, j}[L]} = \frac{\partial E}{\partial a_i[L]} \cdot x_j[L] = \frac{\partial E}{\partial a_i[L]} \cdot y_j[L - 1]$$
      $$\frac{\partial E}{\partial w_{i, j}[L]} = \frac{\partial E}{\partial a_i[L]} \cdot x_j[L - 1]$$
      """#),
  ]
}
