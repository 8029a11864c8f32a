extension Phenomenon {
  /// Formulas in other surroundings: in elements of HTML, in bold type as a whole, with an explanation behind them.
  static let elements: [Phenomenon] = [
    Phenomenon(
      "formulas in scripts for a browser", wrong: [9],
      #"""
      <script type="math/tex; mode=display">
      s_i = \frac{e^{x_i}}{\sum_j e^{x_j}}
      </script>
      <script type="math/tex; mode=display">% <![CDATA[
      \frac{\partial s_i}{\partial x_i} = s_i - s_i^2
      %]]></script>
      and not
      <script type="math/tex; mode=display">
      \frac{\partial s_i}{\partial x_i} = s_i + s_i^2
      </script>
      """#),
    Phenomenon(
      "relations that are stressed by bold type", wrong: [3, 4, 6],
      #"""
      $$z = w x + b, \quad y = \sigma(z), \quad L = \frac12 (y - t)^2, \quad \delta = \frac{\partial L}{\partial z}$$
      $$\mathbf{\delta = (y - t) \sigma'(z)}$$
      $$\mathbf{\delta = (y - t) \sigma(z)}$$
      $$\boldsymbol{\delta = (t - y) \sigma'(z)}$$
      $$\boldsymbol{\frac{\partial L}{\partial w} = \delta x}$$
      $$\mathbf{\frac{\partial L}{\partial w} = \delta w}$$
      """#),
    Phenomenon(
      "explanations in brackets behind plain formulas", wrong: [7],
      #"""
      z = w x + b
      y = f(z)
      L = 1/2 (y - t)^2
      δ = ∂L/∂z

      w ← w - η · ∂L/∂w (where η is the learning rate).
      b ← b + η · ∂L/∂b(où η est le taux d'apprentissage).
      """#),
  ]
}
