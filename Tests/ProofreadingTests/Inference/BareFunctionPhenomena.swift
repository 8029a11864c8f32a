extension Phenomenon {
  /// Functions without arguments, entries of the identity, steps for one sample, code names of one unit.
  static let bareFunctions: [Phenomenon] = [
    Phenomenon(
      "functions without what they are applied to", wrong: [4, 10],
      #"""
      The logistic function is $\sigma(u) = \frac{1}{1+e^{-u}}$.
      $$\sigma' = \sigma(1-\sigma)$$
      $$\sigma'(u) = \sigma \, (1-\sigma)$$
      $$\sigma' = \sigma(1+\sigma)$$
      $$\frac{d\sigma}{du} = \sigma - \sigma^2$$
      $$\frac{d\sigma}{du} = \sigma (1 - \sigma)$$
      $$u = \ln\frac{\sigma}{1-\sigma}$$
      $$\sigma(-u) = 1 - \sigma(u)$$
      $$\frac{d^2\sigma(u)}{du^2} = \sigma(u)(1-\sigma(u))(1-2\sigma(u))$$
      $$\frac{d\sigma}{du} = \sigma^2 (1 - \sigma)$$
      """#),
    Phenomenon(
      "entries of the identity matrix, division entry by entry", wrong: [3, 6],
      #"""
      $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad E = -\sum_k t_k \ln p_k$$
      $$\frac{\partial p_k}{\partial z_j} = p_k (I_{kj} - p_j)$$
      $$\frac{\partial p_k}{\partial z_j} = p_j (I_{kj} + p_k)$$
      $$\frac{\partial E}{\partial p_k} = -\frac{t_k}{p_k}$$
      $$\frac{\partial \mathbf{E}}{\partial \mathbf{p}} = -\mathbf{t} \oslash \mathbf{p}$$
      $$\frac{\partial \mathbf{E}}{\partial \mathbf{p}} = -\mathbf{p} \oslash \mathbf{t}$$
      """#),
    Phenomenon(
      "gradients of expressions", wrong: [4, 6],
      #"""
      $$J(\beta) = \frac{1}{2} (A\beta - y)^T (A\beta - y)$$
      $$\nabla_\beta J = \frac{1}{2} \nabla_\beta \left( \beta^T A^T A \beta - 2 \beta^T A^T y + y^T y \right)$$
      $$\nabla_\beta \beta^T A^T y = A^T y$$
      $$\nabla_\beta \beta^T A^T y = A y$$
      $$\nabla_\beta J = A^T A \beta - A^T y$$
      $$\nabla_\beta J = A^T A \beta + A^T y$$
      """#),
    Phenomenon(
      "steps for one sample beside the loss of all", wrong: [4, 6],
      #"""
      $$h_w(x) = \sigma(w^T x), \quad \sigma(z) = \frac{1}{1+e^{-z}}$$
      $$J(w) = -\frac{1}{m} \sum_{i=1}^m \left[ y^{(i)} \log h_w(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_w(x^{(i)})) \right]$$
      $$w_j := w_j - \alpha \left( h_w(x^{(i)}) - y^{(i)} \right) x_j^{(i)}$$
      $$w_j := w_j + \alpha \left( h_w(x^{(i)}) - y^{(i)} \right) x_j^{(i)}$$
      $$w_j := w_j - \frac{\alpha}{m} \sum_{i=1}^m \left( h_w(x^{(i)}) - y^{(i)} \right) x_j^{(i)}$$
      $$w_j := w_j - \frac{\alpha}{m} \sum_{i=1}^m \left( h_w(x^{(i)}) - y^{(i)} \right)$$
      """#),
    Phenomenon(
      "code names of one unit and its samples", wrong: [5, 8, 11],
      #"""
      $$z = w^T x + b, \quad a = \sigma(z), \quad \sigma(z) = \frac{1}{1+e^{-z}}$$
      $$\mathcal{L}(a, y) = -(y \log a + (1-y) \log(1-a))$$
      $$da = \frac{1-y}{1-a} - \frac{y}{a}$$
      $$dz = da \cdot a (1-a) = a - y$$
      $$dz = da \cdot a (1+a)$$
      $$dw_1 = x_1 dz$$
      $$db = dz$$
      $$dw_2 = x_1 dz$$
      $$J(w, b) = \frac{1}{m} \sum_{i=1}^m \mathcal{L}(a^{(i)}, y^{(i)})$$
      $$w := w - \alpha \, dw$$
      $$b := b + \alpha \, db$$
      """#),
  ]
}
