extension Phenomenon {
  /// Worked numbers: values that other given values tell.
  static let values: [Phenomenon] = [
    Phenomenon(
      "values of a network with one hidden unit", wrong: [4, 8, 9],
      #"""
      Let $h = \sigma(w_1 x)$ with $\sigma(z) = \frac{1}{1 + e^{-z}}$, $\hat{y} = w_2 h$, $L = \frac{1}{2} (\hat{y} - y)^2$.
      Take $x = 1.5$, $w_1 = 0.8$, $w_2 = -0.6$, $y = 1$.
      $$h = \sigma(1.2) = 0.7685$$
      $$\hat{y} = 0.461$$
      $$L = 1.0674$$
      $$\frac{\partial L}{\partial \hat{y}} = \hat{y} - y = -1.461$$
      $$\frac{\partial L}{\partial w_1} = (\hat{y} - y) w_2 h (1 - h) x = 0.2339$$
      $$\frac{\partial L}{\partial w_1} = 0.2430$$
      $$\frac{\partial L}{\partial w_2} = 1.1229$$
      """#),
    Phenomenon(
      "values of functions", wrong: [4, 5],
      #"""
      $$f(x) = x^2 + 3 x$$
      $$\sigma(x) = \frac{1}{1 + e^{-x}}$$
      At $x = 2$ we have $f(2) = 10$ and $f'(2) = 7$.
      $$f'(2) = 8$$
      $$\sigma'(0) = 0.5$$
      $$\sigma'(0) = 0.25$$
      """#),
    Phenomenon(
      "values given anew", wrong: [9],
      #"""
      Let $a = 3$, $b = 2$.
      $$c = a b$$
      $$c = 6$$
      $$d = c + 1$$
      $$d = 7$$
      Now with $a = 1$:
      $$c = 2$$
      $$d = 3$$
      $$d = 4$$
      """#),
    Phenomenon(
      "values of several examples, and of a step between", wrong: [5, 9],
      #"""
      $$z = w_1 x_1 + w_2 x_2 + b$$
      With $w_1 = w_2 = 1$ and $b = -1.5$:
      For $x_1 = x_2 = 0$ we get $z = -1.5$.
      For $x_1 = 0$, $x_2 = 1$ we get $z = -0.5$.
      $$z = 0.5$$
      If $z = 10$, then $2 z = 20$.
      $$w_2 \leftarrow 3$$
      $$z = 1.5$$
      $$z = -0.5$$
      """#),
    Phenomenon(
      "values of entries", wrong: [5, 6],
      #"""
      $$z_i = \sum_{j=1}^2 w_{ij} x_j$$
      $$x_1 = 1, \quad x_2 = 2$$
      $$w_{11} = 0.1, \quad w_{12} = 0.2$$
      $$z_1 = 0.5$$
      $$z_1 = 0.4$$
      $$w_{12} x_2 = 0.3$$
      """#),
    Phenomenon(
      "values of a quantity at numbers", wrong: [3, 7],
      #"""
      $$p = \frac{1}{1 + e^{-z}}$$
      $$p(0) = 0.5$$
      $$p(0) = 0.6$$
      $$y(x) = w x + b$$
      $$w = 2, \quad b = 1$$
      $$y(3) = 7$$
      $$y(3) = 6$$
      """#),
    Phenomenon(
      "values that no fraction has", wrong: [2, 4],
      #"""
      $$\tanh(1) = 0.76$$
      $$\tanh(1) = 0.77$$
      $$\frac{1}{1 + e^0} = 0.5$$
      $$\frac{1}{1 + e^0} = 0.6$$
      $$\frac{1}{1 + e^{-2}} = 0.88$$
      $$e^{-1} = 0.368$$
      """#),
    Phenomenon(
      "lists of numbers", wrong: [3, 5],
      #"""
      $x = [1, 0]^T$
      $$[2, 3] \odot [1, 2] = [2, 6]$$
      $$[2, 3] \odot [1, 2] = [2, 5]$$
      $$[[1, 2], [3, 4]] \, [1, 1]^T = [3, 7]^T$$
      $$[[1, 2], [3, 4]] \, [1, 1]^T = [3, 8]^T$$
      $$0.5 \cdot [2, 4] = [1, 2]$$
      """#),
  ]
}
