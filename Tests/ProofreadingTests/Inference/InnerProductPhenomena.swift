extension Phenomenon {
  /// Inner products of the weights of one unit with samples.
  static let innerProducts: [Phenomenon] = [
    Phenomenon(
      "w · x beside the samples x_i", wrong: [5, 8],
      #"""
      $$z = \mathbf{w} \cdot \mathbf{x} + b$$
      $$\frac{\partial z}{\partial \mathbf{w}} = \mathbf{x}^T$$
      $$C = \frac{1}{N} \sum_{i=1}^{N} (y_i - u_i)^2, \quad u_i = \max(0, \mathbf{w} \cdot \mathbf{x}_i + b), \quad v_i = y_i - u_i$$
      $$\frac{\partial v_i}{\partial u_i} = -1$$
      $$\frac{\partial v_i}{\partial u_i} = 1$$
      $$\frac{\partial C}{\partial \mathbf{w}} = \frac{1}{N} \sum_{i=1}^{N} 2 v_i \frac{\partial v_i}{\partial \mathbf{w}}$$
      $$\frac{\partial C}{\partial \mathbf{w}} = -\frac{2}{N} \sum_{i=1}^{N} v_i \frac{\partial u_i}{\partial \mathbf{w}}$$
      $$\frac{\partial C}{\partial \mathbf{w}} = \frac{2}{N} \sum_{i=1}^{N} v_i \frac{\partial u_i}{\partial \mathbf{w}}$$
      """#),
    Phenomenon(
      "angle brackets, and vectors by cases", wrong: [3, 6],
      #"""
      $$z = \langle w, x \rangle + b$$
      $$\frac{\partial z}{\partial w} = x$$
      $$\frac{\partial z}{\partial w} = w$$
      $$a = \max(0, z)$$
      $$\frac{\partial a}{\partial w} = \begin{cases} \vec{0} & z \leq 0 \\ x & z > 0 \end{cases}$$
      $$\frac{\partial a}{\partial w} = \begin{cases} x & z \leq 0 \\ \vec{0} & z > 0 \end{cases}$$
      """#),
  ]
}
