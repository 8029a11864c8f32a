/// Arrays as matrix calculus has them: rows and columns, differentials, traces, norms.
extension Phenomenon {
  static let arrays: [Phenomenon] = [
    Phenomenon(
      "a row among columns", wrong: [7],
      #"""
      $$s = u^T a$$
      $$a = g(z)$$
      $$z = Wx + b$$
      $$\delta = \frac{\partial s}{\partial a} \frac{\partial a}{\partial z} = u^T \circ g'(z)^T$$
      $$\frac{\partial s}{\partial b} = \delta$$
      $$\frac{\partial s}{\partial W} = \delta^T x^T$$
      $$\frac{\partial s}{\partial W} = \delta x^T$$
      """#),
    Phenomenon(
      "vectors told apart by numbers", wrong: [8, 10],
      #"""
      $$z = Wx + b_1, \quad h = \text{ReLU}(z)$$
      $$\theta = Uh + b_2$$
      $$\hat{y} = \text{softmax}(\theta), \quad J = CE(y, \hat{y})$$
      $$\delta_1 = \frac{\partial J}{\partial \theta} = (\hat{y} - y)^T, \quad \delta_2 = \frac{\partial J}{\partial z}$$
      $$\delta_2 = \delta_1 U \circ \text{ReLU}'(z)$$
      $$\delta_2 = \delta_1 U \circ \text{sgn}(h)$$
      $$\frac{\partial J}{\partial U} = \delta_1^T h^T, \quad \frac{\partial J}{\partial b_2} = \delta_1^T$$
      $$\frac{\partial J}{\partial z} = \delta_1 U \circ \text{ReLU}(z)$$
      $$\frac{\partial J}{\partial W} = \delta_2^T x^T$$
      $$\frac{\partial J}{\partial U} = \delta_1 h^T$$
      """#),
    Phenomenon(
      "a cross-entropy by its name, the prediction first", wrong: [3],
      #"""
      $$\hat{y} = \text{softmax}(\mathbf{z}), \quad L = CE(\hat{y}, y)$$
      $$\frac{\partial L}{\partial \mathbf{z}} = \hat{y} - y$$
      $$\frac{\partial L}{\partial \mathbf{z}} = y - \hat{y}$$
      """#),
    Phenomenon(
      "differentials", wrong: [4, 6, 11],
      #"""
      $z = Wx + b$, $a = \sigma(z)$, $L = \frac{1}{2} \|a - y\|^2$.
      $$da = \sigma'(z) \odot dz$$
      $$dL = (a - y)^T da$$
      $$dL = 2 (a - y)^T da$$
      $$dz = dW x + W dx + db$$
      $$da = \sigma(z) \odot dz$$
      $$\delta = (a - y) \odot \sigma'(z)$$
      $$dL = \delta^T dW x = \operatorname{tr}(x \delta^T dW)$$
      $$dL = \delta^T db$$
      $$\frac{\partial L}{\partial W} = \delta x^T$$
      $$dL = 2 \delta^T db$$
      $$\frac{\partial L}{\partial b} = \delta$$
      """#),
    Phenomenon(
      "gradients of expressions, traces, norms", wrong: [4, 7],
      #"""
      $$\nabla_x (c^T x) = c, \quad \nabla_x c^T x = c$$
      $$\nabla_x (x^T A x) = (A + A^T) x$$
      $$\nabla_x \|x\|^2 = 2x$$
      $$\nabla_x (x^T A x) = A^T x$$
      $$\nabla_x \|Ax - c\|^2 = 2 A^T (Ax - c)$$
      $$\frac{\partial}{\partial X} \operatorname{tr}(X^T X) = 2X$$
      $$\frac{\partial}{\partial A} \operatorname{tr}(AX) = X$$
      $$\frac{\partial}{\partial A} \operatorname{tr}(AX) = X^T$$
      """#),
    Phenomenon(
      "an offset that is added to a product with a matrix", wrong: [5],
      #"""
      $$h = \tanh(Wx + b), \quad z = Vh + c$$
      $$L = \frac{1}{2} \|z - y\|^2$$
      $$\frac{\partial L}{\partial c} = z - y$$
      $$\frac{\partial L}{\partial h} = V^T (z - y)$$
      $$\frac{\partial L}{\partial h} = V (z - y)$$
      """#),
    Phenomenon(
      "the variance of a batch as a variable", wrong: [5],
      #"""
      $$\mu_{\mathcal{B}} = \frac{1}{m} \sum_{i=1}^m x_i, \quad \sigma_{\mathcal{B}}^2 = \frac{1}{m} \sum_{i=1}^m (x_i - \mu_{\mathcal{B}})^2$$
      $$\hat{x}_i = \frac{x_i - \mu_{\mathcal{B}}}{\sqrt{\sigma_{\mathcal{B}}^2 + \epsilon}}, \quad y_i = \gamma \hat{x}_i + \beta$$
      $$\frac{\partial \ell}{\partial \hat{x}_i} = \frac{\partial \ell}{\partial y_i} \gamma$$
      $$\frac{\partial \ell}{\partial \sigma_{\mathcal{B}}^2} = -\frac{1}{2} \sum_{i=1}^m \frac{\partial \ell}{\partial \hat{x}_i} (x_i - \mu_{\mathcal{B}}) (\sigma_{\mathcal{B}}^2 + \epsilon)^{-3/2}$$
      $$\frac{\partial \ell}{\partial \sigma_{\mathcal{B}}^2} = -\frac{1}{2} \sum_{i=1}^m \frac{\partial \ell}{\partial \hat{x}_i} (x_i - \mu_{\mathcal{B}}) (\sigma_{\mathcal{B}}^2 + \epsilon)^{-1/2}$$
      """#),
    Phenomenon(
      "examples of functions with their derivatives", wrong: [2, 5],
      #"""
      $$f(x) = \frac{1}{x} \quad \rightarrow \quad \frac{df}{dx} = -1/x^2$$
      $$f(x) = \frac{1}{x} \quad \rightarrow \quad \frac{df}{dx} = 1/x^2$$
      $$f_a(x) = ax \quad \rightarrow \quad \frac{df}{dx} = a$$
      $$f(x, y) = xy \quad \rightarrow \quad \frac{\partial f}{\partial x} = y \quad \frac{\partial f}{\partial y} = x$$
      $$f(x, y) = x + y \quad \rightarrow \quad \frac{\partial f}{\partial y} = y$$
      $$f(x, y) = \max(x, y) \quad \rightarrow \quad \frac{\partial f}{\partial x} = \mathbb{1}(x \ge y)$$
      """#),
    Phenomenon(
      "hyperbolic secant, words for what is given", wrong: [2],
      #"""
      $$\frac{d}{dx} \tanh(x) = \text{sech}^2(x)$$
      $$\frac{d}{dx} \tanh(x) = \text{sech}(x)$$
      \begin{align} x &= \text{input} \\ z &= wx + b \\ a &= \tanh(z) \end{align}
      $$\frac{\partial a}{\partial w} = (1 - a^2) x$$
      """#),
  ]
}
