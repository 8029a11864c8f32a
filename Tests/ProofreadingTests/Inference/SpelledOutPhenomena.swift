extension Phenomenon {
  /// What is written above or beside instead of below: time steps, classes, indices that are left out, vectors one above the
  /// other.
  static let spelledOut: [Phenomenon] = [
    Phenomenon(
      "time steps in brackets above", wrong: [4],
      #"""
      $$h^{(t)} = \tanh(W h^{(t-1)} + U x^{(t)} + b), \quad o^{(t)} = V h^{(t)} + c$$
      $$\frac{\partial L}{\partial V} = \sum_t \frac{\partial L}{\partial o^{(t)}} (h^{(t)})^T$$
      $$\frac{\partial h^{(t)}}{\partial h^{(t-1)}} = \mathrm{diag}(1 - (h^{(t)})^2) W$$
      $$\frac{\partial h^{(t)}}{\partial h^{(t-1)}} = \mathrm{diag}(1 - (h^{(t)})^2) W^T$$
      """#),
    Phenomenon(
      "time steps in angles above", wrong: [3],
      #"""
      $$a^{<t>} = \tanh(W_{aa} a^{<t-1>} + W_{ax} x^{<t>} + b_a)$$
      $$\frac{\partial a^{<t>}}{\partial a^{<t-1>}} = \mathrm{diag}(1 - (a^{<t>})^2) W_{aa}$$
      $$\frac{\partial a^{<t>}}{\partial a^{<t-1>}} = \mathrm{diag}(1 - (a^{<t>})^2) W_{aa}^T$$
      """#),
    Phenomenon(
      "sums without an index", wrong: [4, 8],
      #"""
      $$p_i = \frac{e^{z_i}}{\sum e^{z_j}}$$
      $$L = -\sum y_i \log p_i$$
      $$\frac{\partial L}{\partial z_i} = p_i - y_i$$
      $$\frac{\partial L}{\partial z_i} = p_i + y_i$$

      $$q_i = \frac{e^{s_i}}{\sum^n e^{s_j}}$$
      $$\frac{\partial q_i}{\partial s_i} = q_i (1 - q_i)$$
      $$\frac{\partial q_i}{\partial s_i} = q_i$$
      """#),
    Phenomenon(
      "probabilities of classes", wrong: [4],
      #"""
      $$P(Y = k | x) = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
      $$L = -\sum_k y_k \log P(Y = k | x)$$
      $$\frac{\partial L}{\partial z_k} = P(Y = k | x) - y_k$$
      $$\frac{\partial L}{\partial z_k} = y_k - P(Y = k | x)$$
      """#),
    Phenomenon(
      "gates of two vectors one above the other", wrong: [6],
      #"""
      $$f_t = \sigma(W_f [h_{t-1}, x_t] + b_f), \quad i_t = \sigma(W_i [h_{t-1}, x_t] + b_i)$$
      $$g_t = \tanh(W_g [h_{t-1}, x_t] + b_g), \quad o_t = \sigma(W_o [h_{t-1}, x_t] + b_o)$$
      $$c_t = f_t \odot c_{t-1} + i_t \odot g_t, \quad h_t = o_t \odot \tanh(c_t)$$
      $$\frac{\partial h_t}{\partial o_t} = \mathrm{diag}(\tanh(c_t))$$
      $$\frac{\partial L}{\partial o_t} = \frac{\partial L}{\partial h_t} \odot \tanh(c_t)$$
      $$\frac{\partial L}{\partial o_t} = \frac{\partial L}{\partial h_t} \odot c_t$$
      """#),
    Phenomenon(
      "cases in words and formulas", wrong: [3],
      #"""
      $$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$
      $$\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i (1 - p_i), & \text{i = j} \\ -p_i p_j, & \text{i $\ne$ j} \end{cases}$$
      $$\frac{\partial p_i}{\partial z_j} = \begin{cases} p_i (1 + p_i), & \text{i = j} \\ -p_i p_j, & \text{i $\ne$ j} \end{cases}$$
      """#),
    Phenomenon(
      "thin spaces that have lost their backslash", wrong: [3],
      #"""
      $$z = W x, \quad a = \sigma(z), \quad L = \frac{1}{2} \|a - y\|^2$$
      $$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial z} , x^T$$
      $$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial a} , x^T$$
      """#),
    Phenomenon(
      "an entrywise product that is taken first", wrong: [3],
      #"""
      $$Z = X W, \quad A = \sigma(Z), \quad L = \frac{1}{2} \|A - Y\|^2$$
      $$\frac{\partial L}{\partial W} = X^T (A - Y) \odot \sigma'(Z)$$
      $$\frac{\partial L}{\partial W} = X^T (A - Y) \odot \sigma(Z)$$
      """#),
    Phenomenon(
      "numbers of a gradient in a matrix",
      #"""
      $$z^{(l)} = W^{(l)} a^{(l-1)} + b^{(l)}, \quad a^{(l)} = \sigma(z^{(l)}), \quad \delta^{(l)} = \frac{\partial L}{\partial z^{(l)}}$$
      $$\frac{\partial L}{\partial W^{(l)}} = \delta^{(l)} (a^{(l-1)})^T$$
      $$\frac{\partial L}{\partial W^{(1)}} = \begin{bmatrix} -0.03 \\ 0.02 \end{bmatrix} \begin{bmatrix} 1 & 0 \end{bmatrix}$$
      """#),
  ]
}
