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
    Phenomenon(
      "the correct class has a letter", wrong: [6, 9],
      #"""
      $$p_j = \frac{e^{o_j}}{\sum_i e^{o_i}}$$
      $$L = -\sum_i y_i \log(p_i)$$
      Let k be the correct class ($y_k = 1$, every other $y_i$ is 0):
      $$L = -y_k \log(p_k) = -\log(p_k)$$
      $$\frac{\partial L}{\partial o_k} = -\frac{1}{p_k} \frac{\partial p_k}{\partial o_k} = p_k - 1$$
      $$\frac{\partial L}{\partial o_k} = 1 - p_k$$
      For an incorrect class $j$,
      $$\frac{\partial L}{\partial o_j} = -\frac{1}{p_k} \frac{\partial p_k}{\partial o_j} = p_j$$
      $$\frac{\partial L}{\partial o_j} = p_j - 1, \quad j \neq k$$
      so that
      $$\frac{\partial L}{\partial o} = p - y$$
      """#),
    Phenomenon(
      "the correct class is told behind the loss", wrong: [4],
      #"""
      $$p_j = \frac{e^{o_j}}{\sum_i e^{o_i}}, \quad L = -\log(p_k)$$
      where $k$ is the correct class.
      $$\frac{\partial L}{\partial o_k} = p_k - 1, \quad \frac{\partial L}{\partial o_j} = p_j \quad (j \neq k)$$
      $$\frac{\partial L}{\partial o_k} = p_k$$
      """#),
    Phenomenon(
      "the lower sign of a derivative left out", wrong: [4],
      #"""
      $$p_j = \frac{e^{o_j}}{\sum_i e^{o_i}}$$
      $$\dfrac{\partial}{o_k}(-\log(p_k)) = -\dfrac{1}{p_k} \dfrac{\partial p_k}{o_k}$$
      $$\dfrac{\partial}{o_k} \sum_i e^{o_i} = e^{o_k}$$
      $$\dfrac{\partial}{o_k}(-\log(p_k)) = \dfrac{1}{p_k} \dfrac{\partial p_k}{o_k}$$
      """#),
  ]
}
