extension Phenomenon {
  /// What displays hold, and what lines leave out.
  static let displays: [Phenomenon] = [
    Phenomenon(
      "equations on several lines", wrong: [11, 14],
      #"""
      $$\begin{aligned}
      u &= p q \\
        &\quad + r s \\
        &\quad - 3
      \end{aligned} {}$$
      $$v = p q + \left[ r \right. \\ \left. + s \right]^2$$
      $$\begin{aligned}
      \frac{\partial u}{\partial p} &= q \\
      -u &= - p q
        - r s \\ & + 3 \\
      -u &= - p q \\
        &\quad + r s + 3
      \end{aligned}$$
      $$\frac{\partial v}{\partial r} = r + s$$
      $$\frac{\partial v}{\partial r} = \begin{aligned}[t] & 2 r \\ & + 2 s \end{aligned}$$
      """#),
    Phenomenon(
      "systems of equations behind a brace and beside words", wrong: [4, 6],
      #"""
      $$\left\{ \begin{array}{l} z = w x + b \\ a = \sigma(z) \end{array} \right.$$
      $$\begin{cases} L = \frac12 (a - y)^2 \\ \delta = \frac{\partial L}{\partial z} \end{cases}$$
      $$\text{Then } \begin{aligned} \delta &= (a - y) \sigma'(z) \end{aligned}$$
      $$\text{Then } \begin{aligned} \delta &= (a - y) \sigma(z) \end{aligned}$$
      $$\begin{aligned} \frac{\partial L}{\partial w} &= \delta x \end{aligned} \\
      \begin{aligned} \frac{\partial L}{\partial b} &= \delta x \end{aligned}$$
      """#),
    Phenomenon(
      "gradients and slopes that don't say of what", wrong: [9, 10, 12],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \qquad a^l = \sigma(z^l)$$
      $$C = \frac12 \sum_j (a_j^L - y_j)^2, \qquad \delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^L = (a^L - y) \odot \frac{\partial \sigma}{\partial z^L}$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot \frac{d \sigma}{d z^l}$$
      $$\nabla W^l = \delta^l (a^{l-1})^T$$
      $$(\nabla W^l)_{jk} = \delta^l_j a^{l-1}_k$$
      $$\nabla b^l = \delta^l$$
      $$W^l \leftarrow W^l - \eta \nabla W^l$$
      $$\nabla_{W^l} = \delta^l (a^l)^T$$
      $$\delta^L = (y - a^L) \odot \frac{\partial \sigma}{\partial z^L}$$
      $$\frac{\partial z_j^l}{\partial w_{jk}^l} = \left[ \frac{\partial}{\partial w_{jk}^l} \sum_i w_{ji}^l a_i^{l-1} + b_j^l \right] = a_k^{l-1}$$
      $$W^l \leftarrow W^l + \eta \nabla W^l$$
      """#),
    Phenomenon(
      "layers that lines leave out", wrong: [7, 9],
      #"""
      $$\mu^l_i = \frac{1}{K} \sum_{j=1}^K Z^l_{ij}$$
      $$\sigma^l_i = \sqrt{\frac{1}{K} \sum_{j=1}^K (Z^l_{ij} - \mu_i)^2}$$
      $$\bar{Z}^l_{ij} = \frac{Z^l_{ij} - \mu^l_i}{\sigma^l_i}$$
      We drop the reference to the layer in the rest.
      $$\frac{\partial \mu_i}{\partial Z_{ij}} = \frac{1}{K}$$
      $$\frac{\partial \sigma_i}{\partial Z_{ij}} = \frac{Z_{ij} - \mu_i}{K \sigma_i}$$
      $$\frac{\partial \sigma_i}{\partial Z_{ij}} = \frac{Z_{ij} - \mu_i}{K \sigma_i^2}$$
      $$\frac{\partial \bar{Z}_{ik}}{\partial Z_{ij}} = \left(\delta_{jk} - \frac{\partial \mu_i}{\partial Z_{ij}}\right) \frac{1}{\sigma_i} - \frac{Z_{ik} - \mu_i}{\sigma_i^2} \frac{\partial \sigma_i}{\partial Z_{ij}}$$
      $$\frac{\partial \bar{Z}_{ik}}{\partial Z_{ij}} = \left(\delta_{jk} - \frac{\partial \mu_i}{\partial Z_{ij}}\right) \frac{1}{\sigma_i} - \frac{Z_{ik} - \mu_i}{\sigma_i} \frac{\partial \sigma_i}{\partial Z_{ij}}$$
      """#),
    Phenomenon(
      "primes on brackets, cases in displays of their own", wrong: [7, 16],
      #"""
      $$\sigma(z)_i = \frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}$$

      if $$i=j:$$
      $$\frac{\partial \sigma(z)_i}{\partial z_j} = \left(\frac{e^{z_j}}{\sum_{k=1}^K e^{z_k}}\right)^{\prime}
      = \frac{\left(e^{z_j}\right)^{\prime} \sum_{k=1}^K e^{z_k} - e^{z_j} \left(\sum_{k=1}^K e^{z_k}\right)'}{\left(\sum_{k=1}^K e^{z_k}\right)^2}
      = \sigma(z)_j (1 - \sigma(z)_j)
      = \sigma(z)_j (1 + \sigma(z)_j)$$

      if $$i \neq j:$$
      $$\frac{\partial \sigma(z)_i}{\partial z_j} = \left(\frac{e^{z_i}}{\sum_{k=1}^K e^{z_k}}\right)'
      = \frac{0 - e^{z_j} e^{z_i}}{\left(\sum_{k=1}^K e^{z_k}\right)^2}
      = - \sigma(z)_j \sigma(z)_i$$

      $$g(z) = \frac{1}{1 + e^{-z}}$$
      $$g'(z) = \left(\frac{1}{1 + e^{-z}}\right)'
      = e^{-z}$$
      """#),
    Phenomenon(
      "displays that have lost their backslashes", wrong: [14],
      #"""
      [
      E = \frac{1}{n} \sum_{i=1}^{n} (y_i - m x_i - c)^2
      ]

      Then:
      [
      \frac{\partial E}{\partial m}
      = \frac{1}{n} \sum_{i=1}^{n} 2 (y_i - m x_i - c)(-x_i)
      ]

      and
      [
      \frac{\partial E}{\partial c}
      = \frac{2}{n} \sum_{i=1}^{n} (y_i - m x_i - c)
      ]
      """#),
    Phenomenon(
      "a label before a frame, and frames beside one another", wrong: [6],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l), \quad \delta^l = \frac{\partial C}{\partial z^l}$$

      \begin{equation} \label{eq:error}
      \boxed{ \delta^{l} = ((W^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l) }
      \end{equation}
      $$\boxed{\frac{\partial C}{\partial W^l} = \delta^l (a^l)^T}, \quad \boxed{\delta^l = \delta^{l+1}}$$

      $$\boxed{\frac{\partial C}{\partial b^l} = \delta^l} \qquad \boxed{\frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T}$$
      """#),
  ]
}
