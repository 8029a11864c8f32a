extension Phenomenon {
  /// Rectifiers: their slope under names of its own, and what holds where they are on or off.
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
      """#)
  ]
}
