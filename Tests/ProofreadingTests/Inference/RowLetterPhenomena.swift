extension Phenomenon {
  /// Batches and design matrices by the letters that authors give them, slopes with a parameter, one layer alone.
  static let rowLetters: [Phenomenon] = [
    Phenomenon(
      "a hidden batch H and an output batch P", wrong: [7, 9],
      #"""
      $$Z_1 = X W_1 + b_1, \quad H = f(Z_1)$$
      $$Z_2 = H W_2 + b_2, \quad P = f(Z_2)$$
      $$L = \frac{1}{2N} \| P - T \|_F^2$$
      $$\frac{\partial L}{\partial Z_2} = \frac{1}{N} (P - T) \odot f'(Z_2)$$
      $$\frac{\partial L}{\partial W_2} = H^T \frac{\partial L}{\partial Z_2}$$
      $$\frac{\partial L}{\partial b_2} = \mathbf{1}^T \frac{\partial L}{\partial Z_2}$$
      $$\frac{\partial L}{\partial Z_2} = \frac{1}{N} (T - P) \odot f'(Z_2)$$
      $$\frac{\partial L}{\partial H} = \frac{\partial L}{\partial Z_2} W_2^T$$
      $$\frac{\partial L}{\partial H} = \frac{\partial L}{\partial Z_2} W_2$$
      """#),
    Phenomenon(
      "slopes by cases with a parameter, in a network", wrong: [3],
      #"""
      $$f(z) = \begin{cases} z & z > 0 \\ \alpha z & z \le 0 \end{cases}$$
      $$f'(z) = \begin{cases} 1 & z > 0 \\ \alpha & z \le 0 \end{cases}$$
      $$f'(z) = \begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}$$
      $$z_1 = W_1 x + b_1, \quad h = f(z_1)$$
      $$y = W_2 h + b_2$$
      $$L = \frac{1}{2} \| y - t \|^2$$
      """#),
    Phenomenon(
      "a design matrix in a norm, and no transposition", wrong: [2],
      #"""
      $$L = \| X w - y \|^2$$
      $$\frac{\partial L}{\partial w} = 2 X (X w - y)$$
      """#),
    Phenomenon(
      "scores of all samples as one vector", wrong: [4],
      #"""
      $$z = X w, \quad p = \sigma(z)$$
      $$L = \frac{1}{2} \| p - y \|^2$$
      $$\nabla_w L = X^T ((p - y) \odot \sigma'(z))$$
      $$\nabla_w L = X^T (p - y)$$
      """#),
    Phenomenon(
      "one layer that is numbered, and its activation without a number", wrong: [4],
      #"""
      $$z_1 = W_1 x + b_1$$
      $$h = \tanh(z_1)$$
      $$\frac{\partial L}{\partial b_1} = \frac{\partial L}{\partial h} \odot (1 - h^2)$$
      $$\frac{\partial L}{\partial b_1} = \frac{\partial L}{\partial h} \odot (1 + h^2)$$
      """#),
  ]
}
