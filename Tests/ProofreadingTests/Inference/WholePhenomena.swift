extension Phenomenon {
  /// What a letter alone stands for: all entries, a function of what it is applied to, a size that is a number.
  static let wholes: [Phenomenon] = [
    Phenomenon(
      "all entries of a softmax", wrong: [5],
      #"""
      $$p_j = \frac{e^{o_j}}{\sum_{i} e^{o_i}}, \quad L = -\sum_{i} y_i \log p_i$$
      $$\sum_i y_i = 1$$
      $$\frac{\partial L}{\partial o_k} = p_k - y_k$$
      $$\frac{\partial L}{\partial o} = p - y$$
      $$\frac{\partial L}{\partial o} = y - p$$
      """#),
    Phenomenon(
      "the softmax of a letter without entries", wrong: [4],
      #"""
      $$p = \text{softmax}(z), \quad L = -\sum_{i} y_i \log p_i$$
      $$\sum_i y_i = 1$$
      $$\frac{\partial L}{\partial z} = p - y$$
      $$\frac{\partial L}{\partial z} = p + y$$
      """#),
    Phenomenon(
      "a bold vector whose entries are squared", wrong: [3],
      #"""
      $$L = \frac{1}{2} \sum_i (p_i - y_i)^2$$
      $$\frac{\partial L}{\partial \mathbf{p}} = \mathbf{p} - \mathbf{y}$$
      $$\frac{\partial L}{\partial \mathbf{p}} = \mathbf{y} - \mathbf{p}$$
      """#),
    Phenomenon(
      "a function of a quantity, differentiated by what that is made of", wrong: [3, 6],
      #"""
      $$r = w x - y$$
      $$f(r) = r^3$$
      $$\frac{\partial f}{\partial w} = 3 w^2$$
      $$\frac{\partial f}{\partial w} = 3 r^2 x$$
      $$\frac{\partial f}{\partial w} = f'(r) x$$
      $$\frac{\partial f}{\partial y} = f'(r)$$
      """#),
    Phenomenon(
      "sizes that are numbers", wrong: [5],
      #"""
      $$h_j = f(\sum_{i=1}^{10} v_{ji} x_i)$$
      $$y_k = f(\sum_{j=1}^{5} w_{kj} h_j)$$
      $$E = \frac{1}{2} \sum_{k=1}^{3} (y_k - t_k)^2$$
      $$\frac{\partial E}{\partial y_k} = y_k - t_k, \quad k = 1, 2, 3$$
      $$\frac{\partial E}{\partial y_k} = t_k - y_k, \quad k = 1, 2, 3$$
      """#),
    Phenomenon(
      "layers that a claim is said to hold for", wrong: [6],
      #"""
      $$z_j^l = \sum_k w_{jk}^l a_k^{l-1} + b_j^l, \quad l = 1, \dots, L$$
      $$a_j^l = \sigma(z_j^l)$$
      $$C = \frac{1}{2} \sum_j (y_j - a_j^L)^2$$
      $$\delta_j^l = \frac{\partial C}{\partial z_j^l}, \quad l = 1, \dots, L$$
      $$\delta_j^l = \sum_k w_{kj}^{l+1} \delta_k^{l+1} \sigma'(z_j^l), \quad l = L-1, \dots, 1$$
      $$\delta_j^l = \sum_k w_{kj}^{l+1} \delta_k^{l+1} \sigma'(z_j^l), \quad l = 1, \dots, L$$
      $$\frac{\partial C}{\partial b_j^l} = \delta_j^l, \quad l = 1, \dots, L$$
      """#),
    Phenomenon(
      "another letter for the number of samples", wrong: [2],
      #"""
      $$J = \frac{1}{m} \sum_{i=1}^m (w x_i - y_i)^2$$
      $$\frac{\partial J}{\partial w} = \frac{2}{m} \sum_{i=1}^n (w x_i - y_i) x_i$$
      $$\frac{\partial J}{\partial w} = \frac{2}{m} \sum_{i=1}^m (w x_i - y_i) x_i$$
      """#),
  ]
}
