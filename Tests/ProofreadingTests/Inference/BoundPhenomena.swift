/// Bounds of sums over units.
extension Phenomenon {
  static let bounds: [Phenomenon] = [
    Phenomenon(
      "units are counted from 1", wrong: [4, 5, 6],
      #"""
      $$z_j^l = \sum_{k=1}^{n_{l-1}} w_{jk}^l a_k^{l-1} + b_j^l, \quad a_j^l = \sigma(z_j^l)$$
      $$\delta_j^l = \frac{\partial C}{\partial z_j^l}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=1}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=0}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=-1}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=1}^{n_{l+1}-1} w_{kj}^{l+1} \delta_k^{l+1}$$
      """#),
    Phenomenon(
      "units are counted from 0", wrong: [6, 7],
      #"""
      $$z_j^l = \sum_{k=0}^{n_{l-1}-1} w_{jk}^l a_k^{l-1}, \quad a_j^l = \sigma(z_j^l)$$
      $$C = \sum_{j=0}^{n_L-1} (a_j^L - y_j)^2$$
      $$\delta_j^l = \frac{\partial C}{\partial z_j^l}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=0}^{n_{l+1}-1} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\frac{\partial C}{\partial a_j^l} = \sum_{k=0}^{n_{l+1}-1} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=0}^{n_l-1} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\delta_j^l = \sigma'(z_j^l) \sum_{k=0}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      """#),
    Phenomenon(
      "letters for how many inputs, hidden units and outputs there are", wrong: [5, 6, 7],
      #"""
      $$net_j = \sum_{i=1}^{d} x_i w_{ji}, \quad y_j = f(net_j)$$
      $$net_k = \sum_{j=1}^{n_H} y_j w_{kj}, \quad z_k = f(net_k)$$
      $$J = \frac{1}{2} \sum_{k=1}^{c} (t_k - z_k)^2$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{c} (t_k - z_k) f'(net_k) w_{kj}$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{c-1} (t_k - z_k) f'(net_k) w_{kj}$$
      $$\frac{\partial J}{\partial y_j} = -\sum_{k=1}^{n_H} (t_k - z_k) f'(net_k) w_{kj}$$
      $$\frac{\partial J}{\partial w_{kj}} = -(t_k - z_k) f'(net_k) z_j$$
      $$\frac{\partial J}{\partial w_{kj}} = -(t_k - z_k) f'(net_k) y_j$$
      """#),
    Phenomenon(
      "a range of units that is stated behind a gradient", wrong: [4, 5],
      #"""
      $$z_i = \sum_{j=1}^{n} w_{ij} x_j, \quad y_i = f(z_i), \quad i = 1, \dots, m$$
      $$E = \frac{1}{2} \sum_{i=1}^{m} (y_i - t_i)^2$$
      $$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) f'(z_i) x_j, \quad i = 1, \dots, m$$
      $$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) f'(z_i) x_j, \quad i = 1, \dots, n$$
      $$\frac{\partial E}{\partial w_{ij}} = (y_i - t_i) f'(z_i) x_j, \quad j = 1, \dots, n + 1$$
      """#),
  ]
}
