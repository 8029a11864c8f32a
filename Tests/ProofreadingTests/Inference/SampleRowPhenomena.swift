extension Phenomenon {
  /// Batches with the samples in rows, the losses of their samples, and sections with a loss or a function of their own.
  static let sampleRows: [Phenomenon] = [
    Phenomenon(
      "samples in rows, the losses of samples, and sections with a loss of their own", wrong: [16, 20, 42],
      #"""
      The input of a layer is $$V^l = Y^{l-1} W^l + \boldsymbol{1} b^l$$ with a column $$\boldsymbol{1}$$ of ones, its output $$Y^l = \phi(V^l)$$.

      $$C = \sum_{q=1}^{n} C^q$$

      $$
      \begin{align}
      \frac{\partial C}{\partial W^L} &= \sum_q \frac{\partial C^q}{\partial W^L} \\
      \delta_{qj}^L &= \frac{\partial C^q}{\partial V_{qj}^L} = \frac{\partial C^q}{\partial Y_{qj}^L} \phi'(V_{qj}^L)
      \end{align}\\
      $$

      $$\left(\frac{\partial C}{\partial W^L}\right)_{ij} = \sum_q Y_{qi}^{L-1} \delta_{qj}^L$$

      $$\frac{\partial C}{\partial W^L} = (Y^{L-1})^\top \delta^L$$

      $$\frac{\partial C}{\partial W^L} = Y^{L-1} (\delta^L)^\top$$

      $$\frac{\partial C}{\partial b^l} = \boldsymbol{1}^\top \delta^l$$

      $$\delta_{qj}^l = \sum_d \delta_{qd}^{l+1} W_{dj}^{l+1} \phi'(V_{qj}^l)$$

      $$\delta^l = \{\delta^{l+1} (W^{l+1})^\top\} \odot \phi'(V^l)$$

      ### Squares

      $$C = \frac{1}{2n} \sum_{q=1}^n \lVert t_q - y_q \rVert^2 = \frac{1}{2n} \sum_{q=1}^n \sum_{j=1}^{m_L} (t_{qj} - y_{qj})^2$$

      $$\frac{\partial C}{\partial y_{qj}} = \frac{1}{n} (y_{qj} - t_{qj})$$

      $$\delta^L = \frac{1}{n} (y - t) \odot \phi'(V^L)$$

      ### Rectifier

      $$\phi(V) = \max(0, V)$$

      $$\phi'(V) = \begin{cases} 1, & \text{if } V > 0 \\ 0, & \text{otherwise} \end{cases}$$

      ### Sigmoid

      $$\phi(V) = \frac{1}{1 + \exp(-V)}$$

      $$\phi'(V) = \phi(V) (1 + \phi(V))$$
      """#),
    Phenomenon(
      "a function that the notes define holds in their network", wrong: [7],
      #"""
      $$z_i^l = \sum_j w_{ij}^l a_j^{l-1} + b_i^l, \quad a_i^l = \phi(z_i^l)$$

      $$\phi(x) = x^3$$

      $$\phi'(x) = 3 x^2$$

      $$\phi'(x) = 2 x^2$$

      $$\frac{\partial a_i^l}{\partial b_i^l} = 3 (z_i^l)^2$$
      """#),
    Phenomenon(
      "layers with names whose arrays have a row for each sample", wrong: [7, 9, 12],
      #"""
      $$H = \sigma(X W_h + b_h), \quad Z_h = X W_h + b_h$$
      $$Z_o = H W_o + b_o, \quad Y = \text{softmax}(Z_o)$$
      $$L = -\sum_{i=1}^n \sum_{c=1}^C t_{ic} \log y_{ic}$$
      $$\delta_o = \frac{\partial L}{\partial Z_o} = Y - T$$
      $$\frac{\partial L}{\partial W_o} = H^T \delta_o$$
      $$\delta_h = \frac{\partial L}{\partial Z_h} = H \odot (1 - H) \odot [\delta_o W_o^T]$$
      $$\frac{\partial L}{\partial W_o} = \delta_o^T H$$
      $$\frac{\partial L}{\partial W_h} = X^T \delta_h$$
      $$\frac{\partial L}{\partial Z_o} = T - Y$$
      $$\frac{\partial L}{\partial H} = \delta_o W_o^T$$
      $$\frac{\partial L}{\partial W_o} = H^T (Y - T)$$
      $$\frac{\partial L}{\partial Z_h} = H \odot (1 + H) \odot [\delta_o W_o^T]$$
      """#),
  ]
}
