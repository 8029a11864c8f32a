extension Phenomenon {
  /// What numbers the samples, and what stands in columns.
  static let samples: [Phenomenon] = [
    Phenomenon(
      "samples beside layers, in brackets", wrong: [9],
      #"""
      $$z^{[l](i)} = W^{[l]} a^{[l-1](i)} + b^{[l]}$$
      $$a^{[l](i)} = g(z^{[l](i)})$$
      $$\mathcal{L}^{(i)} = \frac12 \| a^{[L](i)} - y^{(i)}\|^2$$
      $$J = \frac1m \sum_{i=1}^m \mathcal{L}^{(i)}$$
      $$\delta^{[L](i)} = (a^{[L](i)} - y^{(i)}) \odot g'(z^{[L](i)})$$
      $$\delta^{[l](i)} = (W^{[l+1]})^T \delta^{[l+1](i)} \odot g'(z^{[l](i)})$$
      $$\frac{\partial J}{\partial W^{[l]}} = \frac1m \sum_{i=1}^m \delta^{[l](i)} (a^{[l-1](i)})^T$$
      $$\frac{\partial J}{\partial b^{[l]}} = \frac1m \sum_{i=1}^m \delta^{[l](i)}$$
      $$\frac{\partial J}{\partial b^{[l]}} = \sum_{i=1}^m \delta^{[l](i)}$$
      """#),
    Phenomenon(
      "samples beside layers, updates over a batch", wrong: [5, 7],
      #"""
      $$z^{x,l} = b^l + w^l a^{x,l-1}, \qquad a^{x,l} = \sigma(z^{x,l})$$
      $$C^x = \frac12 \sum_j (y_j - a^{x,L}_j)^2$$
      $$\delta^{x,L} = (a^{x,L} - y) \odot \sigma'(z^{x,L})$$
      $$\delta^{x,l} = \left( (w^{l+1})^T \delta^{x,l+1} \right) \odot \sigma'(z^{x,l})$$
      $$\delta^{x,l} = \left( w^{l+1} \delta^{x,l+1} \right) \odot \sigma'(z^{x,l})$$
      $$w^l \rightarrow w^l - \frac{\eta}{m} \sum_x \delta^{x,l} (a^{x,l-1})^T$$
      $$b^l \rightarrow b^l - \frac{\eta}{m} \sum_x \delta^{x,l-1}$$
      """#),
    Phenomenon(
      "arrays with a column of signs, lines ended by \\newline", wrong: [17],
      #"""
      $$
      \begin{array}{rcl}
      z_j^l & = & \sum_k w_{jk}^l a_k^{l-1} + b_j^l \newline
      a_j^l & = & \sigma(z_j^l)
      \end{array}
      $$
      $$
      \begin{array}{rcl}
      \delta^l_j & = & \displaystyle \frac{\partial C}{\partial z^l_j} \newline
      & = & \displaystyle \sum_k \frac{\partial C}{\partial z^{l+1}_k} \frac{\partial z^{l+1}_k}{\partial z^l_j} \newline
      & = & \displaystyle \sum_k \delta^{l+1}_k w^{l+1}_{kj} \sigma'(z_j^l), \qquad l \rightarrow l + 1
      \end{array}
      $$
      $$
      \begin{array}{rcl}
      \frac{\partial C}{\partial w_{jk}^l} & = & \delta_j^l a_k^{l-1} \newline
      \frac{\partial C}{\partial b_{j}^l} & = & \delta_j^{l-1}
      \end{array}
      $$
      """#),
    Phenomenon(
      "units t and s of any layer, targets d, increments of a pattern", wrong: [5],
      #"""
      $$E_p = \frac12 \sum_{k=1}^K (d_k - o_k)^2$$
      $$net_t = \sum_s w_{ts} o_s, \quad o_t = f_t(net_t)$$
      $$\delta_t = -\frac{\partial E_p}{\partial net_t}$$
      $$\delta_k = (d_k - o_k) f'_k(net_k)$$
      $$\delta_k = (o_k - d_k) f'_k(net_k)$$
      $$\delta_j = \left( \sum_{k=1}^K \delta_k w_{kj} \right) f'_j(net_j)$$
      $$\Delta_p w_{ts} = -\frac{\partial E_p}{\partial w_{ts}} = \delta_t o_s$$
      $$\Delta_p w_{ji} = \delta_j o_i$$
      The bias $b$ is a weight $w_{t0}$, and $1 - o_j^2$ is the slope of tanh.
      """#),
  ]
}
