extension Phenomenon {
  /// Text that marks no formulas, as one types it into a message.
  static let plainTexts: [Phenomenon] = [
    Phenomenon(
      "lines that are formulas, in signs", wrong: [14, 15],
      #"""
      Two layers, as we had them on Monday

      Forward:

          z1 = W1 x + b1
          h1 = σ(z1)
          z2 = W2 h1 + b2
          o = σ(z2)
          E = ½ ‖o − t‖²

      Backward:

      - Output: δ2 = ∂E/∂z2 = (o − t) ⊙ σ'(z2)
      - Hidden: δ1 = ∂E/∂z1 = (W2 δ2) ⊙ σ'(z1)
      - ∂E/∂W1 = δ1 h1ᵀ
      - ∂E/∂W2 = δ2 h1ᵀ
      - ∂E/∂b2 = δ2     (7)
      """#),
    Phenomenon(
      "lines that are formulas, in ASCII", wrong: [10, 14],
      #"""
      Notes on one unit. We write t = 1 for a cat and t = 0 for a dog, and sum over the inputs.

      z = sum_i w_i x_i + b      # net input
      y = 1/(1 + e^(-z))
      E = 1/2 (t - y)^2

      1. dE/dy = y - t
      2. dy/dz = y*(1 - y)
      3. dE/dw_i = (y - t)*y*(1 - y)*x_i
      4. dE/dw_i = (y - t)*y*x_i
      5. dE/db = (y - t)*y*(1 - y)

      w_i <- w_i - eta*dE/dw_i
      b <- b - eta*dE/dw_i
      """#),
    Phenomenon(
      "layers in plain text", wrong: [7, 10],
      #"""
      z^l = W^l a^(l-1) + b^l
      a^l = f(z^l)

      delta^l is dC/dz^l, so with the chain rule

      delta^L = dC/da^L ⊙ f'(z^L)   (1)
      delta^L = dC/da^L ⊙ f(z^L)    (2)
      delta^l = ((W^(l+1))^T delta^(l+1)) ⊙ f'(z^l) (3)
      dC/db^l_j = delta^l_j
      dC/dw^l_jk = a^(l-1)_j delta^l_k
      dC/dw^l_jk = a^(l-1)_k delta^l_j
      """#),
  ]
}
