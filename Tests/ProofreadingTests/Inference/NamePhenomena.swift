extension Phenomenon {
  /// Names where others write numbers or letters.
  static let names: [Phenomenon] = [
    Phenomenon(
      "layers named by letters below", wrong: [9],
      #"""
      $$z_h = W_h x + b_h, \quad a_h = \sigma(z_h)$$
      $$z_o = W_o a_h + b_o, \quad \hat y = \sigma(z_o)$$
      $$L = \frac{1}{2} \|\hat y - y\|^2$$
      $$\delta_o = \frac{\partial L}{\partial z_o} = (\hat y - y) \odot \sigma'(z_o)$$
      $$\delta_h = \frac{\partial L}{\partial z_h}$$
      $$\frac{\partial L}{\partial W_o} = \delta_o a_h^T$$
      $$\delta_h = W_o^T \delta_o \odot \sigma'(z_h)$$
      $$\frac{\partial L}{\partial W_h} = \delta_h x^T$$
      $$\delta_h = W_o \delta_o \odot \sigma'(z_h)$$
      """#),
    Phenomenon(
      "layers named by letters in brackets", wrong: [6, 8],
      #"""
      $$z^{(H)} = W^{(H)} x + b^{(H)}, \quad a^{(H)} = g(z^{(H)})$$
      $$z^{(O)} = W^{(O)} a^{(H)} + b^{(O)}$$
      $$\hat y = a^{(O)} = \mathrm{softmax}(z^{(O)})$$
      $$L = - \sum_{k=1}^K y_k \log \hat y_k, \quad \sum_{k=1}^K y_k = 1$$
      $$\frac{\partial L}{\partial z_i^{(O)}} = \hat y_i - y_i$$
      $$\frac{\partial L}{\partial z_i^{(O)}} = y_i - \hat y_i$$
      $$\frac{\partial L}{\partial z_i^{(H)}} = \frac{\partial L}{\partial a_i^{(H)}} g'(z_i^{(H)})$$
      $$\frac{\partial L}{\partial a_i^{(H)}} = \sum_{j=1}^K (\hat y_j - y_j) W_{ij}^{(O)}$$
      $$\frac{\partial L}{\partial a_i^{(H)}} = \sum_{j=1}^K (\hat y_j - y_j) W_{ji}^{(O)}$$
      """#),
    Phenomenon(
      "layers named by words", wrong: [5],
      #"""
      $$z_{\text{hidden}} = W_{\text{hidden}} x + b_{\text{hidden}}, \quad a_{\text{hidden}} = \sigma(z_{\text{hidden}})$$
      $$z_{output} = W_{output} a_{\text{hidden}} + b_{output}, \quad \hat y = \sigma(z_{output})$$
      $$L = \frac{1}{2} \|\hat y - y\|^2$$
      $$\frac{\partial L}{\partial b_{output}} = (\hat y - y) \odot \sigma'(z_{output})$$
      $$\frac{\partial L}{\partial b_{output}} = (y - \hat y) \odot \sigma'(z_{output})$$
      """#),
    Phenomenon(
      "the output as a function of the inputs", wrong: [6],
      #"""
      $$z^{(1)} = W^{(1)} x + b^{(1)}, \quad a^{(1)} = g(z^{(1)})$$
      $$z^{(2)} = W^{(2)} a^{(1)} + b^{(2)}, \quad f(x) = a^{(2)} = \mathrm{softmax}(z^{(2)})$$
      $$\ell(f(x), y) = - \sum_i y_i \log f(x)_i, \quad \sum_i y_i = 1$$
      $$\frac{\partial \ell(f(x), y)}{\partial z_i^{(2)}} = f(x)_i - y_i$$
      $$\nabla_{a^{(1)}} \ell(f(x), y) = (W^{(2)})' \nabla_{z^{(2)}} \ell(f(x), y)$$
      $$\frac{\partial \ell(f(x), y)}{\partial z_i^{(2)}} = y_i - f(x)_i$$
      """#),
    Phenomenon(
      "the hat on the target", wrong: [4, 7],
      #"""
      $$z_j^{(l)} = \sum_i w_{ij}^{(l)} a_i^{(l-1)}, \quad a_j^{(l)} = f(z_j^{(l)}), \quad y_j = f(z_j^{(L)})$$
      $$E = \frac{1}{2} \sum_i (y_i - \hat{y}_i)^2$$
      $$\frac{\partial E}{\partial y_i} = y_i - \hat{y}_i$$
      $$\frac{\partial E}{\partial y_i} = \hat{y}_i - y_i$$
      $$\frac{\partial E}{\partial w_{ij}^{(L)}} = \frac{\partial E}{\partial y_j} \frac{\partial y_j}{\partial w_{ij}^{(L)}}$$
      $$\frac{\partial E}{\partial w_{ij}^{(L)}} = (y_j - \hat{y}_j) f'(z_j^{(L)}) a_i^{(L-1)}$$
      $$\hat{y}_j = f\left(\sum_i w_{ij}^{(L)} a_i^{(L-1)}\right)$$
      """#),
  ]
}
