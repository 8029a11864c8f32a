/// Targets that are the numbers of classes, and the names of programs.
extension Phenomenon {
  static let classes: [Phenomenon] = [
    Phenomenon(
      "the class of a sample as an index", wrong: [4, 6],
      #"""
      Let $f = W x_i + b$ be the scores of one sample.
      $$p_k = \frac{e^{f_k}}{\sum_j e^{f_j}}, \quad L_i = -\log p_{y_i}$$
      $$\frac{\partial L_i}{\partial f_k} = p_k - \mathbb{1}(y_i = k)$$
      $$\frac{\partial L_i}{\partial f_k} = \mathbb{1}(y_i = k) - p_k$$
      $$\frac{\partial L_i}{\partial W_{kj}} = (p_k - \mathbb{1}(y_i = k)) x_{ij}$$
      $$\frac{\partial L_i}{\partial W_{kj}} = (p_j - \mathbb{1}(y_i = j)) x_{ik}$$
      $$L = \frac{1}{N} \sum_i L_i + \frac{1}{2} \lambda \sum_k \sum_l W_{k,l}^2$$
      $$\frac{\partial L}{\partial W_{k,l}} = \frac{1}{N} \sum_i \frac{\partial L_i}{\partial W_{k,l}} + \lambda W_{k,l}$$
      """#),
    Phenomenon(
      "the hinge loss", wrong: [4, 6],
      #"""
      $$s = W x_i$$
      $$L_i = \sum_{j \neq y_i} \max(0, s_j - s_{y_i} + 1)$$
      $$\frac{\partial L_i}{\partial s_{y_i}} = -\sum_{j \neq y_i} \mathbb{1}(s_j - s_{y_i} + 1 > 0)$$
      $$\frac{\partial L_i}{\partial s_{y_i}} = \sum_{j \neq y_i} \mathbb{1}(s_j - s_{y_i} + 1 > 0)$$
      $$L_i = \sum_{j \neq y_i} \max(0, s_j - s_{y_i} + 1)$$
      $$\frac{\partial L_i}{\partial s_{y_i}} = -\sum_{j \neq y_i} (s_j - s_{y_i} + 1)$$
      """#),
    Phenomenon(
      "a batch in rows with the names of programs", wrong: [6, 9],
      #"""
      $$h = \max(0, X W_1 + b_1), \quad s = h W_2 + b_2$$
      $$p_{ik} = e^{s_{ik}} / \sum_j e^{s_{ij}}, \quad L = -\frac{1}{N} \sum_i \log p_{i y_i}$$
      $$\text{dscores}_{ik} = \frac{\partial L}{\partial s_{ik}} = \frac{1}{N} (p_{ik} - \mathbb{1}(k = y_i))$$
      $$dW_2 = h^T \, \text{dscores}$$
      $$db_2 = \sum_i \text{dscores}_i$$
      $$dW_2 = X^T \, \text{dscores}$$
      $$\text{dhidden} = \text{dscores} \, W_2^T$$
      $$\text{dhidden} = \text{dhidden} \odot \mathbb{1}(h > 0)$$
      $$dW_1 = h^T \, \text{dhidden}$$
      $$dW_1 = X^T \, \text{dhidden}$$
      """#),
  ]
}
