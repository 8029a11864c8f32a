extension Phenomenon {
  /// Layers in square brackets, derivatives by their names in programs, batches in columns.
  static let bracketLayers: [Phenomenon] = [
    Phenomenon(
      "one sample, a loss written in vectors, primes beside the layer", wrong: [13, 14],
      #"""
      $$z^{[1]} = W^{[1]} x + b^{[1]}$$
      $$a^{[1]} = g^{[1]}(z^{[1]})$$
      $$z^{[2]} = W^{[2]} a^{[1]} + b^{[2]}$$
      $$\hat{y} = a^{[2]} = \sigma(z^{[2]})$$
      $$\mathcal{L}(a^{[2]}, y) = -y \log a^{[2]} - (1-y)\log(1-a^{[2]})$$
      $$da^{[2]} = -\frac{y}{a^{[2]}} + \frac{1-y}{1-a^{[2]}}$$
      $$dz^{[2]} = a^{[2]} - y$$
      $$dW^{[2]} = dz^{[2]} a^{[1]T}$$
      $$db^{[2]} = dz^{[2]}$$
      $$dz^{[1]} = W^{[2]T} dz^{[2]} * g^{[1]'}(z^{[1]})$$
      $$dz^{[1]} = W^{[2]^T} dz^{[2]} \odot g^{[1]\prime}(z^{[1]})$$
      $$dW^{[1]} = dz^{[1]} x^T$$
      $$dz^{[2]} = y - a^{[2]}$$
      $$dz^{[1]} = W^{[2]T} dz^{[2]} * g^{[2]'}(z^{[2]})$$
      """#),
    Phenomenon(
      "a batch whose cost is a mean over numbered samples", wrong: [12, 13],
      #"""
      $$Z^{[1]} = W^{[1]} X + b^{[1]}$$
      $$A^{[1]} = g^{[1]}(Z^{[1]})$$
      $$Z^{[2]} = W^{[2]} A^{[1]} + b^{[2]}$$
      $$A^{[2]} = \sigma(Z^{[2]})$$
      $$J = -\frac{1}{m} \sum_{i=1}^{m} \left( y^{(i)} \log a^{[2](i)} + (1-y^{(i)}) \log(1 - a^{[2](i)}) \right)$$
      $$dZ^{[2]} = A^{[2]} - Y$$
      $$dW^{[2]} = \frac{1}{m} dZ^{[2]} A^{[1]^T}$$
      $$db^{[2]} = \frac{1}{m} np.sum(dZ^{[2]}, axis=1, keepdims=True)$$
      $$dZ^{[1]} = W^{[2]^T} dZ^{[2]} * g^{[1]'}(Z^{[1]})$$
      $$dW^{[1]} = \frac{1}{m} dZ^{[1]} X^T$$
      $$db^{[1]} = \frac{1}{m} \sum_{i=1}^m dZ^{[1](i)}$$
      $$dW^{[1]} = dZ^{[1]} X^T$$
      $$dZ^{[2]} = Y - A^{[2]}$$
      """#),
    Phenomenon(
      "a loss L beside a depth L, under the cost of a batch", wrong: [8],
      #"""
      $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$$
      $$A^{[l]} = g^{[l]}(Z^{[l]})$$
      $$J = \frac{1}{m}\sum_{i=1}^m L(a^{[L](i)}, y^{(i)})$$
      $$\frac{\partial J}{\partial Z^{[l]}} = \frac{\partial J}{\partial A^{[l]}} \odot g^{[l]'}(Z^{[l]})$$
      $$\frac{\partial J}{\partial W^{[l]}} = \frac{\partial J}{\partial Z^{[l]}} (A^{[l-1]})^T$$
      $$\frac{\partial J}{\partial b^{[l]}} = \sum_{i=1}^m \frac{\partial J}{\partial Z^{[l](i)}}$$
      $$\frac{\partial J}{\partial A^{[l-1]}} = (W^{[l]})^T \frac{\partial J}{\partial Z^{[l]}}$$
      $$\frac{\partial J}{\partial W^{[l]}} = \frac{\partial J}{\partial Z^{[l]}} (A^{[l]})^T$$
      """#),
    Phenomenon(
      "numbers below beside layers above", wrong: [9, 11],
      #"""
      $z_1 = W_1 x + b_1$, $a_1 = \text{ReLU}(z_1)$

      $z_2 = W_2 a_1 + b_2$, $a_2 = \sigma(z_2)$

      $z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}$

      $dL/dW[l] = dL/dz[l] \, a[l-1]^T$

      $dL/dW[l] = dL/dz[l] \, a[l]^T$

      $$\frac{\partial L}{\partial a_1} = W_2 \frac{\partial L}{\partial z_2}$$

      $$\frac{\partial L}{\partial W_2} = \frac{\partial L}{\partial z_2} a_1^T$$
      """#),
  ]
}
