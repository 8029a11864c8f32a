extension Phenomenon {
  /// Signs that stand for others, and numbers.
  static let signs: [Phenomenon] = [
    Phenomenon(
      "δ for ∂, a quantity with its argument, an activation in other words", wrong: [4, 10, 12, 14, 16],
      #"""
      $$z(x) = w\cdot x + b$$
      $$a = \sigma(z) = \frac{1}{1 + e^{-z}}, \qquad a = \sigma(wx + b)$$
      $$a = \frac{1}{1 + e^{-(wx + b)}}$$
      $$a = \sigma(wx - b)$$
      $$L(y, a) = \frac{1}{2} (y - a)^2$$
      $$\frac{\delta L}{\delta a} = \frac{\delta}{\delta a} \frac{1}{2} (y - a)^2 = -(y - a)$$
      $$\delta L/\delta a = -(y - a)$$
      $$\frac{\delta a}{\delta z} = \frac{\delta}{\delta z} \sigma(z) = \sigma(z) \cdot \big(1 - \sigma(z)\big)$$
      $$\frac{\delta z}{\delta w} = \frac{\delta}{\delta w} (w \cdot x + b) = x$$
      $$\frac{\delta}{\delta w} (w \cdot x + b) = w$$
      $$\frac{\delta L}{\delta w} = \frac{\delta L}{\delta a} \frac{\delta a}{\delta z} \frac{\delta z}{\delta w} = -(y - a) a (1 - a) x$$
      $$\frac{\delta L}{\delta b} = -(y - a) a$$
      $$w_{new} = w - \alpha \frac{\delta L}{\delta w}$$
      $$b_{new} = b + \alpha \frac{\delta L}{\delta b}$$
      $$\frac{\delta^2 L}{\delta a^2} = 1$$
      $$\frac{\partial^2 L}{\partial a^2} = 2$$
      """#),
    Phenomenon(
      "rounded numbers beside a value that is none", wrong: [4],
      #"""
      $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\hat{y} = \frac{1}{1 + e^{-(0.3 \cdot 0.5 + 0.1)}} = \frac{1}{1 + e^{-0.25}} \approx 0.56$$
      $$\frac{1}{1 + e^{-0.25}} \left(1 - \frac{1}{1 + e^{-0.25}}\right) = 0.56 \cdot 0.44 = 0.25$$
      $$\frac{1}{1 + e^{-0.25}} \left(1 - \frac{1}{1 + e^{-0.25}}\right) = 0.56 \cdot 0.56$$
      """#),
    Phenomenon(
      "a derivative alone in a display, what it is in the next ones", wrong: [11, 14],
      #"""
      $$z^{(l)}_i = b^{(l)}_i + \sum_k w^{(l)}_{i, k} a^{(l-1)}_k$$
      $$a^{(l)}_i = f(z^{(l)}_i)$$
      $$C = \sum_i (a^{(L)}_i - y_i)^2$$
      $$\frac{\partial C}{\partial a^{(L)}_i} = 2 (a^{(L)}_i - y_i)$$
      Then
      $$\frac{\partial C}{\partial b^{(l)}_i}$$
      $$= \frac{\partial C}{\partial a^{(l)}_i} \cdot f'(z^{(l)}_i) \cdot 1$$
      and
      $$\frac{\partial C}{\partial w^{(l)}_{i,j}}$$
      $$= \frac{\partial C}{\partial a^{(l)}_i} \cdot f'(z^{(l)}_i) \cdot a^{(l-1)}_j$$
      $$= \frac{\partial C}{\partial a^{(l)}_i} \cdot f(z^{(l)}_i) \cdot a^{(l-1)}_j$$
      and
      $$\frac{\partial C}{\partial b^{(l)}_i}$$
      $$= \frac{\partial C}{\partial a^{(l)}_i} \cdot a^{(l-1)}_i$$
      """#),
    Phenomenon(
      "indices in square brackets, columns, the last layer by its name", wrong: [5, 8],
      #"""
      $$A_i[r, 0] = f(Z_i[r, 0])$$
      $$Z_i[r, 0] = B_i[r, 0] + \sum_k W_i[r, k] A_{i-1}[k, 0]$$
      $$C = \sum_r (A_{out}[r, 0] - T[r, 0])^2$$
      $$\frac{\partial C}{\partial A_{out}[r, 0]} = 2 (A_{out}[r, 0] - T[r, 0])$$
      $$\frac{\partial C}{\partial A_{out}[r, 0]} = A_{out}[r, 0] - T[r, 0]$$
      $$\frac{\partial C}{\partial B_i[r, 0]} = \frac{\partial C}{\partial A_i[r, 0]} f'(Z_i[r, 0])$$
      $$\frac{\partial C}{\partial A_i[r, 0]} = \sum_k \frac{\partial C}{\partial A_{i+1}[k, 0]} f'(Z_{i+1}[k, 0]) W_{i+1}[k, r]$$
      $$\frac{\partial C}{\partial A_i[r, 0]} = \sum_k \frac{\partial C}{\partial A_{i+1}[k, 0]} f'(Z_{i+1}[k, 0]) W_{i+1}[r, k]$$
      """#),
    Phenomenon(
      "indices in square brackets without layers", wrong: [5],
      #"""
      $$z[j] = \sum_i w[j, i] x[i] + b[j]$$
      $$a[j] = \sigma(z[j])$$
      $$E = \frac{1}{2} \sum_j (a[j] - t[j])^2$$
      $$\frac{\partial E}{\partial w[j, i]} = (a[j] - t[j]) \sigma'(z[j]) x[i]$$
      $$\frac{\partial E}{\partial w[j, i]} = (a[j] - t[j]) \sigma'(z[j]) x[j]$$
      """#),
    Phenomenon(
      "layers in square brackets on the line", wrong: [6],
      #"""
      $$z[l] = W[l] a[l-1] + b[l]$$
      $$a[l] = g(z[l])$$
      $$\delta[l] = \frac{\partial L}{\partial z[l]}$$
      $$\delta[l] = W[l+1]^T \delta[l+1] \odot g'(z[l])$$
      $$\frac{\partial L}{\partial W[l]} = \delta[l] a[l-1]^T$$
      $$\frac{\partial L}{\partial W[l]} = \delta[l] a[l]^T$$
      """#),
    Phenomenon(
      "the last layer called out", wrong: [5],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l)$$
      $$C = \frac12 \|a^{out} - y\|^2$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^{out} = (a^{out} - y) \odot \sigma'(z^{out})$$
      $$\delta^{out} = (y - a^{out}) \odot \sigma'(z^{out})$$
      """#),
    Phenomenon(
      "Einstein's convention by name, sums below fraction lines", wrong: [8, 9],
      #"""
      With Einstein's notation:
      $$CE(\bf{y, p}) = -\sum_i y_i \log p_i = -y_i \log p_i$$
      $$p_i = \frac{e^{\theta_i}}{e^{\theta_m}}$$
      $$\frac{\partial CE}{\partial \theta_k} = -y_i \frac{1}{p_i} \frac{\partial p_i}{\partial \theta_k}$$
      $$\frac{\partial p_i}{\partial \theta_k} = \frac{e^{\theta_i} \delta_{ik}}{e^{\theta_m}} - \frac{e^{\theta_i}}{(e^{\theta_m})^2} e^{\theta_p} \delta_{pk}$$
      $$\frac{\partial p_i}{\partial \theta_k} = p_i \delta_{ik} - p_i p_k$$
      $$\frac{\partial CE}{\partial \theta_k} = -y_i (\delta_{ik} - p_k)$$
      $$\frac{\partial CE}{\partial \theta_k} = -y_i (\delta_{ik} + p_k)$$
      $$\frac{\partial p_i}{\partial \theta_k} = p_i \delta_{ik} + p_i p_k$$
      """#),
    Phenomenon(
      "letters of its own for every layer, Einstein's convention by name", wrong: [8, 11, 14],
      #"""
      With Einstein's notation:
      $$t = x W^{(1)} + b^{(1)}, \qquad h = \sigma(t)$$
      $$v = h W^{(2)} + b^{(2)}, \qquad \hat{y} = \text{softmax}(v) = \psi(v)$$
      $$J = -y_i \log(\hat{y}_i)$$
      $$\frac{\partial J}{\partial \hat{y}_a} = -\frac{y_i}{\hat{y}_i} \delta_{ia} = -\frac{y_a}{\hat{y}_a}$$
      $$\frac{\partial \hat{y}_a}{\partial v_b} = \frac{\partial}{\partial v_b} \psi(v_a)$$
      $$\frac{\partial \hat{y}_a}{\partial v_b} = \hat{y}_a \delta_{ab} - \hat{y}_a \hat{y}_b$$
      $$\frac{\partial \hat{y}_a}{\partial v_b} = \hat{y}_a \delta_{ab} + \hat{y}_a \hat{y}_b$$
      $$\frac{\partial v_b}{\partial h_c} = \frac{\partial}{\partial h_c} [h_i W_{ib}^{(2)} + b_b] = W_{ib}^{(2)} \delta_{ic}$$
      $$\frac{\partial v_b}{\partial h_c} = W_{cb}^{(2)}$$
      $$\frac{\partial v_b}{\partial h_c} = W_{bc}^{(2)}$$
      $$\frac{\partial J}{\partial x_k} = -\frac{y_a}{\hat{y}_a} [\hat{y}_a \delta_{ab} - \hat{y}_a \hat{y}_b] W_{cb}^{(2)} \sigma'(t_c) \delta_{cd} W_{kd}^{(1)}$$
      $$\frac{\partial J}{\partial x_k} = [\hat{y} - y]_b W_{cb}^{(2)} \sigma'(t_c) W_{kc}^{(1)}$$
      $$\frac{\partial J}{\partial x_k} = [\hat{y} - y]_b W_{cb}^{(2)} \sigma(t_c) W_{kc}^{(1)}$$
      """#),
    Phenomenon(
      "steps that are no gradient descent alone", wrong: [6],
      #"""
      $$L = \frac{1}{2} (w x - y)^2$$
      $$w \leftarrow w - \eta \frac{\partial L}{\partial w}$$
      $$w \leftarrow w - \eta (\frac{\partial L}{\partial w} + \lambda w)$$
      $$w \leftarrow (1 - \eta \lambda) w - \eta \frac{\partial L}{\partial w}$$
      $$w \leftarrow w - \frac{\eta}{\sqrt{G + \epsilon}} \frac{\partial L}{\partial w}$$
      $$w \leftarrow w + \eta \frac{\partial L}{\partial w}$$
      """#),
  ]
}
