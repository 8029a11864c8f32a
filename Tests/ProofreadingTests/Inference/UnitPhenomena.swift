/// Notes that write networks unit by unit, section by section, or leave them to the reader.
extension Phenomenon {
  static let units: [Phenomenon] = [
    Phenomenon(
      "named units", wrong: [6, 7],
      #"""
      $$net_{h1} = w_1 i_1 + w_2 i_2 + b_1, \qquad out_{h1} = \frac{1}{1 + e^{-net_{h1}}}$$
      $$net_{o1} = w_3 out_{h1} + b_2, \qquad out_{o1} = \frac{1}{1 + e^{-net_{o1}}}$$
      $$E = \frac{1}{2} (target_{o1} - out_{o1})^2$$
      $$\frac{\partial E}{\partial w_3} = \frac{\partial E}{\partial out_{o1}} \frac{\partial out_{o1}}{\partial net_{o1}} \frac{\partial net_{o1}}{\partial w_3}$$
      $$\frac{\partial out_{o1}}{\partial net_{o1}} = out_{o1} (1 - out_{o1})$$
      $$\frac{\partial E}{\partial w_3} = (target_{o1} - out_{o1}) out_{o1} (1 - out_{o1}) out_{h1}$$
      $$\frac{\partial net_{o1}}{\partial out_{h1}} = w_2$$
      """#),
    Phenomenon(
      "steps that tell what no line defines", wrong: [5, 7],
      #"""
      $$\frac{\partial E}{\partial v_{ih}} = \sum_{j=1}^{m} \frac{\partial E}{\partial y_j} \frac{\partial y_j}{\partial q_j} \frac{\partial q_j}{\partial b_h} \frac{\partial b_h}{\partial p_h} \frac{\partial p_h}{\partial v_{ih}}$$
      $$= \sum_{j=1}^{m} \frac{\partial E}{\partial y_j} \frac{\partial y_j}{\partial q_j} \frac{\partial q_j}{\partial b_h} \frac{\partial b_h}{\partial p_h} x_i$$
      $$= \sum_{j=1}^{m} \frac{\partial E}{\partial y_j} \frac{\partial y_j}{\partial q_j} w_{hj} \frac{\partial b_h}{\partial p_h} x_i$$
      $$\frac{\partial q_j}{\partial b_h} = w_{hj}$$
      $$\frac{\partial q_j}{\partial b_h} = w_{jh}$$
      $$\frac{\partial p_h}{\partial v_{ih}} = x_i$$
      $$\frac{\partial p_h}{\partial x_i} = v_{hi}$$
      """#),
    Phenomenon(
      "losses of one sample and of all of them", wrong: [7],
      #"""
      $$z_i^{(l+1)} = \sum_{j=1}^{s_l} W_{ij}^{(l)} a_j^{(l)} + b_i^{(l)}, \quad a_i^{(l)} = f(z_i^{(l)})$$
      $$J(W, b; x, y) = \frac{1}{2} \| h_{W,b}(x) - y \|^2$$
      $$J(W, b) = \frac{1}{m} \sum_{i=1}^m J(W, b; x^{(i)}, y^{(i)}) + \frac{\lambda}{2} \sum_{l=1}^{n_l - 1} \sum_{i=1}^{s_l} \sum_{j=1}^{s_{l+1}} (W_{ji}^{(l)})^2$$
      $$\frac{\partial J(W, b; x, y)}{\partial z_i^{(n_l)}} = -(y_i - a_i^{(n_l)}) f'(z_i^{(n_l)})$$
      $$\frac{\partial}{\partial W_{ij}^{(l)}} J(W, b; x, y) = a_j^{(l)} \frac{\partial J(W, b; x, y)}{\partial z_i^{(l+1)}}$$
      $$\frac{\partial}{\partial b_i^{(l)}} J(W, b) = \frac{1}{m} \sum_{i=1}^m \frac{\partial}{\partial b_i^{(l)}} J(W, b; x^{(i)}, y^{(i)})$$
      $$\frac{\partial}{\partial W_{ij}^{(l)}} J(W, b) = \sum_{i=1}^m \frac{\partial}{\partial W_{ij}^{(l)}} J(W, b; x^{(i)}, y^{(i)}) + \lambda W_{ij}^{(l)}$$
      """#),
    Phenomenon(
      "the loss of sample 0", wrong: [6],
      #"""
      $$z_j^{(L)} = \sum_k w_{jk}^{(L)} a_k^{(L-1)} + b_j^{(L)}, \quad a_j^{(L)} = \sigma(z_j^{(L)})$$
      $$C_0 = \sum_j (a_j^{(L)} - y_j)^2$$
      $$\frac{\partial C_0}{\partial a_j^{(L)}} = 2 (a_j^{(L)} - y_j)$$
      $$\frac{\partial C_0}{\partial w_{jk}^{(L)}} = 2 (a_j^{(L)} - y_j) \sigma'(z_j^{(L)}) a_k^{(L-1)}$$
      $$\frac{\partial C}{\partial w_{jk}^{(L)}} = \frac{1}{n} \sum_{i=0}^{n-1} \frac{\partial C_i}{\partial w_{jk}^{(L)}}$$
      $$\frac{\partial C_0}{\partial w_{jk}^{(L)}} = 2 (a_j^{(L)} - y_j) \sigma(z_j^{(L)}) a_k^{(L-1)}$$
      """#),
    Phenomenon(
      "classes that add up to 1", wrong: [4],
      #"""
      $$p_k = \frac{e^{o_k}}{\sum_j e^{o_j}}, \qquad L = -\sum_k y_k \log p_k$$
      $$\frac{\partial L}{\partial o_i} = p_i \left( \sum_k y_k \right) - y_i$$
      $$= p_i - y_i$$
      $$\frac{\partial L}{\partial o_i} = p_i + y_i.p_i$$
      """#),
    Phenomenon(
      "an activation that has a letter in general and a function in one layer", wrong: [6],
      #"""
      $$a_j^{(1)} = \sum_i w_{ji}^{(1)} x_i, \quad z_j^{(1)} = \tanh(a_j^{(1)})$$
      $$a_k^{(2)} = \sum_j w_{kj}^{(2)} z_j^{(1)}, \quad y_k = a_k^{(2)}$$
      $$E = \frac{1}{2} \sum_k (y_k - t_k)^2$$
      $$h'(a_j^{(1)}) = 1 - \tanh^2(a_j^{(1)}) = 1 - (z_j^{(1)})^2$$
      $$\frac{\partial E}{\partial a_j^{(1)}} = (1 - (z_j^{(1)})^2) \sum_k w_{kj}^{(2)} (y_k - t_k)$$
      $$\frac{\partial E}{\partial a_j^{(1)}} = (1 - (z_j^{(1)})^2) \sum_k w_{jk}^{(2)} (y_k - t_k)$$
      """#),
    Phenomenon(
      "capital and small letters, targets in words", wrong: [5],
      #"""
      $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}, \quad A^{[l]} = \sigma(Z^{[l]})$$
      $$C = \frac{1}{2} \sum_j (y_j - a_j^L)^2$$
      $$\text{for the first layer to the last one: } \delta^l_j = \frac{\partial C}{\partial z^l_j}$$
      $$\frac{\partial C}{\partial a^L_j} = a^L_j - y_j$$
      $$\frac{\partial C}{\partial a^L_j} = y_j - a^L_j$$
      $$\frac{\partial C}{\partial w^l_{jk}} = a^{l-1}_k \delta^l_j$$
      """#),
    Phenomenon(
      "a chain that is right again", wrong: [3],
      #"""
      $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
      $$\frac{d}{dx} \sigma(x) = \frac{d}{dx} (1 + e^{-x})^{-1}$$
      $$= (1 + e^{-x})^{-2} (-e^{-x})$$
      $$= \frac{e^{-x}}{(1 + e^{-x})^2}$$
      $$= \sigma(x) (1 - \sigma(x))$$
      """#),
  ]
}
