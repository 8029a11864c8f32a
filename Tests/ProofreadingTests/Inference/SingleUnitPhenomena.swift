extension Phenomenon {
  /// Linear and logistic regression: one unit, many samples, and a function that says its parameters.
  static let singleUnits: [Phenomenon] = [
    Phenomenon(
      "a hypothesis with its parameters below, a line through points", wrong: [5],
      #"""
      $$h_\theta(x) = \theta_0 + \theta_1 x$$
      $$J(\theta_0, \theta_1) = \frac{1}{2m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})^2$$
      $$\frac{\partial}{\partial \theta_0} J(\theta_0, \theta_1) = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})$$
      $$\frac{\partial}{\partial \theta_1} J(\theta_0, \theta_1) = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x^{(i)}$$
      $$\frac{\partial}{\partial \theta_1} J(\theta_0, \theta_1) = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})$$
      """#),
    Phenomenon(
      "a hypothesis of a column of inputs, a rate above a fraction line", wrong: [4, 6],
      #"""
      $$h_\theta(x) = \frac{1}{1 + e^{-\theta^T x}}$$
      $$J(\theta) = -\frac{1}{m} \sum_{i=1}^m \left[ y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)})) \right]$$
      $$\frac{\partial J(\theta)}{\partial \theta_j} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}$$
      $$\frac{\partial J(\theta)}{\partial \theta_j} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) + y^{(i)}) x_j^{(i)}$$
      $$\theta_j := \theta_j - \frac{\alpha}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}$$
      $$\theta_j := \theta_j + \frac{\alpha}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x_j^{(i)}$$
      """#),
    Phenomenon(
      "a log-likelihood, whose sum reaches as far as its index", wrong: [7],
      #"""
      $$h_\theta(x) = g(\theta^T x), \qquad g(z) = \frac{1}{1 + e^{-z}}$$
      $$\ell(\theta) = \sum_{i=1}^m y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)}))$$
      $$\frac{\partial \ell(\theta)}{\partial \theta_j}
      = \sum_{i=1}^m \left( \frac{y^{(i)}}{h_\theta(x^{(i)})} - \frac{1 - y^{(i)}}{1 - h_\theta(x^{(i)})} \right) \frac{\partial}{\partial \theta_j} h_\theta(x^{(i)})
      = \sum_{i=1}^m (y^{(i)} - h_\theta(x^{(i)})) x_j^{(i)}$$
      $$\theta_j := \theta_j + \alpha \sum_{i=1}^m (y^{(i)} - h_\theta(x^{(i)})) x_j^{(i)}$$
      $$\theta_j := \theta_j - \alpha \sum_{i=1}^m (y^{(i)} - h_\theta(x^{(i)})) x_j^{(i)}$$
      """#),
    Phenomenon(
      "a probability with its parameters behind a semicolon, samples below", wrong: [5],
      #"""
      $$p(x; w) = \sigma(w^T x), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\ell(w) = \sum_{i=1}^n y_i \log p(x_i; w) + (1 - y_i) \log (1 - p(x_i; w))$$
      $$\ell(w) = \sum_{i=1}^n \left[ y_i w^T x_i - \log(1 + e^{w^T x_i}) \right]$$
      $$\frac{\partial \ell}{\partial w} = \sum_{i=1}^n (y_i - p(x_i; w)) x_i$$
      $$\nabla_w \ell(w) = \sum_{i=1}^n (y_i + p(x_i; w)) x_i$$
      """#),
    Phenomenon(
      "lines about one sample, a loss that says so by its arguments", wrong: [5, 9],
      #"""
      $$z = w^T x + b, \qquad \hat{y} = a = \sigma(z), \qquad \sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\mathcal{L}(a, y) = -(y \log a + (1 - y) \log(1 - a))$$
      $$\frac{\partial \mathcal{L}}{\partial a} = -\frac{y}{a} + \frac{1 - y}{1 - a}$$
      $$\frac{\partial \mathcal{L}}{\partial z} = a - y$$
      $$\frac{\partial \mathcal{L}}{\partial z} = y - a$$
      $$J(w, b) = \frac{1}{m} \sum_{i=1}^m \mathcal{L}(a^{(i)}, y^{(i)})$$
      $$\frac{\partial J}{\partial w_j} = \frac{1}{m} \sum_{i=1}^m x_j^{(i)} (a^{(i)} - y^{(i)})$$
      $$\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^m (a^{(i)} - y^{(i)})$$
      $$\frac{\partial J}{\partial b} = \frac{1}{m} \sum_{i=1}^m (a^{(i)} + y^{(i)})$$
      """#),
    Phenomenon(
      "a function of a column that is applied to samples", wrong: [4],
      #"""
      $$f(x) = w^T x + b$$
      $$L = \frac{1}{2} \sum_{i=1}^N (f(x_i) - y_i)^2 + \frac{\lambda}{2} \|w\|^2$$
      $$\frac{\partial L}{\partial w} = \sum_{i=1}^N (f(x_i) - y_i) x_i + \lambda w$$
      $$\frac{\partial L}{\partial w} = \sum_{i=1}^N (f(x_i) - y_i) x_i - \lambda w$$
      $$\frac{\partial L}{\partial b} = \sum_{i=1}^N (f(x_i) - y_i)$$
      """#),
    Phenomenon(
      "columns of weights, one for each class", wrong: [5],
      #"""
      $$z_k = w_k^T x + b_k, \qquad p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$$
      $$L = -\sum_k y_k \log p_k, \qquad \sum_k y_k = 1$$
      $$\frac{\partial L}{\partial z_k} = p_k - y_k$$
      $$\nabla_{w_k} L = (p_k - y_k) x$$
      $$\nabla_{w_k} L = (y_k - p_k) x$$
      """#),
    Phenomenon(
      "a gradient by what stands in brackets", wrong: [4],
      #"""
      $$y_n = \sigma(a_n), \qquad a_n = w^\top \phi_n, \qquad \sigma(a) = \frac{1}{1 + e^{-a}}$$
      $$E(w) = -\sum_{n=1}^N \{ t_n \ln y_n + (1 - t_n) \ln(1 - y_n) \}$$
      $$\nabla E(w) = \sum_{n=1}^N (y_n - t_n) \phi_n$$
      $$\nabla E(w) = \sum_{n=1}^N (y_n + t_n) \phi_n$$
      """#),
    Phenomenon(
      "costs of samples by name, and h_θ without its argument", wrong: [8, 11],
      #"""
      $$h_\theta(x^{(i)}) = \frac{1}{1 + e^{-\theta_0 - \theta_1 x^{(i)}}}$$
      $$J(\theta) = \frac{1}{m} \sum_{i=1}^m \text{Cost}(h_\theta(x^{(i)}), y^{(i)})$$
      $$\text{Cost}(h_\theta(x^{(i)}), y^{(i)}) = -y^{(i)} \log(h_\theta(x^{(i)})) - (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)}))$$
      $$\frac{\partial h_\theta}{\partial \theta_0} = \frac{e^{-\theta_0 - \theta_1 x}}{(1 + e^{-\theta_0 - \theta_1 x})^2}$$
      $$= h_\theta(x) (1 - h_\theta(x))$$
      $$\frac{\partial h_\theta}{\partial \theta_1} = h_\theta(x) (1 - h_\theta(x)) x$$
      $$\frac{\partial}{\partial \theta_0} \log(h_\theta(x^{(i)})) = \frac{\partial}{\partial h_\theta} \log(h_\theta(x^{(i)})) \frac{\partial h_\theta}{\partial \theta_0}$$
      $$\frac{\partial}{\partial \theta_0} \log(h_\theta(x^{(i)})) = h_\theta(x^{(i)})$$
      $$\frac{\partial J}{\partial \theta_1} = -\frac{1}{m} \sum_{i=1}^m (y^{(i)} \cancel{- y^{(i)} h_\theta(x^{(i)})} - h_\theta(x^{(i)}) \cancel{+ y^{(i)} h_\theta(x^{(i)})}) x^{(i)}$$
      $$\frac{\partial J}{\partial \theta_1} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)}) x^{(i)}$$
      $$\frac{\partial J}{\partial \theta_1} = \frac{1}{m} \sum_{i=1}^m (h_\theta(x^{(i)}) - y^{(i)})$$
      """#),
  ]
}
