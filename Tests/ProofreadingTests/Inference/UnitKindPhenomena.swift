extension Phenomenon {
  /// Hidden units and outputs that an index alone tells apart.
  static let unitKinds: [Phenomenon] = [
    Phenomenon(
      "errors of hidden units and of outputs with one letter", wrong: [8, 11, 13],
      #"""
      $$z_j = \sum_i w_{ji} x_i$$
      $$h_j = f(z_j)$$
      $$u_k = \sum_j v_{kj} h_j, \quad y_k = f(u_k)$$
      $$E = \frac{1}{2} \sum_k (y_k - t_k)^2$$
      $$\delta_k = \frac{\partial E}{\partial u_k}$$
      $$\delta_j = \frac{\partial E}{\partial z_j}$$
      $$\delta_k = (y_k - t_k) f'(u_k)$$
      $$\delta_k = (t_k - y_k) f'(u_k)$$
      $$\delta_j = f'(z_j) \sum_k v_{kj} \delta_k$$
      $$\frac{\partial E}{\partial w_{ji}} = \delta_j x_i$$
      $$\frac{\partial E}{\partial w_{ji}} = \delta_j h_i$$
      $$\frac{\partial E}{\partial v_{kj}} = \delta_k h_j$$
      $$\delta_j = \sum_k v_{kj} \delta_k$$
      """#),
    Phenomenon(
      "weights and pre-activations of two layers with one letter each", wrong: [7, 9],
      #"""
      $$z_j = \sum_i w_{ji} x_i + b_j, \quad h_j = f(z_j)$$
      $$z_k = \sum_j w_{kj} h_j + b_k, \quad y_k = f(z_k)$$
      $$E = \frac{1}{2} \sum_k (y_k - t_k)^2$$
      $$\delta_k = \frac{\partial E}{\partial z_k}, \quad \delta_j = \frac{\partial E}{\partial z_j}$$
      $$\delta_k = (y_k - t_k) f'(z_k)$$
      $$\delta_j = f'(z_j) \sum_k w_{kj} \delta_k$$
      $$\delta_j = f'(z_j) \sum_k w_{jk} \delta_k$$
      $$\frac{\partial E}{\partial b_j} = \delta_j$$
      $$\frac{\partial E}{\partial w_{kj}} = \delta_k x_j$$
      $$\frac{\partial E}{\partial w_{ji}} = \delta_j x_i$$
      """#),
    Phenomenon(
      "numbers of layers at the weights alone", wrong: [5, 7],
      #"""
      $$a_j = \sum_i w^{(1)}_{ji} x_i, \quad z_j = h(a_j)$$
      $$a_k = \sum_j w^{(2)}_{kj} z_j, \quad y_k = a_k$$
      $$E = \frac{1}{2} \sum_k (y_k - t_k)^2$$
      $$\delta_k = y_k - t_k$$
      $$\frac{\partial E}{\partial w^{(2)}_{kj}} = \delta_k z_k$$
      $$\delta_j = h'(a_j) \sum_k w^{(2)}_{kj} \delta_k$$
      $$\frac{\partial E}{\partial w^{(1)}_{ji}} = \delta_j z_i$$
      $$\frac{\partial E}{\partial w^{(1)}_{ji}} = \delta_j x_i$$
      """#),
    Phenomenon(
      "letters with a letter below for how many units there are", wrong: [5, 6, 7],
      #"""
      $$s_j = \sum_{i=1}^{d} x_i w_{ji}, \quad y_j = f(s_j)$$
      $$u_k = \sum_{j=1}^{n_H} y_j v_{kj}, \quad z_k = f(u_k)$$
      $$J = \frac{1}{2} \sum_{k=1}^{c} (t_k - z_k)^2$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{c} (t_k - z_k) f'(u_k) v_{kj}$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{c-1} (t_k - z_k) f'(u_k) v_{kj}$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{n_H} (t_k - z_k) f'(u_k) v_{kj}$$
      $$\frac{\partial J}{\partial v_{kj}} = -(t_k - z_k) f'(u_k) z_j$$
      $$\frac{\partial J}{\partial v_{kj}} = -(t_k - z_k) f'(u_k) y_j$$
      """#),
    Phenomenon(
      "a last layer with a function of its own", wrong: [7, 10],
      #"""
      $$z^l = W^l a^{l-1} + b^l$$
      and for the hidden layers
      $$a^l = \tanh(z^l)$$
      $$a^L = \mathrm{softmax}(z^L)$$
      $$C = -\sum_k y_k \log a^L_k$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^L = y - a^L$$
      $$\delta^L = a^L - y$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot (1 - a^l \odot a^l)$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot (1 + a^l \odot a^l)$$
      """#),
    Phenomenon(
      "rectifiers below a sigmoid, in batches", wrong: [8, 10],
      #"""
      $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$$
      and in the hidden layers
      $$A^{[l]} = \mathrm{ReLU}(Z^{[l]})$$
      $$A^{[L]} = \sigma(Z^{[L]})$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{[L](i)} + (1 - y^{(i)}) \log(1 - a^{[L](i)}) \right)$$
      $$dZ^{[L]} = A^{[L]} - Y$$
      $$dA^{[l-1]} = W^{[l]T} dZ^{[l]}$$
      $$dA^{[l-1]} = W^{[l]} dZ^{[l]}$$
      $$dZ^{[l]} = dA^{[l]} * \mathbb{1}[Z^{[l]} > 0]$$
      $$dZ^{[l]} = dA^{[l]} * \mathbb{1}[Z^{[l]} < 0]$$
      $$dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$$
      """#),
    Phenomenon(
      "a softmax over a letter that hidden units have", wrong: [6, 8],
      #"""
      $$a_j = \sum_i w_{ji} z_i, \quad z_j = h(a_j)$$
      $$y_k = \frac{e^{a_k}}{\sum_j e^{a_j}}$$
      $$E = -\sum_k t_k \log y_k, \quad \sum_k t_k = 1$$
      $$\delta_j = \frac{\partial E}{\partial a_j}$$
      $$\delta_k = y_k - t_k$$
      $$\delta_k = t_k - y_k$$
      $$\delta_j = h'(a_j) \sum_k w_{kj} \delta_k$$
      $$\delta_j = h'(z_j) \sum_k w_{kj} \delta_k$$
      """#),
    Phenomenon(
      "rectifiers below a softmax, in batches", wrong: [6, 9],
      #"""
      $$Z^{[1]} = W^{[1]} X + b^{[1]}, \quad A^{[1]} = \mathrm{ReLU}(Z^{[1]})$$
      $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$$
      $$A^{[2]} = \mathrm{softmax}(Z^{[2]})$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} \sum_k y_k^{(i)} \log a_k^{[2](i)}$$
      $$dZ^{[2]} = A^{[2]} - Y$$
      $$dZ^{[2]} = Y - A^{[2]}$$
      $$dW^{[2]} = \frac{1}{m} dZ^{[2]} A^{[1]T}$$
      $$dZ^{[1]} = W^{[2]T} dZ^{[2]} * \mathbb{1}[Z^{[1]} > 0]$$
      $$dZ^{[1]} = W^{[2]} dZ^{[2]} * \mathbb{1}[Z^{[1]} > 0]$$
      """#),
    Phenomenon(
      "a function's name in upright type with the letter of activations", wrong: [9],
      #"""
      $$z_1 = W_1 x + b_1$$
      $$h = \mathrm{tanh}(z_1)$$
      $$z_2 = W_2 h + b_2$$
      $$\hat{y} = \mathrm{softmax}(z_2)$$
      $$L = -\sum_k y_k \log \hat{y}_k$$
      $$\delta_2 = \hat{y} - y$$
      $$\frac{\partial L}{\partial W_2} = \delta_2 h^T$$
      $$\delta_1 = W_2^T \delta_2 \odot (1 - h^2)$$
      $$\delta_1 = W_2^T \delta_2 \odot (1 + h^2)$$
      """#),
  ]
}
