/// Batches in capital letters, vectors of weights, losses with penalties.
extension Phenomenon {
  static let batches: [Phenomenon] = [
    Phenomenon(
      "rows of samples in capital letters", wrong: [6, 9],
      #"""
      $$Z_1 = X W_1 + b_1, \quad A_1 = \tanh(Z_1)$$
      $$Z_2 = A_1 W_2 + b_2, \quad \hat{Y} = \sigma(Z_2) = \frac{1}{1 + e^{-Z_2}}$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y_i \log \hat{y}_i + (1 - y_i) \log (1 - \hat{y}_i) \right)$$
      $$\frac{\partial J}{\partial Z_2} = \frac{1}{m} (\hat{Y} - Y)$$
      $$\frac{\partial J}{\partial W_2} = A_1^T \frac{\partial J}{\partial Z_2}$$
      $$\frac{\partial J}{\partial W_2} = A_1 \frac{\partial J}{\partial Z_2}$$
      $$\frac{\partial J}{\partial A_1} = \frac{\partial J}{\partial Z_2} W_2^T$$
      $$\frac{\partial J}{\partial Z_1} = \frac{\partial J}{\partial A_1} \odot (1 - A_1^2)$$
      $$\frac{\partial J}{\partial W_1} = X \frac{\partial J}{\partial Z_1}$$
      $$\frac{\partial J}{\partial W_1} = X^T \frac{\partial J}{\partial Z_1}$$
      """#),
    Phenomenon(
      "rows of samples with errors named δ", wrong: [7],
      #"""
      $$Z^{(1)} = X W^{(1)} + b^{(1)}, \quad A^{(1)} = \sigma(Z^{(1)})$$
      $$Z^{(2)} = A^{(1)} W^{(2)} + b^{(2)}, \quad A^{(2)} = \sigma(Z^{(2)})$$
      $$\delta^{(2)} = (A^{(2)} - Y) \odot \sigma'(Z^{(2)})$$
      $$\delta^{(1)} = (\delta^{(2)} (W^{(2)})^T) \odot \sigma'(Z^{(1)})$$
      $$\frac{\partial L}{\partial W^{(2)}} = (A^{(1)})^T \delta^{(2)}$$
      $$\frac{\partial L}{\partial W^{(1)}} = X^T \delta^{(1)}$$
      $$\frac{\partial L}{\partial W^{(1)}} = \delta^{(1)} X^T$$
      """#),
    Phenomenon(
      "softmax of the rows of a batch", wrong: [5],
      #"""
      $$Z = X W + b$$
      $$P = \text{softmax}(Z)$$
      $$L = -\frac{1}{N} \sum_{i=1}^{N} \sum_{k=1}^{K} Y_{ik} \log P_{ik}$$
      $$\frac{\partial L}{\partial Z} = \frac{1}{N} (P - Y)$$
      $$\frac{\partial L}{\partial Z} = P - Y$$
      $$\frac{\partial L}{\partial W} = X^T \frac{\partial L}{\partial Z}$$
      """#),
    Phenomenon(
      "a dot between a vector of weights and one of inputs", wrong: [4],
      #"""
      $$z = \mathbf{w} \cdot \mathbf{x} + b$$
      $$\frac{\partial z}{\partial w_i} = x_i$$
      $$\frac{\partial z}{\partial b} = 1$$
      $$\frac{\partial z}{\partial b} = b$$
      """#),
    Phenomenon(
      "several losses as functions of the weights", wrong: [4, 6],
      #"""
      $$L(w) = \frac{1}{2} \|X w - y\|^2$$
      $$J(w) = L(w) + \frac{\lambda}{2} \|w\|^2$$
      $$\nabla_w J = \nabla_w L + \lambda w$$
      $$\nabla_w J = \nabla_w L + 2 \lambda w$$
      $$w \leftarrow w - \eta ( \nabla_w L + \lambda w )$$
      $$w \leftarrow w - \eta ( \nabla_w L - \lambda w )$$
      """#),
    Phenomenon(
      "a loss with a penalty has a name of its own", wrong: [4],
      #"""
      $$J = \frac{1}{2} \| D E X - X \|_F^2$$
      $$J_\lambda = J + \frac{\lambda}{2} \|D\|_F^2$$
      $$\frac{\partial J_\lambda}{\partial D} = (D E X - X) (E X)^\top + \lambda D$$
      $$\frac{\partial J_\lambda}{\partial D} = (D E X - X) (E X)^\top - \lambda D$$
      """#),
    Phenomenon(
      "numbers that are put in for letters afterwards", wrong: [4],
      #"""
      $$c = a + b, \quad d = b + 1, \quad e = c d$$
      $$\frac{\partial e}{\partial c} = d$$
      $$\frac{\partial e}{\partial d} = c$$
      $$\frac{\partial e}{\partial d} = d$$
      Set $a = 2$ and $b = 1$. Then $c = 3$, $d = 2$ and
      $$\frac{\partial e}{\partial c} = 2$$
      """#),
    Phenomenon(
      "two losses, one of them with a word below", wrong: [5],
      #"""
      $$\hat{y} = \sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\ell(y, \hat{y}) = (y - \hat{y})^2$$
      $$\ell_{BCE} = -y \log \hat{y} - (1 - y) \log(1 - \hat{y})$$
      $$\frac{\partial \ell_{BCE}}{\partial z} = \hat{y} - y$$
      $$\frac{\partial \ell_{BCE}}{\partial z} = y - \hat{y}$$
      """#),
    Phenomenon(
      "a line that says which function f is", wrong: [4],
      #"""
      $$\alpha_p = \sum_{n=1}^{N} u_{pn} x_n, \qquad g_p = f(\alpha_p)$$
      With $f = \tanh$ we have
      $$\frac{\partial g_p}{\partial u_{pn}} = (1 - g_p^2) x_n$$
      $$\frac{\partial g_p}{\partial u_{pn}} = (1 + g_p^2) x_n$$
      """#),
    Phenomenon(
      "dZ = A − Y where nothing says what the loss is", wrong: [5],
      #"""
      $$Z^{[1]} = W^{[1]} X + b^{[1]}, \quad A^{[1]} = g(Z^{[1]})$$
      $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}, \quad A^{[2]} = \sigma(Z^{[2]})$$
      $$dZ^{[2]} = A^{[2]} - Y$$
      $$dZ^{[1]} = W^{[2]T} dZ^{[2]} .* g'(Z^{[1]})$$
      $$dZ^{[1]} = W^{[2]} dZ^{[2]} .* g'(Z^{[1]})$$
      $$dW^{[2]} = \frac{1}{m} dZ^{[2]} A^{[1]T}$$
      """#),
  ]
}
