extension Phenomenon {
  /// The loss of one sample and the cost of all.
  static let costs: [Phenomenon] = [
    Phenomenon(
      "the cost of all samples by quantities of one",
      #"""
      $$z^{[1](i)} = W^{[1]} x^{(i)} + b^{[1]}, \quad a^{[1](i)} = \sigma(z^{[1](i)})$$
      $$z^{[2](i)} = W^{[2]} a^{[1](i)} + b^{[2]}, \quad a^{[2](i)} = z^{[2](i)}$$
      $$J = \frac{1}{2m} \sum_{i=1}^m \| a^{[2](i)} - y^{(i)} \|^2$$
      $$\delta^{[2](i)} = \frac{\partial J}{\partial z^{[2](i)}} = \frac{1}{m} (a^{[2](i)} - y^{(i)})$$
      $$\frac{\partial J}{\partial b^{[2]}} = \sum_{i=1}^m \delta^{[2](i)}$$
      $$\frac{\partial J}{\partial W^{[2]}} = \sum_{i=1}^m \delta^{[2](i)} (a^{[1](i)})^T$$
      """#),
    Phenomenon(
      "the cost of all samples by quantities of one, without its factor", wrong: [4, 5],
      #"""
      $$z^{[1](i)} = W^{[1]} x^{(i)} + b^{[1]}, \quad a^{[1](i)} = \sigma(z^{[1](i)})$$
      $$z^{[2](i)} = W^{[2]} a^{[1](i)} + b^{[2]}, \quad a^{[2](i)} = z^{[2](i)}$$
      $$J = \frac{1}{2m} \sum_{i=1}^m \| a^{[2](i)} - y^{(i)} \|^2$$
      $$\frac{\partial J}{\partial a^{[2](i)}} = a^{[2](i)} - y^{(i)}$$
      $$\delta^{[2](i)} = \frac{\partial J}{\partial z^{[2](i)}} = a^{[2](i)} - y^{(i)}$$
      $$\frac{\partial J}{\partial b^{[2]}} = \sum_{i=1}^m \delta^{[2](i)}$$
      """#),
    Phenomenon(
      "the loss of one sample is not that of all", wrong: [6],
      #"""
      $$z_i = w x_i + b, \quad \hat{y}_i = \sigma(z_i)$$
      $$L_i = \frac{1}{2} (\hat{y}_i - y_i)^2$$
      $$L = \sum_i L_i$$
      $$\frac{\partial L_i}{\partial w} = (\hat{y}_i - y_i) \sigma'(z_i) x_i$$
      $$\frac{\partial L}{\partial w} = \sum_i \frac{\partial L_i}{\partial w}$$
      $$\frac{\partial L}{\partial w} = \frac{\partial L_i}{\partial w}$$
      """#),
    Phenomenon(
      "the loss of one sample beside a cost with another letter", wrong: [6],
      #"""
      $$z_i = w x_i + b, \quad \hat{y}_i = \sigma(z_i)$$
      $$L_i = \frac{1}{2} (\hat{y}_i - y_i)^2$$
      $$J = \frac{1}{n} \sum_{i=1}^n L_i$$
      $$\frac{\partial L_i}{\partial w} = (\hat{y}_i - y_i) \sigma'(z_i) x_i$$
      $$\frac{\partial J}{\partial w} = \frac{1}{n} \sum_{i=1}^n \frac{\partial L_i}{\partial w}$$
      $$\frac{\partial J}{\partial w} = \frac{\partial L_i}{\partial w}$$
      $$\frac{\partial J}{\partial b} = \frac{1}{n} \sum_{i=1}^n (\hat{y}_i - y_i) \sigma'(z_i)$$
      """#),
    Phenomenon(
      "errors without any derivative", wrong: [6, 8],
      #"""
      $$net_j = \sum_i w_{ij} x_i, \quad o_j = \sigma(net_j)$$
      $$net_k = \sum_j w_{jk} o_j, \quad o_k = \sigma(net_k)$$
      $$\sigma(y) = \frac{1}{1 + e^{-y}}$$
      $$E = \frac{1}{2} \sum_k (t_k - o_k)^2$$
      $$\delta_k = (t_k - o_k) o_k (1 - o_k)$$
      $$\delta_j = o_j (1 + o_j) \sum_k w_{jk} \delta_k$$
      $$\Delta w_{jk} = \eta \delta_k o_j$$
      $$\Delta w_{ij} = -\eta \delta_j x_i$$
      """#),
    Phenomenon(
      "units with another letter in one line", wrong: [5],
      #"""
      $$z_i = \sum_j w_{ij} x_j$$
      $$p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}, \quad z_k = \sum_j w_{kj} x_j$$
      $$L = -\sum_k y_k \log p_k, \quad \sum_k y_k = 1$$
      $$\frac{\partial L}{\partial z_i} = p_i - y_i$$
      $$\frac{\partial L}{\partial w_{ij}} = (p_i - y_i) x_i$$
      $$\frac{\partial L}{\partial w_{ij}} = (p_i - y_i) x_j$$
      """#),
    Phenomenon(
      "errors of samples under the names of programs", wrong: [7, 8],
      #"""
      $$z^{(i)} = w^T x^{(i)} + b$$
      $$a^{(i)} = \sigma(z^{(i)})$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} ( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log(1 - a^{(i)}) )$$
      $$dz^{(i)} = a^{(i)} - y^{(i)}$$
      $$dw = \frac{1}{m} \sum_{i=1}^{m} x^{(i)} dz^{(i)}$$
      $$db = \frac{1}{m} \sum_{i=1}^{m} dz^{(i)}$$
      $$dz^{(i)} = y^{(i)} - a^{(i)}$$
      $$dw = \sum_{i=1}^{m} x^{(i)} dz^{(i)}$$
      """#),
    Phenomenon(
      "errors of samples with the mean's factor",
      #"""
      $$z^{(i)} = w^T x^{(i)} + b$$
      $$a^{(i)} = \sigma(z^{(i)})$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} ( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log(1 - a^{(i)}) )$$
      $$dz^{(i)} = \frac{1}{m} (a^{(i)} - y^{(i)})$$
      $$dw = \sum_{i=1}^{m} x^{(i)} dz^{(i)}$$
      $$db = \sum_{i=1}^{m} dz^{(i)}$$
      """#),
    Phenomenon(
      "regression on a batch", wrong: [6, 8],
      #"""
      $$Z = w^T X + b, \quad A = \sigma(Z)$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} ( y^{(i)} \log a^{(i)} + (1 - y^{(i)}) \log(1 - a^{(i)}) )$$
      $$dZ = A - Y$$
      $$dw = \frac{1}{m} X dZ^T$$
      $$db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)}$$
      $$dw = \frac{1}{m} dZ X^T$$
      $$\frac{\partial J}{\partial w} = \frac{1}{m} X (A - Y)^T$$
      $$db = \sum_{i=1}^{m} dZ^{(i)}$$
      """#),
    Phenomenon(
      "classification on a batch", wrong: [6],
      #"""
      $$Z = W X + b, \quad A = \mathrm{softmax}(Z)$$
      $$L = -\frac{1}{m} \sum_{i=1}^{m} \sum_{k=1}^{K} y_k^{(i)} \log a_k^{(i)}$$
      $$dZ = A - Y$$
      $$dW = \frac{1}{m} dZ X^T$$
      $$db = \frac{1}{m} \sum_{i=1}^{m} dZ^{(i)}$$
      $$dW = \frac{1}{m} X dZ^T$$
      """#),
    Phenomenon(
      "patterns below every quantity, and the sum over them in one line", wrong: [8],
      #"""
      $$net_{pj} = \sum_i w_{ji} o_{pi}, \quad o_{pj} = f(net_{pj})$$
      $$E_p = \frac{1}{2} \sum_j (t_{pj} - o_{pj})^2$$
      $$E = \sum_p E_p$$
      $$\delta_{pj} = -\frac{\partial E_p}{\partial net_{pj}}$$
      $$\delta_{pj} = (t_{pj} - o_{pj}) f'(net_{pj})$$
      $$\delta_{pj} = f'(net_{pj}) \sum_k \delta_{pk} w_{kj}$$
      $$\frac{\partial E_p}{\partial w_{ji}} = -\delta_{pj} o_{pi}$$
      $$\frac{\partial E_p}{\partial w_{ji}} = \delta_{pj} o_{pi}$$
      """#),
    Phenomenon(
      "half the mean over a batch", wrong: [5],
      #"""
      $$Z^l = W^l A^{l-1} + b^l, \quad A^l = \sigma(Z^l)$$
      $$J = \frac{1}{2m} \|A^L - Y\|_F^2$$
      $$\frac{\partial J}{\partial W^l} = \frac{\partial J}{\partial Z^l} (A^{l-1})^T$$
      $$\frac{\partial J}{\partial Z^L} = \frac{1}{m} (A^L - Y) \odot \sigma'(Z^L)$$
      $$\frac{\partial J}{\partial Z^L} = (A^L - Y) \odot \sigma'(Z^L)$$
      """#),
    Phenomenon(
      "the cost of all samples and that of one in a line",
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l)$$
      $$C = \frac{1}{n} \sum_x C_x$$
      $$C_x = \frac{1}{2} \|y - a^L\|^2$$
      $$\delta^l = \frac{\partial C_x}{\partial z^l}$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)$$
      $$\frac{\partial C_x}{\partial b^l} = \delta^l$$
      """#),
  ]
}
