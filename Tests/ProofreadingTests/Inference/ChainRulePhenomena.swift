extension Phenomenon {
  /// The chain rule as books state it, algorithms that keep one gradient, lines about one sample.
  static let chainRules: [Phenomenon] = [
    Phenomenon(
      "the chain rule for numbers, then for vectors in bold type, then for numbers", wrong: [8],
      #"""
      With $u = g(v)$ and $r = f(g(v)) = f(u)$
      $$\frac{dr}{dv} = \frac{dr}{du} \frac{du}{dv}$$
      For vectors, where $\mathbf{u} = g(\mathbf{v})$,
      $$\frac{\partial r}{\partial v_i} = \sum_j \frac{\partial r}{\partial u_j} \frac{\partial u_j}{\partial v_i}$$
      $$\nabla_{\mathbf{v}} r = \left( \frac{\partial \mathbf{u}}{\partial \mathbf{v}} \right)^\top \nabla_{\mathbf{u}} r$$
      When $v = f(s)$, $u = f(v)$ and $r = f(u)$,
      $$\frac{\partial r}{\partial s} = f'(u) f'(v) f'(s)$$
      $$\frac{\partial r}{\partial s} = f'(r) f'(u) f'(v)$$
      """#),
    Phenomenon(
      "one letter for the gradient on its way back", wrong: [11, 14],
      #"""
      A network of $n$ layers, with weights $W^{(j)}$ for $j \in \{1, \ldots, n\}$: $h^{(0)} = x$, and for $k = 1, \ldots, n$
      $$a^{(k)} = b^{(k)} + W^{(k)} h^{(k-1)}, \quad h^{(k)} = f(a^{(k)})$$
      Its output is $\hat{y} = h^{(n)}$.
      $$g \leftarrow \nabla_{\hat{y}} J$$
      For $k = n, n-1, \ldots, 1$:

      $$g \leftarrow \nabla_{a^{(k)}} J = g \odot f'(a^{(k)})$$

      $$\nabla_{b^{(k)}} J = g$$

      $$\nabla_{b^{(k)}} J = g \odot f'(a^{(k)})$$
      $$\nabla_{W^{(k)}} J = g \, h^{(k-1)\top}$$

      $$\nabla_{W^{(k)}} J = g \, h^{(k)\top}$$
      $$g \leftarrow \nabla_{h^{(k-1)}} J = W^{(k)\top} g$$
      """#),
    Phenomenon(
      "lines about one sample beside the loss of all", wrong: [10],
      #"""
      The hypothesis is $h_\theta(x) = g(\theta^T x)$ with $g(z) = \frac{1}{1+e^{-z}}$.
      $$\ell(\theta) = \sum_{i=1}^m y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)}))$$

      For a single training example:

      $$\frac{\partial}{\partial\theta_j} \ell(\theta) = (y - h_\theta(x)) x_j$$

      For one example

      $$\frac{\partial}{\partial\theta_j} \ell(\theta) = (y + h_\theta(x)) x_j$$

      $$\theta_j := \theta_j + \alpha (y^{(i)} - h_\theta(x^{(i)})) x_j^{(i)}$$
      """#),
    Phenomenon(
      "outputs that are computed at once, beside layers in indices", wrong: [8],
      #"""
      For linear outputs $y_k = \sum_i w_{ki} x_i$ and $E_n = \frac{1}{2} \sum_k (y_{nk} - t_{nk})^2$ we had
      $$\frac{\partial E_n}{\partial w_{ki}} = (y_{nk} - t_{nk}) x_{ni}$$
      Now $a_j = \sum_i w_{ji} z_i$ and $z_j = h(a_j)$.
      $$\delta_j = \frac{\partial E_n}{\partial a_j}, \quad \frac{\partial E_n}{\partial w_{ji}} = \delta_j z_i$$
      $$\delta_k = y_k - t_k$$
      $$\delta_j = \sum_k \frac{\partial E_n}{\partial a_k} \frac{\partial a_k}{\partial a_j}$$
      $$\delta_j = h'(a_j) \sum_k w_{kj} \delta_k$$
      $$\delta_j = h'(a_j) \sum_k w_{jk} \delta_k$$
      """#),
  ]
}
