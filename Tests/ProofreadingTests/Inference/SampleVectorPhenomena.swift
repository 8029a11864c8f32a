extension Phenomenon {
  /// One unit and many samples.
  static let sampleVectors: [Phenomenon] = [
    Phenomenon(
      "samples as vectors with a subscript", wrong: [6],
      #"""
      $$z_i = w^\top x_i + b, \quad p_i = \sigma(z_i) = \frac{1}{1+e^{-z_i}}$$
      $$J(w,b) = -\sum_{i=1}^n [y_i \log p_i + (1-y_i)\log(1-p_i)]$$
      $$\frac{\partial z_i}{\partial w} = x_i$$
      $$\frac{\partial J}{\partial z_i} = p_i - y_i$$
      $$\nabla_w J = \sum_{i=1}^n (p_i - y_i) x_i$$
      $$\nabla_w J = \sum_{i=1}^n (y_i - p_i) x_i$$
      $$\frac{\partial J}{\partial b} = \sum_{i=1}^n (p_i - y_i)$$
      """#),
    Phenomenon(
      "samples as vectors with a superscript", wrong: [6],
      #"""
      $$z^{(i)} = w^T x^{(i)} + b, \quad \sigma(u) = \frac{1}{1 + e^{-u}}$$
      $$\hat y^{(i)} = \sigma(z^{(i)})$$
      $$J = -\frac{1}{m} \sum_{i=1}^m [y^{(i)} \log \hat y^{(i)} + (1-y^{(i)})\log(1-\hat y^{(i)})]$$
      $$\frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^m (\hat y^{(i)} - y^{(i)}) x^{(i)}$$
      $$\frac{\partial J}{\partial w_j} = \frac{1}{m} \sum_{i=1}^m (\hat y^{(i)} - y^{(i)}) x_j^{(i)}$$
      $$\frac{\partial J}{\partial w} = \frac{1}{m} \sum_{i=1}^m (y^{(i)} - \hat y^{(i)}) x^{(i)}$$
      """#),
    Phenomenon(
      "losses of samples", wrong: [6],
      #"""
      $$\hat y_i = w^T x_i + b$$
      $$L = \frac{1}{n} \sum_{i=1}^n L_i, \quad L_i = (y_i - \hat y_i)^2$$
      $$\frac{\partial L_i}{\partial \hat y_i} = -2 (y_i - \hat y_i)$$
      $$\frac{\partial L}{\partial w} = -\frac{2}{n} \sum_{i=1}^n (y_i - \hat y_i) x_i$$
      $$\frac{\partial L}{\partial b} = -\frac{2}{n} \sum_{i=1}^n (y_i - \hat y_i)$$
      $$\frac{\partial L_i}{\partial \hat y_i} = 2 (y_i - \hat y_i)$$
      $$\frac{\partial L}{\partial b} = \frac{1}{n} \sum_{i=1}^n \frac{\partial L_i}{\partial \hat y_i}$$
      """#),
    Phenomenon(
      "samples above beside the matrix of all of them", wrong: [10, 12, 14, 17],
      #"""
      $$\mathbf{X} = \begin{bmatrix} (\mathbf{x}^{(1)})^T \\ \vdots \\ (\mathbf{x}^{(n)})^T \end{bmatrix}$$
      $$\mathbf{p} = \begin{bmatrix} p^{(1)} \\ p^{(2)} \\ \vdots \\ p^{(n)} \end{bmatrix}$$
      $$z^{(i)} = \mathbf{w}^T \mathbf{x}^{(i)}, \qquad p^{(i)} = \frac{1}{1 + e^{-z^{(i)}}}$$
      $$J = -\frac{1}{n} \sum_{i=1}^n [y^{(i)} \ln p^{(i)} + (1 - y^{(i)}) \ln(1 - p^{(i)})]$$
      $$J = -\frac{1}{n} [\mathbf{y}^T \ln \mathbf{p} + (1 - \mathbf{y})^T \ln(1 - \mathbf{p})]$$
      $$u = 1 + e^{-z^{(i)}}$$
      $$\frac{dp^{(i)}}{dz^{(i)}} = \frac{e^{-z^{(i)}}}{u^2}$$
      $$\frac{dJ}{d\mathbf{w}} = \frac{1}{n} \sum_{i=1}^n (p^{(i)} - y^{(i)}) \mathbf{x}^{(i)}$$
      $$\nabla_{\mathbf{w}} J = \frac{1}{n} \mathbf{X}^T (\mathbf{p} - \mathbf{y})$$
      $$\nabla_{\mathbf{w}} J = \frac{1}{n} \mathbf{X}^T (\mathbf{y} - \mathbf{p})$$
      $$\frac{dp^{(i)}}{dz^{(i)}} = p^{(i)} (1 - p^{(i)})$$
      $$\frac{dp^{(i)}}{dz^{(i)}} = p^{(i)} (1 + p^{(i)})$$
      $$\nabla_{\mathbf{w}} J = \frac{1}{n} \mathbf{X}^T (\sigma(\mathbf{X} \mathbf{w}) - \mathbf{y})$$
      $$\nabla_{\mathbf{w}} J = \mathbf{X}^T (\mathbf{p} - \mathbf{y})$$

      $$\frac{d}{dz} \ln(1 + e^{z}) = \frac{e^{z}}{1 + e^{z}} \quad \because \frac{d}{dx} \ln x = \frac{1}{x}, \quad \frac{d}{dx} e^x = e^x$$
      $$= \frac{e^z}{1 + e^{-z}}$$
      """#),
  ]
}
