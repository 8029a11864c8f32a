/// Numbers and signs that say of what lines are: of one pattern, of a row of a matrix, of a Jacobian.
extension Phenomenon {
  static let onePattern: [Phenomenon] = [
    Phenomenon(
      "one pattern that is numbered below everything", wrong: [5, 7, 9],
      #"""
      $$net_{pj} = \sum_i w_{ji} o_{pi}, \quad o_{pj} = f_j(net_{pj})$$
      $$E_p = \frac{1}{2} \sum_j (t_{pj} - o_{pj})^2$$
      $$\delta_{pj} = -\frac{\partial E_p}{\partial net_{pj}}$$
      $$-\frac{\partial E_p}{\partial w_{ji}} = \delta_{pj} o_{pi}$$
      $$-\frac{\partial E_p}{\partial w_{ji}} = \delta_{pi} o_{pj}$$
      $$\delta_{pj} = f_j'(net_{pj}) \sum_k \delta_{pk} w_{kj}$$
      $$\delta_{pj} = f_j'(net_{pj}) \sum_k \delta_{pk} w_{jk}$$
      $$\Delta_p w_{ji} = \eta \delta_{pj} o_{pi}$$
      $$\Delta_p w_{ji} = \eta \delta_{pi} o_{pj}$$
      """#),
    Phenomenon(
      "rows of matrices as vectors", wrong: [6, 8, 10],
      #"""
      With $x \in \mathbb{R}^d$, $h \in \mathbb{R}^m$, $z \in \mathbb{R}^k$:
      $$h = \sigma(V x), \quad z = \sigma(W h), \quad L = \|z - y\|^2$$
      $$\sigma'(u) = \sigma(u)(1 - \sigma(u)), \quad \sigma(u) = \frac{1}{1 + e^{-u}}$$
      $$h_i = \sigma(V_i \cdot x), \quad z_j = \sigma(W_j \cdot h)$$
      $$\nabla_{W_j} z_j = z_j (1 - z_j) h$$
      $$\nabla_{W_j} z_j = z_j (1 - z_j) x$$
      $$\nabla_h z_j = z_j (1 - z_j) W_j$$
      $$\nabla_h z_j = z_j (1 - z_j) V_j$$
      $$\nabla_{W_j} L = \frac{\partial L}{\partial z_j} z_j (1 - z_j) h$$
      $$\nabla_{W_j} L = \frac{\partial L}{\partial z_j} h_j (1 - h_j) h$$
      $$\nabla_h L = \sum_{j=1}^{k} \frac{\partial L}{\partial z_j} z_j (1 - z_j) W_j$$
      """#),
    Phenomenon(
      "Jacobians with what is differentiated in brackets", wrong: [6, 8],
      #"""
      $$a_t = W_{t-1} o_{t-1}, \quad o_t = \sigma(a_t), \quad o_0 = x$$
      $$\ell = \frac{1}{2} \|o_T - y\|^2$$
      $$\delta_t = J_{o_t}(\ell), \quad \delta_T = (o_T - y)^\top$$
      $$\delta_t = J_{o_{t+1}}(\ell) J_{o_t}(o_{t+1})$$
      $$J_{o_t}(o_{t+1}) = \operatorname{diag}(\sigma'(a_{t+1})) W_t$$
      $$J_{o_t}(o_{t+1}) = \operatorname{diag}(\sigma'(a_t)) W_t$$
      $$\delta_{t,i} = \sum_j W_{t,j,i} \delta_{t+1,j} \sigma'(a_{t+1,j})$$
      $$\delta_{t,i} = \sum_j W_{t,i,j} \delta_{t+1,j} \sigma'(a_{t+1,j})$$
      $$\frac{\partial \ell}{\partial W_{t-1,i,j}} = \delta_{t,i} \sigma'(a_{t,i}) o_{t-1,j}$$
      """#),
    Phenomenon(
      "a loss as a function of a score that a line defines", wrong: [4],
      #"""
      $$s = w^T x + b$$
      $$h(s) = \max(0, 1 - c s)$$
      $$\frac{\partial h}{\partial s} = \begin{cases} -c & c s < 1 \\ 0 & c s > 1 \end{cases}$$
      $$\frac{\partial h}{\partial s} = \begin{cases} c & c s < 1 \\ 0 & c s > 1 \end{cases}$$
      """#),
    Phenomenon(
      "outputs above weights that leave their layer", wrong: [4],
      #"""
      $$z^{(2)} = \Theta^{(1)} x, \quad a^{(2)} = g(z^{(2)})$$
      $$h_\Theta(x) = g(\Theta^{(2)} a^{(2)})$$
      $$\frac{\partial J}{\partial a^{(2)}} = (\Theta^{(2)})^T \left( \frac{\partial J}{\partial h_\Theta(x)} \odot g'(\Theta^{(2)} a^{(2)}) \right)$$
      $$\frac{\partial J}{\partial a^{(2)}} = \Theta^{(2)} \left( \frac{\partial J}{\partial h_\Theta(x)} \odot g'(\Theta^{(2)} a^{(2)}) \right)$$
      """#),
    Phenomenon(
      "a row of weights that is written out", wrong: [5, 7],
      #"""
      $$W = \begin{pmatrix} 2 & 1 & -1 \end{pmatrix}, \quad h = \begin{pmatrix} 1 \\ 3 \\ 0 \end{pmatrix}$$
      $$y = W h$$
      $$E = \frac{1}{2} (y - t)^2$$
      $$\frac{\partial E}{\partial W} = (y - t) h^T$$
      $$\frac{\partial E}{\partial W} = (t - y) h^T$$
      $$\frac{\partial E}{\partial h} = W^T (y - t)$$
      $$\frac{\partial E}{\partial h} = W^T (y + t)$$
      """#),
    Phenomenon(
      "patterns above whose losses are added up", wrong: [5],
      #"""
      $$y^p = \sum_j w_j x_j^p$$
      $$E^p = \frac{1}{2} (d^p - y^p)^2, \qquad E = \sum_p E^p$$
      $$\frac{\partial E^p}{\partial w_j} = \frac{\partial E^p}{\partial y^p} \frac{\partial y^p}{\partial w_j}$$
      $$\frac{\partial E^p}{\partial y^p} = -(d^p - y^p)$$
      $$\frac{\partial E^p}{\partial y^p} = d^p - y^p$$
      """#),
  ]
}
