extension Phenomenon {
  /// What lines say a quantity is: names, minima, bounds, slopes of functions.
  static let definitions: [Phenomenon] = [
    Phenomenon(
      "losses told apart by words below them", wrong: [5, 6],
      #"""
      $$L_{mse} = (a - y)^2$$
      $$L_{mae} = |a - y|$$
      $$\frac{\partial L_{mse}}{\partial a} = 2 (a - y)$$
      $$\frac{\partial L_{mae}}{\partial a} = \operatorname{sign}(a - y)$$
      $$\frac{\partial L_{mse}}{\partial a} = \operatorname{sign}(a - y)$$
      $$\frac{\partial L_{mae}}{\partial a} = 2 (a - y)$$
      """#),
    Phenomenon(
      "the minimum of a loss", wrong: [3, 6],
      #"""
      $$\hat y_i = w x_i + b$$
      $$L = \frac{1}{n} \sum_{i=1}^n (y_i - \hat y_i)^2$$
      $$\frac{\partial L}{\partial b} = \frac{2}{n} \sum_{i=1}^n (y_i - \hat y_i)$$
      $$\frac{\partial L}{\partial b} = -\frac{2}{n} \sum_{i=1}^n (y_i - \hat y_i)$$
      $$\frac{\partial L}{\partial w} = -\frac{2}{n} \sum_{i=1}^n (y_i - \hat y_i) x_i$$
      $$\frac{\partial L}{\partial w} = -\frac{1}{n} \sum_{i=1}^n (y_i - \hat y_i) x_i$$
      $$b = \frac{1}{n} \sum_{i=1}^n (y_i - w x_i)$$
      """#),
    Phenomenon(
      "two letters for the numbers of units", wrong: [5],
      #"""
      $$h_j = \sigma\left(\sum_{i=1}^{d} v_{ji} x_i\right)$$
      $$o_k = \sum_{j=1}^{m} w_{kj} h_j$$
      $$E = \frac12 \sum_{k=1}^{c} (o_k - t_k)^2$$
      $$\frac{\partial E}{\partial h_j} = \sum_{k=1}^{c} (o_k - t_k) w_{kj}$$
      $$\frac{\partial E}{\partial h_j} = \sum_{k=1}^{m} (o_k - t_k) w_{kj}$$
      """#),
    Phenomenon(
      "widths and a number as bounds", wrong: [4],
      #"""
      $$z_j^{l} = \sum_{k=1}^{n_{l-1}} w_{jk}^{l} a_k^{l-1} + b_j^{l}, \quad a_j^{l} = \sigma(z_j^{l})$$
      $$\delta_j^{l} = \sigma'(z_j^l) \sum_{k=1}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\frac{\partial C}{\partial a_j^l} = \sum_{k=1}^{n_{l+1}} w_{kj}^{l+1} \delta_k^{l+1}$$
      $$\frac{\partial C}{\partial a_j^l} = \sum_{k=1}^{n_{l+1}+1} w_{kj}^{l+1} \delta_k^{l+1}$$
      """#),
    Phenomenon(
      "units counted from 0", wrong: [6, 7],
      #"""
      $$E = \frac12 \sum_{k=0}^{n-1} (y_k - t_k)^2$$
      $$\frac{\partial E}{\partial y_k} = y_k - t_k$$
      $$y_k = \sum_{j=0}^{m-1} w_{kj} x_j$$
      $$\frac{\partial E}{\partial w_{kj}} = (y_k - t_k) x_j$$
      $$\frac{\partial E}{\partial x_j} = \sum_{k=0}^{n-1} (y_k - t_k) w_{kj}$$
      $$\frac{\partial E}{\partial x_j} = \sum_{k=1}^{n-1} (y_k - t_k) w_{kj}$$
      $$\frac{\partial E}{\partial x_j} = \sum_{k=0}^{n} (y_k - t_k) w_{kj}$$
      """#),
    Phenomenon(
      "samples counted from 1, and once from 0", wrong: [3, 4],
      #"""
      $$L = \frac{1}{N} \sum_{n=1}^{N} (\hat y_n - y_n)^2, \quad \hat y_n = m x_n + c$$
      $$\frac{\partial L}{\partial c} = \frac{2}{N} \sum_{n=1}^{N} (\hat y_n - y_n)$$
      $$\frac{\partial L}{\partial c} = \frac{2}{N} \sum_{n=1}^{N-1} (\hat y_n - y_n)$$
      $$\frac{\partial L}{\partial c} = \frac{2}{N} \sum_{n=0}^{N-1} (\hat y_n - y_n)$$
      """#),
    Phenomenon(
      "derivatives with a slash, and of functions", wrong: [4, 7],
      #"""
      $$z = w x + b, \quad L = \frac12 (z - y)^2$$
      $$dL/dz = z - y$$
      $$dz/dw = x$$
      $$dL/db = y - z$$
      $$\sigma(u) = \frac{1}{1 + e^{-u}}$$
      $$\frac{d\sigma}{du} = \sigma(u) (1 - \sigma(u))$$
      $$\frac{d\sigma}{du} = \sigma(u) (1 + \sigma(u))$$
      """#),
    Phenomenon(
      "the names that programs give derivatives, for one unit", wrong: [6],
      #"""
      $$z = w x + b$$
      $$a = \sigma(z)$$
      $$L = \frac12 (a - y)^2$$
      $$da = \frac{dL}{da} = a - y$$
      $$dz = da \cdot \sigma'(z)$$
      $$dw = z \cdot dz$$
      $$db = dz$$
      """#),
    Phenomenon(
      "a letter that is typed for the sum sign", wrong: [3],
      #"""
      $$z_j = Σ_i w_{ji} x_i$$
      $$\frac{\partial z_j}{\partial w_{ji}} = x_i$$
      $$\frac{\partial z_j}{\partial x_i} = w_{ij}$$
      """#),
    Phenomenon(
      "a derivative before what it is the derivative of", wrong: [1],
      #"""
      $$\frac{dz}{dw} = x$$
      $$z = w x^2 + b$$
      $$\frac{dz}{dw} = x^2$$
      """#),
    Phenomenon(
      "another form of a function on a line of its own", wrong: [3],
      #"""
      $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\sigma(z) = \frac{e^z}{1 + e^z}$$
      $$\sigma(z) = \frac{e^z}{1 + e^{-z}}$$
      """#),
  ]
}
