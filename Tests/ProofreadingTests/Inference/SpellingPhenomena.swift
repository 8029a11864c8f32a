extension Phenomenon {
  /// Conditions as numbers, time stamps, columns for signs.
  static let spellings: [Phenomenon] = [
    Phenomenon(
      "indicators in all spellings, max of an array, one-hot targets", wrong: [5, 8, 12],
      #"""
      $z_1 = W_1 x + b_1$, $a_1 = \text{ReLU}(z_1) = \max(0, z_1)$, $z_2 = W_2 a_1 + b_2$
      $$\hat{y} = \text{softmax}(z_2), \quad \hat{y}_i = \frac{e^{z_{2,i}}}{\sum_{k=1}^K e^{z_{2,k}}}$$
      $$L = -\sum_{i=1}^K y_i \log \hat{y}_i$$
      $$\delta_2 = \frac{\partial L}{\partial z_2} = \hat{y} - y$$
      $$\delta_2 = y - \hat{y}$$
      $$\frac{\partial a_1}{\partial z_1} = \text{diag}(\mathbb{1}_{z_1 > 0})$$
      $$\delta_1 = (W_2^T \delta_2) \odot \mathbb{1}_{\mathbf{z_1} > 0}$$
      $$\delta_1 = (W_2^T \delta_2) \odot \mathbb{1}_{z_2 > 0}$$
      $$\delta_1 = (W_2^T \delta_2) \odot \mathbb{I}(z_1 > 0)$$
      $$\delta_1 = (W_2^T \delta_2) \odot \mathbf{1}\{z_1 > 0\}$$
      $$\delta_1 = (W_2^T \delta_2) \odot (z_1 > 0)$$
      $$\delta_1 = (W_2^T \delta_2) \odot [z_1 < 0]$$
      """#),
    Phenomenon(
      "time stamps, columns for signs", wrong: [6],
      #"""
      $y_i(n) = \sum_j w_{ij} x_j(n)$, $E = \frac{1}{2} \sum_i (y_i(n) - d_i(n))^2$, where $n$ is the time.
      $$\begin{eqnarray}
      \frac{\partial E}{\partial w_{ij}} & = & \frac{\partial E}{\partial y_i} \frac{\partial y_i}{\partial w_{ij}} \\
      & = & (y_i(n) - d_i(n)) x_j(n) \\
      & = & x_j(n) (y_i(n) - d_i(n)) \\
      & = & (d_i(n) - y_i(n)) x_j(n)
      \end{eqnarray}$$
      """#),
    Phenomenon(
      "shapes below, entries with numbers, after notes about layers", wrong: [7],
      #"""
      $$z_N = W_N y_{N-1} + b_N$$
      $$Y_{2 \times 3} = W_{2 \times 3} \cdot X_{3 \times 3} + B_{2 \times 1}$$
      $$y_{1p} = w_{11} x_{1p} + w_{12} x_{2p} + w_{13} x_{3p} + b_1$$
      $$y_{2p} = w_{21} x_{1p} + w_{22} x_{2p} + w_{23} x_{3p} + b_2$$
      $$\frac{\partial C}{\partial w_{ij}} = \sum_p \frac{\partial C}{\partial y_{ip}} \frac{\partial y_{ip}}{\partial w_{ij}}$$
      $$\frac{\partial C}{\partial W} = \frac{\partial C}{\partial Y} \cdot X^T, \quad \frac{\partial C}{\partial x_{jp}} = \frac{\partial C}{\partial y_{1p}} w_{1j} + \frac{\partial C}{\partial y_{2p}} w_{2j}$$
      $$\frac{\partial C}{\partial x_{jp}} = \frac{\partial C}{\partial y_{1p}} w_{1j} - \frac{\partial C}{\partial y_{2p}} w_{2j}$$
      $$\frac{\partial C}{\partial X} = W^T \cdot \frac{\partial C}{\partial Y}$$
      """#),
    Phenomenon(
      "gradients as rows, errors of activations, units called t_0", wrong: [5, 7],
      #"""
      $$\vec{y}^l = f(\vec{x}^l), \quad \vec{x}^l = \mathbf{W}^l \vec{y}^{l-1}, \quad x_t^l = \sum_f W_{t,f}^l y_f^{l-1}$$
      $$\frac{de}{d\vec{y}^L} = (\vec{y}^L - \vec{y}^*)^T := \delta^L, \quad e = \frac{1}{2} \sum_t (y^*_t - y^L_t)^2$$
      $$\frac{de}{dW_{t_0,f_0}^l} = \frac{de}{dx_{t_0}^l} y_{f_0}^{l-1}$$
      $$\frac{de}{d\vec{x}^l} = \delta^l \odot f'(\vec{x}^l)$$
      $$\frac{de}{d\vec{x}^l} = \delta^l \odot f(\vec{x}^l)$$
      $$\delta^{l-1} = \frac{de}{d\vec{x}^l} \mathbf{W}^l$$
      $$\frac{de}{d\vec{x}^l} = \left( \frac{de}{d\vec{x}^{l+1}} (\mathbf{W}^{l+1})^T \right) \odot f'(\vec{x}^l)$$
      $$\frac{de}{d\mathbf{W}^l} = \left( \frac{de}{d\vec{x}^l} \right)^T \left( \vec{y}^{l-1} \right)^T$$
      """#),
    Phenomenon(
      "words of other scripts as letters", wrong: [3, 7],
      #"""
      $$손실 = \frac12 (y - t)^2$$
      $$\frac{d 손실}{dy} = y - t$$
      $$\frac{d 손실}{dy} = t - y$$
      $$\frac{\partial 误差}{\partial w} = \frac{\partial 误差}{\partial y} \frac{\partial y}{\partial w}$$
      $$误差 = (y - t)^2, \quad y = w x$$
      $$\frac{\partial 误差}{\partial w} = 2 (y - t) x$$
      $$\frac{\partial 误差}{\partial w} = 2 (y - t) w$$
      """#),
  ]
}
