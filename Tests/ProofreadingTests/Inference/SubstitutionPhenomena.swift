extension Phenomenon {
  /// Other variables, other directions, other spellings of derivatives.
  static let substitutions: [Phenomenon] = [
    Phenomenon(
      "a change of variables", wrong: [5],
      #"""
      $$D = v - \log v$$
      $$s = \log v$$
      $$D = e^{s} - s$$
      $$\frac{\partial D}{\partial s} = e^{s} - 1$$
      $$\frac{\partial D}{\partial s} = -1$$
      """#),
    Phenomenon(
      "gradient ascent in words", wrong: [5],
      #"""
      $$\pi_a = \frac{e^{\theta_a}}{\sum_b e^{\theta_b}}$$
      $$R = \sum_a \pi_a r_a$$
      We maximize the expected reward by gradient ascent:
      $$\theta_b \leftarrow \theta_b + \alpha \frac{\partial R}{\partial \theta_b}$$
      $$\theta_b \leftarrow \theta_b - \alpha \frac{\partial R}{\partial \theta_b}$$
      """#),
    Phenomenon(
      "the variable below the sign of the derivative", wrong: [3],
      #"""
      $$z = w x + b$$
      $$L = (z - y)^2$$
      $$\partial_w L = (z - y) x$$
      $$\left. \frac{\partial L}{\partial b} \right. = 2 (z - y)$$
      $$\partial_w L = 2 (z - y) x$$
      """#),
  ]
}
