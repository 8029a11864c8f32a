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
  ]
}
