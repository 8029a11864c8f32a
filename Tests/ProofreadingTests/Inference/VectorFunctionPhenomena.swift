extension Phenomenon {
  /// Numbers that are functions of vectors, inner products with a dot, functions under words, and gradients by shape.
  static let vectorFunctions: [Phenomenon] = [
    Phenomenon(
      "f(w) of all weights", wrong: [3],
      #"""
      $$f(w) = \frac{1}{2} (w^T x - y)^2$$
      $$\nabla_w f(w) = (w^T x - y) x$$
      $$\nabla_w f(w) = (y - w^T x) x$$
      """#),
    Phenomenon(
      "F(w) of all weights and many samples", wrong: [2],
      #"""
      $$F(w) = \frac{1}{2} \sum_{i=1}^{n} (w^T x_i - y_i)^2$$
      $$\nabla F(w) = -\sum_{i=1}^{n} (w^T x_i - y_i) x_i$$
      $$\nabla F(w) = \sum_{i=1}^{n} (w^T x_i - y_i) x_i$$
      """#),
    Phenomenon(
      "quadratic forms", wrong: [3, 6],
      #"""
      $$f(x) = \frac{1}{2} x^T A x + b^T x$$
      $$\nabla f(x) = \frac{1}{2} (A + A^T) x + b$$
      $$\nabla f(x) = A x + b$$
      $$g(x) = x^T x$$
      $$\frac{\partial g}{\partial x} = 2 x$$
      $$\frac{\partial g}{\partial x} = x$$
      """#),
    Phenomenon(
      "a quadratic form as the loss", wrong: [3],
      #"""
      $$L = \frac{1}{2} w^T A w$$
      $$\nabla_w L = \frac{1}{2} (A + A^T) w$$
      $$\nabla_w L = (A + A^T) w$$
      """#),
    Phenomenon(
      "w · x beside w_j and x_j", wrong: [5, 7],
      #"""
      $$z = w \cdot x + b$$
      $$a = \sigma(z)$$
      $$L = \frac{1}{2} (a - y)^2$$
      $$\frac{\partial L}{\partial w_j} = (a - y) \sigma'(z) x_j$$
      $$\frac{\partial L}{\partial w_j} = (a - y) \sigma'(z) w_j$$
      $$\frac{\partial L}{\partial x_j} = (a - y) \sigma'(z) w_j$$
      $$\frac{\partial L}{\partial b} = (a - y) \sigma'(z) x_j$$
      """#),
    Phenomenon(
      "w · x written out", wrong: [2],
      #"""
      $$w \cdot x = \sum_j w_j x_j$$
      $$w \cdot x = \sum_j w_j^2 x_j$$
      $$\hat{y} = w \cdot x$$
      $$E = (y - \hat{y})^2$$
      $$\frac{\partial E}{\partial w_j} = -2 (y - \hat{y}) x_j$$
      """#),
    Phenomenon(
      "w · x of numbers", wrong: [4],
      #"""
      $$z = w \cdot x + b$$
      $$\frac{\partial z}{\partial w} = x$$
      $$\frac{\partial z}{\partial x} = w$$
      $$\frac{\partial z}{\partial b} = x$$
      """#),
    Phenomenon(
      "functions that are defined by their words", wrong: [4, 7, 9],
      #"""
      $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
      $$\mathrm{swish}(x) = x \sigma(\beta x)$$
      $$\frac{d}{dx} \mathrm{swish}(x) = \sigma(\beta x) + \beta x \sigma(\beta x) (1 - \sigma(\beta x))$$
      $$\frac{d}{dx} \mathrm{swish}(x) = \sigma(\beta x) + x \sigma(\beta x) (1 - \sigma(\beta x))$$
      $$\mathrm{LReLU}(x) = \begin{cases} x & x > 0 \\ \alpha x & x \le 0 \end{cases}$$
      $$\frac{d}{dx} \mathrm{LReLU}(x) = \begin{cases} 1 & x > 0 \\ \alpha & x < 0 \end{cases}$$
      $$\frac{d}{dx} \mathrm{LReLU}(x) = \begin{cases} 1 & x > 0 \\ \alpha x & x < 0 \end{cases}$$
      $$\mathrm{softplus}(x) = \log(1 + e^x), \quad \mathrm{softplus}'(x) = \sigma(x)$$
      $$\mathrm{softplus}'(x) = \sigma(-x)$$
      """#),
    Phenomenon(
      "a slope before any argument", wrong: [4],
      #"""
      We use $\sigma' = \sigma (1 - \sigma)$.
      $$a = \sigma(z)$$
      $$\frac{\partial a}{\partial z} = a (1 - a)$$
      $$\sigma' = \sigma (1 + \sigma)$$
      """#),
    Phenomenon(
      "gradients of the wrong shape", wrong: [4, 5, 6, 8, 10],
      #"""
      $$z = W x + b$$
      $$L = \frac{1}{2} \|z - y\|^2$$
      $$\frac{\partial L}{\partial W} = (z - y) x^T$$
      $$\frac{\partial L}{\partial W} = x (z - y)^T$$
      $$\frac{\partial L}{\partial W} = x^T (z - y)$$
      $$\frac{\partial L}{\partial W} = (z - y) x$$
      $$\frac{\partial L}{\partial x} = W^T (z - y)$$
      $$\frac{\partial L}{\partial x} = (z - y) W^T$$
      $$\frac{\partial L}{\partial b} = z - y$$
      $$\frac{\partial L}{\partial b} = (z - y)^T (z - y)$$
      """#),
    Phenomenon(
      "gradients of rows of the wrong shape", wrong: [4, 6],
      #"""
      $$z = x W + b$$
      $$L = \frac{1}{2} \|z - y\|^2$$
      $$\frac{\partial L}{\partial W} = x^T (z - y)$$
      $$\frac{\partial L}{\partial W} = (z - y) x^T$$
      $$\frac{\partial L}{\partial x} = (z - y) W^T$$
      $$\frac{\partial L}{\partial x} = W (z - y)$$
      """#),
    Phenomenon(
      "capital letters that may be numbers",
      #"""
      $$z = W x + b$$
      $$L = \frac{1}{2} (z - y)^2$$
      $$\frac{\partial L}{\partial W} = (z - y) x$$
      $$\frac{\partial L}{\partial x} = (z - y) W$$
      """#),
    Phenomenon(
      "all weights changed at once", wrong: [6],
      #"""
      $$J(w) = \frac{1}{2} (y - t)^2, \quad y = \sum_j w_j x_j$$
      $$\frac{\partial J}{\partial w_j} = (y - t) x_j$$
      $$\Delta w_j = -\eta \frac{\partial J}{\partial w_j}$$
      $$w \leftarrow w + \Delta w$$
      $$w \leftarrow w - \eta \frac{\partial J}{\partial w}$$
      $$w \leftarrow w - \Delta w$$
      """#),
    Phenomenon(
      "the increment of all weights", wrong: [4],
      #"""
      $$y_j = \sum_i w_{ji} x_i$$
      $$E = \frac{1}{2} \sum_j (y_j - d_j)^2$$
      $$\frac{\partial E}{\partial w_{ji}} = (y_j - d_j) x_i$$
      $$\Delta w = \varepsilon \frac{\partial E}{\partial w}$$
      """#),
    Phenomenon(
      "a rate that is a word", wrong: [5],
      #"""
      $$z = w x + b$$
      $$L = \frac{1}{2} (z - y)^2$$
      $$\frac{\partial L}{\partial w} = (z - y) x$$
      $$w := w - \mathrm{lr} \cdot \frac{\partial L}{\partial w}$$
      $$w := w + \mathrm{lr} \cdot \frac{\partial L}{\partial w}$$
      $$b := b - \mathrm{lr} \cdot (z - y)$$
      """#),
    Phenomenon(
      "functions of a vector given by its entries", wrong: [3, 5],
      #"""
      $$f(x) = \log \sum_i e^{x_i}$$
      $$\frac{\partial f}{\partial x_j} = \frac{e^{x_j}}{\sum_i e^{x_i}}$$
      $$\frac{\partial f}{\partial x_j} = e^{x_j}$$
      $$\frac{\partial f}{\partial x_j} = e^{x_j - f(x)}$$
      $$\frac{\partial f}{\partial x_j} = e^{f(x) - x_j}$$
      """#),
    Phenomenon(
      "a function of a vector at another argument",
      #"""
      $$f(x) = \log \sum_i e^{x_i}$$
      $$\frac{\partial f}{\partial x_j} = \frac{e^{x_j}}{\sum_i e^{x_i}}$$
      $$f(x + c) = f(x) + c$$
      """#),
    Phenomenon(
      "a gradient without its variable", wrong: [3],
      #"""
      $$f(x) = \frac{1}{2} x^T x$$
      $$\nabla f = x$$
      $$\nabla f = 2 x$$
      """#),
    Phenomenon(
      "a symmetric matrix",
      #"""
      $$f = x^T A x$$
      $$A = A^T$$
      $$\frac{\partial f}{\partial x} = 2 A x$$
      """#),
    Phenomenon(
      "a loss at other parameters", wrong: [5],
      #"""
      $$J(\theta) = \frac{1}{2} (\theta x - y)^2$$
      $$\frac{dJ}{d\theta} = (\theta x - y) x$$
      $$\frac{dJ}{d\theta} \approx \frac{J(\theta + \epsilon) - J(\theta - \epsilon)}{2 \epsilon}$$
      $$J(2) = \frac{1}{2} (2 x - y)^2$$
      $$J(2) = (2 x - y)^2$$
      """#),
  ]
}
