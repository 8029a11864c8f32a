/// Error signals of outputs, local gradients, and what says which sign they have.
extension Phenomenon {
  static let errorSignals: [Phenomenon] = [
    Phenomenon(
      "error signals belong to outputs, whatever letter the unit has", wrong: [11],
      #"""
      $$e_j(n) = d_j(n) - y_j(n)$$
      $$\mathcal{E}(n) = \frac{1}{2} \sum_{j \in C} e_j^2(n)$$
      $$v_j(n) = \sum_{i=0}^{m} w_{ji}(n) y_i(n), \quad y_j(n) = \varphi_j(v_j(n))$$
      $$\frac{\partial \mathcal{E}(n)}{\partial e_j(n)} = e_j(n), \quad \frac{\partial e_j(n)}{\partial y_j(n)} = -1$$
      $$\frac{\partial \mathcal{E}(n)}{\partial w_{ji}(n)} = -e_j(n) \varphi_j'(v_j(n)) y_i(n)$$
      $$\delta_j(n) = -\frac{\partial \mathcal{E}(n)}{\partial v_j(n)} = e_j(n) \varphi_j'(v_j(n))$$
      For a hidden neuron
      $$\frac{\partial \mathcal{E}(n)}{\partial y_j(n)} = \sum_k e_k(n) \frac{\partial e_k(n)}{\partial v_k(n)} w_{kj}(n)$$
      $$\frac{\partial \mathcal{E}(n)}{\partial y_j(n)} = -\sum_k e_k(n) \varphi_k'(v_k(n)) w_{kj}(n)$$
      $$\delta_j(n) = \varphi_j'(v_j(n)) \sum_k \delta_k(n) w_{kj}(n)$$
      $$\frac{\partial \mathcal{E}(n)}{\partial y_j(n)} = \sum_k e_k(n) \varphi_k'(v_k(n)) w_{kj}(n)$$
      """#),
    Phenomenon(
      "the line that says what δ is outweighs one that uses it", wrong: [5],
      #"""
      $$\mathcal{E} = \frac{1}{2} \sum_j (d_j - y_j)^2$$
      $$v_j = \sum_i w_{ji} y_i$$
      $$y_j = \varphi(v_j)$$
      $$\delta_j = -\frac{\partial \mathcal{E}}{\partial v_j}$$
      $$\frac{\partial \mathcal{E}}{\partial w_{ji}} = \delta_j y_i$$
      $$\delta_j = \varphi'(v_j) \sum_k \delta_k w_{kj}$$
      """#),
    Phenomenon(
      "one letter for the activations of all layers, which only the indices tell", wrong: [8],
      #"""
      $$z_j = b_j + \sum_i y_i w_{ij}$$
      $$y_j = \frac{1}{1 + e^{-z_j}}$$
      $$\frac{dy_j}{dz_j} = y_j (1 - y_j)$$
      $$E = \frac{1}{2} \sum_{j \in \text{output}} (t_j - y_j)^2$$
      $$\frac{\partial E}{\partial y_j} = -(t_j - y_j)$$
      $$\frac{\partial E}{\partial z_j} = y_j (1 - y_j) \frac{\partial E}{\partial y_j}$$
      $$\frac{\partial E}{\partial y_i} = \sum_j w_{ij} \frac{\partial E}{\partial z_j}$$
      $$\frac{\partial E}{\partial y_i} = \sum_j w_{ij} \frac{\partial E}{\partial y_j}$$
      $$\frac{\partial E}{\partial w_{ij}} = y_i \frac{\partial E}{\partial z_j}$$
      """#),
    Phenomenon(
      "one line about errors changes no convention", wrong: [4],
      #"""
      $$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j, \quad a^l_j = \sigma(z^l_j)$$
      $$\delta^l_j = \frac{\partial C}{\partial z^l_j}$$
      $$\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j$$
      $$\delta^l_j = \sum_k w^l_{kj} \delta^{l+1}_k \sigma'(z^l_j)$$
      """#),
    Phenomenon(
      "a function of all layers is that of the last one", wrong: [3],
      #"""
      $$z^l_j = \sum_k w^l_{jk} a^{l-1}_k + b^l_j, \quad a^l_j = \sigma(z^l_j)$$
      $$C = \frac12 \sum_j (a^L_j - y_j)^2$$
      $$\delta^L_j = a^L_j - y_j$$
      $$\delta^l_j = \sum_k w^{l+1}_{kj} \delta^{l+1}_k \sigma'(z^l_j)$$
      $$\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j$$
      """#),
    Phenomenon(
      "a step that goes up the error", wrong: [4],
      #"""
      $$\sigma(u) = \frac{1}{1 + e^{-u}}$$
      $$o_k = \sigma(\sum_j w_{kj} h_j)$$
      $$E = \frac12 \sum_k (o_k - t_k)^2$$
      $$\Delta w_{kj} = \eta (o_k - t_k) o_k (1 - o_k) h_j$$
      """#),
    Phenomenon(
      "a step that goes down the error",
      #"""
      $$o_k = \sigma(\sum_j w_{kj} h_j)$$
      $$E = \frac12 \sum_k (o_k - t_k)^2$$
      $$\Delta w_{kj} = \eta (t_k - o_k) o_k (1 - o_k) h_j$$
      """#),
    Phenomenon(
      "sums to k + 1, with a last unit for the bias", wrong: [4],
      #"""
      $$o^{(2)}_j = s\left( \sum_{i=1}^{k+1} w^{(2)}_{ij} o^{(1)}_i \right)$$
      $$E = \frac{1}{2} \sum_{j=1}^{m} (o^{(2)}_j - t_j)^2$$
      $$\delta^{(2)}_j = \frac{\partial E}{\partial z^{(2)}_j}$$
      $$\frac{\partial E}{\partial w^{(2)}_{ij}} = \delta^{(2)}_i o^{(1)}_j$$
      $$\frac{\partial E}{\partial w^{(2)}_{ij}} = \delta^{(2)}_j o^{(1)}_i$$
      """#),
    Phenomenon(
      "w ← w − Δw, and other steps beside a rate",
      #"""
      $$o = w x + b$$
      $$E = \frac12 (o - t)^2$$
      $$\Delta w = \eta (o - t) x$$
      $$w \leftarrow w - \Delta w$$
      """#),
  ]
}
