extension Phenomenon {
  /// Derivatives of what no line says how to compute.
  static let unknownDependences: [Phenomenon] = [
    Phenomenon(
      "names of gradients without a loss", wrong: [4],
      #"""
      $$Y = X W$$
      $$dX = dY W^T$$
      $$dW = X^T dY$$
      $$dX = dY W$$
      """#),
    Phenomenon(
      "names of gradients of a mean that no line tells",
      #"""
      $$Z = w^T X + b$$
      $$A = \sigma(Z)$$
      $$dZ = A - Y$$
      $$dw = \frac{1}{m} X dZ^T$$
      """#),
    Phenomenon(
      "differentials without a loss", wrong: [3],
      #"""
      $$y = \sin(x)$$
      $$dy = \cos(x) dx$$
      $$dy = \sin(x) dx$$
      """#),
    Phenomenon(
      "the loss of one sample, which is any function",
      #"""
      $$z = w^T x + b$$
      $$a = \sigma(z)$$
      $$\frac{\partial L}{\partial w} = (a - y) x$$
      $$J = \frac{1}{m} \sum_{i=1}^m L(a^{(i)}, y^{(i)})$$
      $$dw = \frac{1}{m} \sum_{i=1}^m x^{(i)} (a^{(i)} - y^{(i)})$$
      $$w := w - \alpha \, dw$$
      """#),
    Phenomenon(
      "a loss with a name that says nothing",
      #"""
      $$\hat y = \sigma(w x + b)$$
      $$L = \mathrm{CE}(y, \hat y)$$
      $$\frac{\partial L}{\partial w} = (\hat y - y) x$$
      """#),
    Phenomenon(
      "the argument of a function, said by what it is",
      #"""
      $$o_j = f(net_j) = f\left(\sum_i w_{ij} o_i\right)$$
      $$a_k = f(b_k)$$
      """#),
    Phenomenon(
      "a loss of the last step only", wrong: [4],
      #"""
      $$h_t = \tanh(W h_{t-1} + U x_t)$$
      $$\frac{\partial L}{\partial h_{t-1}} = W^T \left( \frac{\partial L}{\partial h_t} \odot (1 - h_t^2) \right)$$
      $$\frac{\partial h_t}{\partial h_{t-1}} = \mathrm{diag}(1 - h_t^2) W$$
      $$\frac{\partial L}{\partial h_{t-1}} = W \left( \frac{\partial L}{\partial h_t} \odot (1 - h_t^2) \right)$$
      """#),
    Phenomenon(
      "a line that says two things of what it introduces", wrong: [2],
      #"""
      $$\sigma(x) = 1/(1 + e^{-x})$$
      $$a = \sigma(o) = 1/(1 + e^{-h})$$
      $$h = w x$$
      $$o = v a$$
      $$\frac{\partial o}{\partial w} = v a (1 - a) x$$
      $$\frac{\partial a}{\partial w} = a (1 - a) x$$
      """#),
    Phenomenon(
      "two lines that are wrong in the same way", wrong: [4],
      #"""
      $$Z_{ij} = \sum_k X_{ik} W_{kj}$$
      $$v = f(Z)$$
      $$Z = X W$$
      $$\bar{X}_{i,k} = \sum_j \frac{\partial Z_{i,j}}{\partial X_{i,k}} \bar{Z}_{i,j} = \sum_j W_{j,k} \bar{Z}_{i,j}$$
      $$\bar{X} = \bar{Z} W$$
      """#),
  ]
}
