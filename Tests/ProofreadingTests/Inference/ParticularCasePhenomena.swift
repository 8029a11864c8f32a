extension Phenomenon {
  /// Lines of which the text says in which case they hold, and constants of which it says between which numbers they lie.
  static let particularCases: [Phenomenon] = [
    Phenomenon(
      "the slope of one function beside any function",
      #"""
      $$a = f(z)$$
      For tanh:
      $$f'(z) = 1 - f(z)^2$$
      """#),
    Phenomenon(
      "the gradient for one value of the target",
      #"""
      For $y = 1$ the loss is $L = -\log a$ with $a = \sigma(z)$, so
      $$\frac{\partial L}{\partial z} = a - y$$
      """#),
    Phenomenon(
      "another loss than that of the notes", wrong: [6],
      #"""
      $$L = \frac{1}{2} (\hat y - y)^2, \quad \hat y = \sigma(z), \quad \sigma(z) = \frac{1}{1 + e^{-z}}$$

      With cross-entropy:
      $$\frac{\partial L}{\partial z} = \hat y - y$$
      With the squared error:
      $$\frac{\partial L}{\partial z} = \hat y - y$$
      """#),
    Phenomenon(
      "a slope between 0 and 1", wrong: [3],
      #"""
      $$f(z) = \max(\alpha z, z), \quad 0 < \alpha < 1$$
      $$f'(z) = \begin{cases} 1 & z > 0 \\ \alpha & \text{otherwise} \end{cases}$$
      $$f'(z) = \begin{cases} \alpha & z > 0 \\ 1 & \text{otherwise} \end{cases}$$
      """#),
    Phenomenon(
      "a matrix that is symmetric",
      #"""
      $$f(x) = \frac{1}{2} x^T A x - b^T x$$
      with $A$ symmetric. Then
      $$\nabla f(x) = A x - b$$
      """#),
    Phenomenon(
      "a product that may be a convolution",
      #"""
      $$z^l = W^l a^{l-1} + b^l$$
      $$a^l = \sigma(z^l)$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^l = (W^{l+1})^T \delta^{l+1} \odot \sigma'(z^l)$$
      ## Convolutions
      The convolution with a filter:
      $$\frac{\partial C}{\partial W^l} = a^{l-1} * \delta^l$$
      """#),
    Phenomenon(
      "a number of units before a line is no value of it", wrong: [5],
      #"""
      $$J = \frac{1}{2} \sum_{i=1}^n (a_i - y_i)^2$$

      For $n = 2$:

      $$\frac{\partial J}{\partial a_i} = y_i - a_i$$
      """#),
  ]
}
