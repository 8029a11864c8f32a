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
  ]
}
