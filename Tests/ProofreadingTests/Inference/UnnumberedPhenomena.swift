extension Phenomenon {
  /// Letters that leave out their layer, errors that are numbered otherwise, linear models in matrices.
  static let unnumbered: [Phenomenon] = [
    Phenomenon(
      "a hidden layer without a number", wrong: [7, 9],
      #"""
      $$z_1 = W_1 x + b_1, \quad h = \tanh(z_1)$$
      $$z_2 = W_2 h + b_2, \quad \hat{y} = \text{softmax}(z_2)$$
      $$L = -\sum_k y_k \log \hat{y}_k$$
      $$\frac{\partial L}{\partial z_2} = \hat{y} - y$$
      $$\frac{\partial L}{\partial W_2} = (\hat{y} - y) h^T$$
      $$\frac{\partial L}{\partial h} = W_2^T (\hat{y} - y)$$
      $$\frac{\partial L}{\partial h} = W_2 (\hat{y} - y)$$
      $$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial h} \odot (1 - h^2)$$
      $$\frac{\partial L}{\partial z_1} = \frac{\partial L}{\partial h} \odot h (1 - h)$$
      """#),
    Phenomenon(
      "errors that are numbered like the activations above", wrong: [5, 7],
      #"""
      $$z_1 = x W_1 + b_1, \quad a_1 = \tanh(z_1), \quad z_2 = a_1 W_2 + b_2, \quad \hat{y} = \text{softmax}(z_2)$$
      $$L = -\sum_k y_k \log \hat{y}_k$$
      $$\delta_3 = \frac{\partial L}{\partial z_2} = \hat{y} - y$$
      $$\delta_2 = (1 - a_1^2) \circ \delta_3 W_2^T$$
      $$\delta_2 = a_1^2 \circ \delta_3 W_2^T$$
      $$\frac{\partial L}{\partial W_2} = a_1^T \delta_3, \quad \frac{\partial L}{\partial W_1} = x^T \delta_2$$
      $$\frac{\partial L}{\partial b_2} = \delta_2$$
      """#),
    Phenomenon(
      "least squares in matrices", wrong: [4, 7],
      #"""
      $$J(w) = \|Xw - y\|^2$$
      $$\nabla_w J = 2 X^T (Xw - y)$$
      $$\nabla_w J = 2 X^T X w - 2 X^T y$$
      $$\nabla_w J = 2 X^T X w + 2 X^T y$$
      The minimum is where $X^T X w = X^T y$.
      $$w \leftarrow w - 2 \eta X^T (Xw - y)$$
      $$w \leftarrow w + 2 \eta X^T (Xw - y)$$
      """#),
  ]
}
