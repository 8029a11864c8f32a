/// Layers that are added to others, and last layers of one unit.
extension Phenomenon {
  static let skips: [Phenomenon] = [
    Phenomenon(
      "a layer that is added to the next one", wrong: [5, 6, 8],
      #"""
      $$h_1 = \sigma(W_1 x + b_1)$$
      $$h_2 = h_1 + \sigma(W_2 h_1 + b_2)$$
      $$s_2 = W_2 h_1 + b_2$$
      $$\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial h_2} + W_2^T \left( \frac{\partial E}{\partial h_2} \odot \sigma'(s_2) \right)$$
      $$\frac{\partial E}{\partial h_1} = W_2^T \left( \frac{\partial E}{\partial h_2} \odot \sigma'(s_2) \right)$$
      $$\frac{\partial E}{\partial h_1} = \frac{\partial E}{\partial h_2} + W_2 \left( \frac{\partial E}{\partial h_2} \odot \sigma'(s_2) \right)$$
      $$\frac{\partial E}{\partial W_2} = \left( \frac{\partial E}{\partial h_2} \odot \sigma'(s_2) \right) h_1^T$$
      $$\frac{\partial E}{\partial W_2} = \left( \frac{\partial E}{\partial h_2} \odot \sigma'(s_2) \right) h_2^T$$
      $$\frac{\partial E}{\partial b_2} = \frac{\partial E}{\partial h_2} \odot \sigma'(s_2)$$
      $$\frac{\partial E}{\partial s_2} = \frac{\partial E}{\partial h_2} \odot \sigma'(s_2)$$
      """#),
    Phenomenon(
      "every layer is added to the next one", wrong: [6],
      #"""
      $$z^l = W^l a^{l-1} + b^l$$
      $$a^l = f(z^l) + a^{l-1}$$
      $$\frac{\partial C}{\partial z^l} = \frac{\partial C}{\partial a^l} \odot f'(z^l)$$
      $$\frac{\partial C}{\partial a^{l-1}} = (W^l)^T \frac{\partial C}{\partial z^l} + \frac{\partial C}{\partial a^l}$$
      $$\frac{\partial C}{\partial W^l} = \frac{\partial C}{\partial z^l} (a^{l-1})^T$$
      $$\frac{\partial C}{\partial a^{l-1}} = (W^l)^T \frac{\partial C}{\partial z^l}$$
      """#),
    Phenomenon(
      "inputs that are added to a layer", wrong: [8],
      #"""
      $$z_1 = W_1 x + b_1, \quad h_1 = \tanh(z_1)$$
      $$z_2 = W_2 h_1 + b_2, \quad h_2 = \tanh(z_2) + x$$
      $$\hat y = W_3 h_2 + b_3$$
      $$L = \frac12 \|\hat y - y\|^2$$
      $$\frac{\partial L}{\partial h_2} = W_3^T (\hat y - y)$$
      $$\frac{\partial L}{\partial z_2} = \frac{\partial L}{\partial h_2} \odot (1 - \tanh^2(z_2))$$
      $$\frac{\partial L}{\partial x} = \frac{\partial L}{\partial h_2} + W_1^T \frac{\partial L}{\partial z_1}$$
      $$\frac{\partial L}{\partial x} = W_1^T \frac{\partial L}{\partial z_1}$$
      """#),
    Phenomenon(
      "one output, its weights in a small letter", wrong: [8, 11],
      #"""
      $$z_1 = W_1 x + b_1$$
      $$a_1 = \mathrm{ReLU}(z_1)$$
      $$z_2 = w_2^T a_1 + b_2$$
      $$\hat y = \sigma(z_2)$$
      $$L = -y \log \hat y - (1-y) \log (1 - \hat y)$$
      $$\frac{\partial L}{\partial z_2} = \hat y - y$$
      $$\frac{\partial L}{\partial w_2} = (\hat y - y) a_1$$
      $$\frac{\partial L}{\partial w_2} = (\hat y - y) x$$
      $$\frac{\partial L}{\partial a_1} = (\hat y - y) w_2$$
      $$\frac{\partial L}{\partial W_1} = ((\hat y - y) w_2 \odot \mathrm{ReLU}'(z_1)) x^T$$
      $$\frac{\partial L}{\partial W_1} = (\hat y - y) w_2 x^T$$
      """#),
    Phenomenon(
      "one output whose letters carry no layer", wrong: [8],
      #"""
      $$h_1 = g(W_1 x + b_1)$$
      $$h_2 = g(W_2 h_1 + b_2)$$
      $$\hat{y} = v^T h_2 + c$$
      $$L = \frac{1}{2} (\hat{y} - y)^2, \quad r = \hat{y} - y$$
      $$\frac{\partial L}{\partial v} = r h_2$$
      $$\frac{\partial L}{\partial c} = r$$
      $$\frac{\partial L}{\partial h_2} = r v$$
      $$\frac{\partial L}{\partial h_2} = r W_2$$
      """#),
  ]
}
