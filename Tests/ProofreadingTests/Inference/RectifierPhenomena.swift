extension Phenomenon {
  /// Rectifiers under names of their own, what holds where they are on or off, and other functions that lines list.
  static let rectifiers: [Phenomenon] = [
    Phenomenon(
      "Heaviside's H by cases in a sentence, and what holds where a sum is positive", wrong: [10, 12, 21],
      #"""
      Forward: $a^{(2)}_{i} = relu(\sum_{k=1}^{n} w_{ki}^{(1)} a^{(1)}_{k} + b_i^{(1)})$ and $a^{(3)}_{j} = \sum_{i=1}^{m} w_{ij}^{(2)} a^{(2)}_i + b_j^{(2)}$.

      $softmax(x)_j = \frac{e^{x_j}}{\sum_{k=1}^K e^{x_k}}$ gives $\hat{p}_{k} = softmax(a^{(3)})_k$, and

      $$E = - \sum_{k=1}^K y_{k} \ln \hat{p}_{k}$$

      where $H(x) = 1$ if $x > 0$, and $0$ if $x < 0$.

      $$\frac{\partial E}{\partial w_{ij}^{(1)}} = \frac{\partial E}{\partial a^{(2)}_j} H\big[\sum_{q=1}^{n} w_{qj}^{(1)} a^{(1)}_{q} + b_j^{(1)}\big] a^{(1)}_i$$
      $$\frac{\partial E}{\partial w_{ij}^{(1)}} = \frac{\partial E}{\partial a^{(2)}_j} H\big[\sum_{q=1}^{n} w_{qj}^{(1)} a^{(1)}_{q} + b_j^{(1)}\big] a^{(2)}_i$$
      $$\frac{\partial E}{\partial a^{(3)}_j} = \hat{p}_j \sum_k y_k - y_j$$
      $$\frac{\partial E}{\partial a^{(3)}_j} = y_j - \hat{p}_j \sum_k y_k$$

      If $\sum_{k=1}^{n} w_{kj}^{(1)} a^{(1)}_{k} + b_j^{(1)} > 0$:
      $$\frac{\partial a^{(2)}_j}{\partial w_{ij}^{(1)}} = a^{(1)}_i$$

      If $\sum_{k=1}^{n} w_{kj}^{(1)} a^{(1)}_{k} + b_j^{(1)} < 0$:
      $$\frac{\partial a^{(2)}_j}{\partial w_{ij}^{(1)}} = 0$$

      If $\sum_{k=1}^{n} w_{kj}^{(1)} a^{(1)}_{k} + b_j^{(1)} > 0$:
      $$\frac{\partial a^{(2)}_j}{\partial w_{ij}^{(1)}} = a^{(2)}_j$$
      """#),
    Phenomenon(
      "a list of what a function may be; rows of numbers", wrong: [7, 12, 16],
      #"""
      Common choices:

      - $\sigma(x) = \frac{1}{1 + e^{-x}}$ with $\sigma'(x) = \sigma(x)(1 - \sigma(x))$
      - $\sigma(x) = \tanh(x)$ with $\sigma'(x) = 1 - \sigma(x)^2$
      - $\sigma(x) = \max(0, x)$
      - $\sigma(x) = \ln(1 + e^x)$ with
        $\sigma'(x) = \frac{1}{1 + e^x}$

      $$z_j = \sum_i w_{ji} x_i + b_j, \quad y_j = \sigma(z_j)$$
      $$E = \frac{1}{2} \sum_j (y_j - t_j)^2$$
      $$\frac{\partial E}{\partial w_{ji}} = (y_j - t_j) \sigma'(z_j) x_i$$
      $$\frac{\partial E}{\partial w_{ji}} = (t_j - y_j) \sigma'(z_j) x_i$$

      Numbers:
      $$[0.5 \;\; 0.6] \begin{bmatrix} 0.2 \\ 0.3 \end{bmatrix} + 0.1 = 0.5 (0.2) + 0.6 (0.3) + 0.1 = 0.38$$
      $$[0.5 \quad -0.6] \begin{bmatrix} 0.2 \\ 0.3 \end{bmatrix} = 0.28$$
      """#),
    Phenomenon(
      "a loss with the number of its sample, in notes whose index letters carry the layers", wrong: [5, 6],
      #"""
      $$E_p = \frac{1}{2} \sum_k (d_k - o_k)^2, \quad net_t = \sum_s w_{ts} o_s, \quad o_t = f(net_t)$$
      $$\delta_t = -\frac{\partial E_p}{\partial net_t}$$
      $$-\frac{\partial E_p}{\partial o_j} = \sum_k \delta_k w_{kj}$$
      $$\delta_j = f'(net_j) \sum_k \delta_k w_{kj}$$
      $$-\frac{\partial E_p}{\partial o_j} = \sum_k \delta_k w_{jk}$$
      $$\delta_j = -f'(net_j) \sum_k \delta_k w_{kj}$$
      """#),
    Phenomenon(
      "slopes of functions that only their names tell", wrong: [2],
      #"""
      $$\text{ReLU}'(z) = [z > 0]$$
      $$\text{ReLU}'(z) = [z < 0]$$
      $$\text{SiLU}'(z) = \sigma(z) (1 + z (1 - \sigma(z)))$$
      """#),
  ]
}
