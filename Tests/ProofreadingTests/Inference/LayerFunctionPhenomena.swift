extension Phenomenon {
  /// Lines and words that say which function makes activations of pre-activations in all layers.
  static let layerFunctions: [Phenomenon] = [
    Phenomenon(
      "tanh by its name in all layers", wrong: [5],
      #"""
      $$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j$$
      $$a^l_j = \tanh(z^l_j)$$
      $$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
      $$\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k (1 - (a^l_j)^2)$$
      $$\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k (1 + (a^l_j)^2)$$
      """#),
    Phenomenon(
      "a rectifier by max, with the sum written out", wrong: [5],
      #"""
      $$a^l = \max(0, W^l a^{l-1} + b^l)$$
      $$z^l = W^l a^{l-1} + b^l$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot 1[a^l > 0]$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot 1[z^l < 0]$$
      """#),
    Phenomenon(
      "a logarithm of all layers, and its slope", wrong: [5],
      #"""
      $$z^l = W^l a^{l-1} + b^l$$
      $$a^l = \log(1 + e^{z^l})$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot \frac{1}{1 + e^{-z^l}}$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot \frac{1}{1 + e^{z^l}}$$
      """#),
    Phenomenon(
      "f of all layers, which is tanh", wrong: [4, 7],
      #"""
      $$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j, \quad a^l_j = f(z^l_j)$$
      $$f(z^l_j) = \tanh(z^l_j)$$
      $$f'(z^l_j) = 1 - f(z^l_j)^2$$
      $$f'(z^l_j) = 1 - f(z^l_j)$$
      $$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
      $$\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k (1 - (a^l_j)^2)$$
      $$\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k a^l_j (1 - a^l_j)$$
      """#),
    Phenomenon(
      "layer l with nothing above it", wrong: [3, 5],
      #"""
      $$x^{l} = \tanh(W^l x^{l-1} + b^l)$$
      $$\frac{\partial E}{\partial b^l} = \frac{\partial E}{\partial x^l} \odot (1 - x^l \odot x^l)$$
      $$\frac{\partial E}{\partial b^l} = \frac{\partial E}{\partial x^l} \odot (1 + x^l \odot x^l)$$
      $$\frac{\partial E}{\partial x^{l-1}} = (W^l)^T \frac{\partial E}{\partial b^l}$$
      $$\frac{\partial E}{\partial x^{l-1}} = W^l \frac{\partial E}{\partial b^l}$$
      """#),
    Phenomenon(
      "tanh where only indices tell the layers", wrong: [6],
      #"""
      $$z_j = b_j + \sum_i y_i w_{ij}, \quad y_j = \tanh(z_j)$$
      $$E = \frac12 \sum_j (y_j - t_j)^2$$
      $$\frac{\partial E}{\partial z_j} = (y_j - t_j)(1 - y_j^2)$$
      $$\frac{\partial y_j}{\partial z_j} = 1 - y_j^2$$
      $$\frac{\partial E}{\partial y_i} = \sum_j w_{ij} \frac{\partial E}{\partial z_j}$$
      $$\frac{\partial E}{\partial y_i} = \sum_j w_{ji} \frac{\partial E}{\partial z_j}$$
      """#),
    Phenomenon(
      "a letter of which the text says that it is the hyperbolic tangent", wrong: [5],
      #"""
      Let $f$ be the hyperbolic tangent.
      $$h = f(W x + b), \quad y = V h + c$$
      $$E = \frac12 \|y - t\|^2$$
      $$\frac{\partial E}{\partial b} = V^T (y - t) \odot (1 - h \odot h)$$
      $$\frac{\partial E}{\partial b} = V^T (y - t) \odot (1 - h)$$
      """#),
    Phenomenon(
      "any function, such as the sigmoid or tanh", wrong: [4],
      #"""
      Here $g$ is an activation function such as the sigmoid or tanh.
      $$a = g(z), \quad z = wx+b$$
      $$\frac{da}{dw} = g'(z) x$$
      $$\frac{da}{dw} = a (1 - a) w$$
      """#),
    Phenomenon(
      "f = σ without a word about σ", wrong: [5],
      #"""
      $$f = \sigma$$
      $$a = f(z)$$
      $$z = w x + b$$
      $$\frac{\partial a}{\partial w} = a (1-a) x$$
      $$\frac{\partial a}{\partial w} = (1 - a^2) x$$
      """#),
    Phenomenon(
      "a linear last layer that only the prediction names", wrong: [6, 8],
      #"""
      $$h_1 = \mathrm{ReLU}(W_1 x + b_1), \quad h_2 = \mathrm{ReLU}(W_2 h_1 + b_2)$$
      $$\hat{y} = W_3 h_2 + b_3, \quad L = \frac{1}{2} \|\hat{y} - y\|^2$$
      $$\frac{\partial L}{\partial \hat{y}} = \hat{y} - y$$
      $$\frac{\partial L}{\partial W_3} = (\hat{y} - y) h_2^T$$
      $$\frac{\partial L}{\partial h_2} = W_3^T (\hat{y} - y)$$
      $$\frac{\partial L}{\partial h_2} = W_3^T (y - \hat{y})$$
      $$\frac{\partial L}{\partial h_1} = W_2^T \left( \frac{\partial L}{\partial h_2} \odot \mathbb{1}[h_2 > 0] \right)$$
      $$\frac{\partial L}{\partial h_1} = W_2^T \frac{\partial L}{\partial h_2} \odot \mathbb{1}[h_1 > 0]$$
      """#),
  ]
}
