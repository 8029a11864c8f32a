extension Phenomenon {
  /// Steps of which a part of the last step is a part.
  static let momentum: [Phenomenon] = [
    Phenomenon(
      "momentum, added to what the step is without it",
      #"""
      $$net_j = \sum_i w_{ji} x_{ji}, \quad o_j = \sigma(net_j)$$
      $$E_d = \frac{1}{2} \sum_{k} (t_k - o_k)^2, \quad \delta_j = -\frac{\partial E_d}{\partial net_j}$$
      $$\Delta w_{ji} = \eta\, \delta_j\, x_{ji}$$
      $$\Delta w_{ji}(n) = \eta \, \delta_j \, x_{ji} + \alpha \, \Delta w_{ji}(n-1)$$
      """#),
    Phenomenon(
      "momentum with a letter for the velocity", wrong: [4],
      #"""
      $$L = \frac{1}{2} (w x - y)^2$$
      $$v \leftarrow \mu v - \eta \frac{\partial L}{\partial w}$$
      $$w \leftarrow w + v$$
      $$w \leftarrow w - v$$
      """#),
    Phenomenon(
      "the sign of the gradient in the velocity", wrong: [2],
      #"""
      $$L = \frac{1}{2} (w x - y)^2$$
      $$v \leftarrow \mu v + \eta \frac{\partial L}{\partial w}$$
      $$w \leftarrow w + v$$
      """#),
    Phenomenon(
      "velocities at times", wrong: [4],
      #"""
      $$L = \frac{1}{2} (w x - y)^2$$
      $$v_{t+1} = \mu v_t + \eta \frac{\partial L}{\partial w}$$
      $$w_{t+1} = w_t - v_{t+1}$$
      $$w_{t+1} = w_t + v_{t+1}$$
      """#),
    Phenomenon(
      "the mean of the gradients so far",
      #"""
      $$z = W x + b, \quad a = \sigma(z), \quad L = \frac12 \|a - y\|^2$$
      $$V \leftarrow \beta V + (1 - \beta) \frac{\partial L}{\partial W}$$
      $$W \leftarrow W - \eta V$$
      """#),
    Phenomenon(
      "the velocities of all weights of a network", wrong: [2],
      #"""
      $$z_i^l = \sum_j w_{ij}^l a_j^{l-1} + b_i^l, \quad a_i^l = f(z_i^l), \quad E = \frac12 \sum_k (a_k^L - t_k)^2$$
      $$v_{ij}^l \leftarrow \mu v_{ij}^l + \eta \frac{\partial E}{\partial w_{ij}^l}$$
      $$w_{ij}^l \leftarrow w_{ij}^l + v_{ij}^l$$
      $$\frac{\partial E}{\partial b_{i}^l} = \frac{\partial E}{\partial z_{i}^l}$$
      """#),
  ]
}
