/// Notes that write networks by their units, their updates by increments, and their looks in colour.
extension Phenomenon {
  static let steps: [Phenomenon] = [
    Phenomenon(
      "units' letters as subscripts, framed and coloured", wrong: [6, 9, 11],
      #"""
      $$net_m = \sum_{h=1}^H w_{hm} o_h, \qquad y_m = f_m(net_m)$$
      $$E = \frac{1}{2} \sum_{m} (\hat{y}_m - y_m)^2$$
      $$\textcolor{red}{\frac{\partial E}{\partial w_{hm}}} = \textcolor{blue}{\frac{\partial E}{\partial net_m}} \cdot \frac{\partial net_m}{\partial w_{hm}} \left(= \textcolor{blue}{-\delta_m} o_h \right)$$
      $$\frac{\partial net_m}{\partial w_{hm}} = \frac{\partial}{\partial w_{hm}} \cdot net_m = \text{\framebox{$o_h$}}$$
      $$\delta_m = (\hat{y}_m - y_m) f'_m(net_m)$$
      $$\delta_m = (y_m - \hat{y}_m) f'_m(net_m)$$
      $$net_h = \sum_{k=1}^K w_{kh} o_k, \qquad o_h = f(net_h)$$
      $$\delta_h = \sum_{l=1}^L (\underline{\delta}_l \underline{w}_{hl}) \cdot f'(net_h)$$
      $$\delta_h = \sum_{l=1}^L (\underline{\delta}_l \underline{w}_{lh}) \cdot f'(net_h)$$
      $$\vartriangle w_{kh} = \eta \cdot \delta_h \cdot o_k$$
      $$\vartriangle w_{kh} = \eta \cdot \delta_k \cdot o_h$$
      """#),
    Phenomenon(
      "increments", wrong: [4, 6],
      #"""
      $$z_i^l = \sum_j w_{ij}^l a_j^{l-1} + b_i^l, \qquad a_i^l = \sigma(z_i^l)$$
      $$\delta_i^l = \frac{\partial C}{\partial z_i^l}$$
      $$\Delta w_{ij}^l = -\eta \frac{\partial C}{\partial w_{ij}^l} = -\eta \delta_i^l a_j^{l-1}$$
      $$\Delta w_{ij}^l = -\eta \delta_i^l a_i^{l}$$
      $$w_{ij}^l = w_{ij}^l + \Delta w_{ij}^l$$
      $$w_{ij}^l \leftarrow w_{ij}^l - \Delta w_{ij}^l$$
      $$b_i^l = b_i^l + \Delta b_i^l = b_i^l + (-\eta \delta_i^l)$$
      """#),
    Phenomenon(
      "targets with a tilde, index letters with primes", wrong: [5, 7],
      #"""
      $$u_j^l = \sum_i w_{ij}^l y_i^{l-1}, \qquad y_j^l = f_l(u_j^l)$$
      $$E = \frac{1}{2} \sum_i (y_i^L - \tilde{y}_i)^2$$
      $$\frac{\partial E}{\partial w_{ij}^L} = \sum_{j'} \frac{\partial E}{\partial y_{j'}^L} \frac{\partial y_{j'}^L}{\partial w_{ij}^L}$$
      $$\frac{\partial y_{j'}^L}{\partial w_{ij}^L} = f_L'(u_{j'}^L) y_i^{L-1} \delta_{j, j'}$$
      $$\frac{\partial y_{j'}^L}{\partial w_{ij}^L} = f_L'(u_{j'}^L) y_{j'}^{L-1} \delta_{i, j'}$$
      $$\frac{\partial E}{\partial y_j^L} = y_j^L - \tilde{y}_j$$
      $$\frac{\partial E}{\partial y_j^L} = \tilde{y}_j - y_j^L$$
      """#),
    Phenomenon(
      "layers written at some quantities only", wrong: [4, 6],
      #"""
      $$\delta_j^{(L)} = \frac{\partial E}{\partial net_j} = \frac{\partial o_j}{\partial net_j} (o_j - y_j)$$
      $$\delta_j^{(l)} = \frac{\partial E}{\partial net_j} = \frac{\partial o_j}{\partial net_j} \sum_k \delta_k^{(l+1)} w_{kj}^{(l+1)}$$
      $$\frac{\partial E}{\partial w_{jk}^{(l)}} = \frac{\partial E}{\partial net_j} \frac{\partial net_j}{\partial w_{jk}^{(l)}} = \delta_j^{(l)} o_k^{(l-1)}$$
      $$\frac{\partial E}{\partial w_{jk}^{(l)}} = \delta_k^{(l)} o_j^{(l-1)}$$
      $$\frac{\partial E}{\partial b_j^{(l)}} = \delta_j^{(l)}$$
      $$\delta_j^{(l)} = \frac{\partial o_j}{\partial net_j} \sum_k \delta_k^{(l)} w_{kj}^{(l+1)}$$
      """#),
    Phenomenon(
      "layers first below, gradients by nabla, a small t above matrices", wrong: [5, 7],
      #"""
      $$a_{lk} = \sum_{j=1}^{N_{l-1}} w_{lkj} z_{l-1,j} ~~~~~~ l > 0$$
      $$z_{lk} = f(a_{lk})$$
      $$E(W) \equiv \frac{1}{2} \sum_{q=1}^{N_L} [z_{Lq}(x) - t_q(x)]^2$$
      $$\nabla_{z_L} E = \mathbf{z}_L(x) - \mathbf{t}$$
      $$\nabla_{z_L} E = \mathbf{t} - \mathbf{z}_L(x)$$
      $$\nabla_{z_l} E = W^t_{l+1} \cdot [\nabla_{z_{l+1}} E \odot f'(a_{l+1})]$$
      $$\nabla_{z_l} E = W_{l+1} \cdot [\nabla_{z_{l+1}} E \odot f'(a_{l+1})]$$
      $$W_{new} = W_{old} - \mu \nabla E$$
      """#),
    Phenomenon(
      "updates by a bare gradient", wrong: [5, 7],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \qquad a^l = \sigma(z^l)$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^L = \nabla_a C \odot \sigma'(z^L)$$
      $$W \leftarrow W - \eta \nabla C$$
      $$W \leftarrow W + \eta \nabla C$$
      $$b \leftarrow b - \eta \frac{\partial C}{\partial b}$$
      $$b \leftarrow b + \eta \frac{\partial C}{\partial b}$$
      """#),
    Phenomenon(
      "squares of predictions of many samples",
      #"""
      $$z = W x, \qquad a = f(z), \qquad \hat{y} = v^T a$$
      $$E = \frac{1}{2L} \sum_{l=1}^L \left(y^{(l)} - \hat{y}^{(l)}\right)^2$$
      $$\frac{\partial E}{\partial v_i} = \frac{1}{2L} \sum_{l=1}^L \frac{\partial}{\partial v_i} \left(y^{(l)} - \hat{y}^{(l)}\right)^2$$
      $$= -\frac{1}{L} \sum_{l=1}^L \left(y^{(l)} - \hat{y}^{(l)}\right) \frac{\partial \hat{y}^{(l)}}{\partial v_i}$$
      """#),
  ]
}
