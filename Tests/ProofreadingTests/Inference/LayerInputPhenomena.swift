extension Phenomenon {
  /// What enters a layer has a letter of its own.
  static let layerInputs: [Phenomenon] = [
    Phenomenon(
      "inputs of layers", wrong: [4, 6, 8],
      #"""
      $$a_i^{(l)} = \sum_{j} w_{ij}^{(l)} x_j^{(l)}, \quad y_i^{(l)} = f(a_i^{(l)}), \quad x_i^{(l + 1)} = y_i^{(l)}$$
      $$E = \frac{1}{2} \sum_{i} (y_i^{(L)} - t_i)^2$$
      $$\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial a_i^{(l)}} y_j^{(l - 1)}$$
      $$\frac{\partial E}{\partial w_{ij}^{(l)}} = \frac{\partial E}{\partial a_i^{(l)}} y_j^{(l)}$$
      $$\frac{\partial E}{\partial x_j^{(l)}} = \sum_i \frac{\partial E}{\partial a_i^{(l)}} w_{ij}^{(l)}$$
      $$\frac{\partial E}{\partial x_j^{(l)}} = \sum_i \frac{\partial E}{\partial a_i^{(l)}} w_{ji}^{(l)}$$
      $$\frac{\partial E}{\partial a_i^{(l)}} = \frac{\partial E}{\partial x_i^{(l+1)}} f'(a_i^{(l)})$$
      $$\frac{\partial E}{\partial a_i^{(l)}} = \frac{\partial E}{\partial x_i^{(l)}} f'(a_i^{(l)})$$
      """#),
    Phenomenon(
      "inputs of layers with the layers in square brackets", wrong: [7],
      #"""
      $$a[l] = w[l] \cdot x[l]$$
      $$y_i[l] = f\big(a_i[l]\big) = \frac{1}{1 + \exp(-a_i[l])}$$
      $$x[l + 1] = y[l]$$
      $$E = \frac{1}{2} \sum_{i} \big(y_i[L] - \hat{y}_i\big)^2$$
      $$\frac{\partial E}{\partial y_i[L]} = y_i[L] - \hat{y}_i$$
      $$\frac{\partial E}{\partial w_{i, j}[L]} = \frac{\partial E}{\partial a_i[L]} \cdot x_j[L] = \frac{\partial E}{\partial a_i[L]} \cdot y_j[L - 1]$$
      $$\frac{\partial E}{\partial w_{i, j}[L]} = \frac{\partial E}{\partial a_i[L]} \cdot x_j[L - 1]$$
      """#),
    Phenomenon(
      "layers first among the subscripts", wrong: [4, 6],
      #"""
      $$\mathbf{z}_1 = W_1\mathbf{x}, \quad \mathbf{h}_1 = \sigma(\mathbf{z}_1), \quad \mathbf{z}_2 = W_2 \mathbf{h}_1, \quad \mathbf{y} = \sigma(\mathbf{z}_2)$$
      $$y_u = \sigma(z_{2,u}) = \sigma \left( \sum_m^{N_1} w_{2,um} h_{1,m} \right)$$
      $$\frac{dC}{dw_{1,ij}} = \sum_u \frac{dC}{dy_u} \sigma'(z_{2,u}) w_{2,ui} \sigma'(z_{1,i}) x_j$$
      $$\frac{dC}{dw_{1,ij}} = \sum_u \frac{dC}{dy_u} \sigma'(z_{2,u}) w_{2,iu} \sigma'(z_{1,i}) x_j$$
      $$\frac{dC}{dw_{1,ij}} = \sum_u^{N_2} \frac{dC}{dy} \Bigg|_{y_u} \frac{d\sigma}{dz} \Bigg|_{z_{2,u}} w_{2,ui} \frac{d\sigma}{dz} \Bigg|_{z_{1,i}} x_j$$
      $$\frac{dC}{dw_{1,ij}} = \sum_u \left. \frac{dC}{dy} \right|_{y_u} w_{2,ui} \left. \frac{d\sigma}{dz} \right|_{z_{1,i}} x_j$$
      """#),
    Phenomenon(
      "layers numbered by n", wrong: [6, 7],
      #"""
      $$Y_n = W_n X_{n-1}$$
      $$X_n = F(Y_n)$$
      $$\frac{\partial E}{\partial Y_n} = F'(Y_n) \odot \frac{\partial E}{\partial X_n}$$
      $$\frac{\partial E}{\partial W_n} = \frac{\partial E}{\partial Y_n} X_{n-1}^T$$
      $$\frac{\partial E}{\partial X_{n-1}} = W_n^T \frac{\partial E}{\partial Y_n}$$
      $$\frac{\partial E}{\partial X_{n-1}} = W_n \frac{\partial E}{\partial Y_n}$$
      $$\frac{\partial E}{\partial W_n} = \frac{\partial E}{\partial Y_n} X_n^T$$
      """#),
    Phenomenon(
      "units above and layers numbered by n below", wrong: [5],
      #"""
      $$y_n^i = \sum_j w_n^{ij} x_{n-1}^j$$
      $$x_n^i = f(y_n^i)$$
      $$\frac{\partial E}{\partial y_n^i} = f'(y_n^i) \frac{\partial E}{\partial x_n^i}$$
      $$\frac{\partial E}{\partial w_n^{ij}} = x_{n-1}^j \frac{\partial E}{\partial y_n^i}$$
      $$\frac{\partial E}{\partial w_n^{ij}} = x_{n-1}^i \frac{\partial E}{\partial y_n^j}$$
      """#),
    Phenomenon(
      "inputs with the number of the unit that they enter", wrong: [5],
      #"""
      $$net_j = \sum_i w_{ji} x_{ji}$$
      $$o_j = \sigma(net_j)$$
      $$\delta_j = -\frac{\partial E}{\partial net_j}$$
      $$\frac{\partial E}{\partial w_{ji}} = \frac{\partial E}{\partial net_j} x_{ji} = -\delta_j x_{ji}$$
      $$\frac{\partial E}{\partial w_{ji}} = \delta_j x_{ji}$$
      """#),
  ]
}
