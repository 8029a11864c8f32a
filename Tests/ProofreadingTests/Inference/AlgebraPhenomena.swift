extension Phenomenon {
  /// Logarithms to other bases, inverse functions, traces, norms, the identity matrix, and e as an error.
  static let algebra: [Phenomenon] = [
    Phenomenon(
      "logarithms to a base", wrong: [3, 7, 9],
      #"""
      $$y = \log_2(x + 1)$$
      $$\frac{dy}{dx} = \frac{1}{(x + 1) \ln 2}$$
      $$\frac{dy}{dx} = \frac{1}{x + 1}$$
      $$\log_{10} u = \frac{\ln u}{\ln 10}$$
      $$\log_a b = \frac{\ln b}{\ln a}$$
      $$\log_2 8 = 3, \quad \log_{10} 100 = 2, \quad \log_e u = \ln u$$
      $$\log_2 u = \ln u$$
      $$\log_2 (u v) = \log_2 u + \log_2 v$$
      $$\log_{10} 1000 = 4$$
      """#),
    Phenomenon(
      "a cross-entropy in bits", wrong: [5],
      #"""
      $$p_i = \frac{e^{z_i}}{\sum_j e^{z_j}}$$
      $$L = -\sum_i y_i \log_2 p_i$$
      $$\sum_i y_i = 1$$
      $$\frac{\partial L}{\partial z_i} = \frac{1}{\ln 2} (p_i - y_i)$$
      $$\frac{\partial L}{\partial z_i} = p_i - y_i$$
      """#),
    Phenomenon(
      "functions undone", wrong: [3, 6, 9],
      #"""
      $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$\sigma^{-1}(p) = \ln \frac{p}{1 - p}$$
      $$\sigma^{-1}(p) = \ln(1 - p) - \ln p$$
      $$f(x) = 2 x + 1$$
      $$f^{-1}(y) = \frac{y - 1}{2}$$
      $$f^{-1}(y) = \frac{1}{2 y + 1}$$
      $$\tanh^{-1}(x) = \frac{1}{2} \ln \frac{1 + x}{1 - x}$$
      $$\frac{d}{dx} \tan^{-1}(x) = \frac{1}{1 + x^2}$$
      $$\frac{d}{dx} \sin^{-1}(x) = -\frac{\cos x}{\sin^2 x}$$
      """#),
    Phenomenon(
      "e as an error beside Euler's number", wrong: [6, 8],
      #"""
      $$\sigma(z) = \frac{1}{1 + e^{-z}}$$
      $$a = \sigma(w x + b)$$
      $$e = a - y$$
      $$L = \frac{1}{2} e^2$$
      $$\frac{\partial L}{\partial e} = e$$
      $$\frac{\partial L}{\partial b} = e^2 a (1 - a)$$
      $$\frac{\partial L}{\partial w} = e a (1 - a) x$$
      $$\frac{\partial L}{\partial w} = -e a (1 - a) x$$
      $$\sigma'(z) = \frac{e^{-z}}{(1 + e^{-z})^2}$$
      """#),
    Phenomenon(
      "e as a number",
      #"""
      $$\tanh(1) = \frac{e^2 - 1}{e^2 + 1}$$
      $$e^2 = 7.389$$
      """#),
    Phenomenon(
      "matrices within traces", wrong: [2, 4],
      #"""
      $$\operatorname{tr}(A B C) = \operatorname{tr}(C A B)$$
      $$\operatorname{tr}(A B C) = \operatorname{tr}(A C B)$$
      $$\operatorname{tr}(A + B) = \operatorname{tr}(A) + \operatorname{tr}(B)$$
      $$\operatorname{tr}(A B) = \operatorname{tr}(A) \operatorname{tr}(B)$$
      $$\|A\|_F^2 = \operatorname{tr}(A^T A)$$
      """#),
    Phenomenon(
      "gradients of traces", wrong: [3, 6],
      #"""
      $$f = \operatorname{tr}(A X B)$$
      $$\frac{\partial f}{\partial X} = A^T B^T$$
      $$\frac{\partial f}{\partial X} = B A$$
      Quadratic forms:
      $$\frac{\partial}{\partial X} \operatorname{tr}(X^T G X) = (G + G^T) X$$
      $$\frac{\partial}{\partial X} \operatorname{tr}(X^T G X) = 2 G X$$
      """#),
    Phenomenon(
      "a trace as a function of a matrix", wrong: [3],
      #"""
      $$f(X) = \mathrm{tr}(X^T A X)$$
      $$\nabla f(X) = (A + A^T) X$$
      $$\frac{\partial f}{\partial X} = A X$$
      """#),
    Phenomenon(
      "matrices that only a transposition tells", wrong: [3, 5],
      #"""
      $$S = Q K^T$$
      $$\frac{\partial L}{\partial Q} = \frac{\partial L}{\partial S} K$$
      $$\frac{\partial L}{\partial Q} = \frac{\partial L}{\partial S} K^T$$
      $$\frac{\partial L}{\partial K} = \left(\frac{\partial L}{\partial S}\right)^T Q$$
      $$\frac{\partial L}{\partial K} = \frac{\partial L}{\partial S} Q$$
      """#),
    Phenomenon(
      "norms with a name below", wrong: [3, 6],
      #"""
      $$J(w) = \frac{1}{2} \|X w - y\|_2^2 + \lambda \|w\|_1$$
      $$\frac{\partial J}{\partial w} = X^T (X w - y) + \lambda \operatorname{sign}(w)$$
      $$\frac{\partial J}{\partial w} = X^T (X w - y) + \lambda w$$
      $$\frac{\partial}{\partial x} \|x\|_2 = \frac{x}{\|x\|_2}$$
      $$\frac{\partial}{\partial x} \frac{1}{2} \|x\|_2^2 = x$$
      $$\frac{\partial}{\partial x} \|x\|_1^2 = 2 x$$
      """#),
    Phenomenon(
      "the identity matrix of ridge regression", wrong: [4],
      #"""
      $$J(w) = \frac{1}{2} \|X w - y\|^2 + \frac{\lambda}{2} \|w\|^2$$
      $$\nabla_w J = X^T (X w - y) + \lambda w$$
      $$\nabla_w J = (X^T X + \lambda I) w - X^T y$$
      $$\nabla_w J = (X^T X - \lambda I) w - X^T y$$
      """#),
    Phenomenon(
      "the identity matrix of a regression of matrices", wrong: [4],
      #"""
      $$L = \frac{1}{2} \|X W - Y\|_F^2 + \frac{\lambda}{2} \|W\|_F^2$$
      $$\frac{\partial L}{\partial W} = X^T (X W - Y) + \lambda W$$
      $$\frac{\partial L}{\partial W} = (X^T X + \lambda I) W - X^T Y$$
      $$\frac{\partial L}{\partial W} = (X W - Y) X^T + \lambda W$$
      """#),
    Phenomenon(
      "the identity matrix beside a row of ones",
      #"""
      $$p = \mathrm{softmax}(z)$$
      $$\frac{\partial p}{\partial z} = \mathrm{diag}(p) - p p^T$$
      $$\frac{\partial p}{\partial z} = \mathrm{diag}(p) (I - 1 p^T)$$
      $$H = I - p p^T$$
      """#),
    Phenomenon(
      "traces that are differentiated", wrong: [3],
      #"""
      $$\frac{\partial \, \mathrm{tr}(W^T W)}{\partial W} = 2 W$$
      $$\frac{\partial}{\partial W} \mathrm{tr}(W^T A) = A$$
      $$\frac{\partial}{\partial W} \mathrm{tr}(W^T A) = A^T$$
      $$\frac{\partial}{\partial X} \|X\|_F^2 = 2 X$$
      """#),
    Phenomenon(
      "an error that is squared without a factor", wrong: [6, 8],
      #"""
      $$z = w^T x + b$$
      $$e = z - y$$
      $$J = e^2$$
      $$\frac{\partial J}{\partial w} = 2 e x$$
      $$\frac{\partial J}{\partial b} = 2 e$$
      $$\frac{\partial J}{\partial b} = e$$
      $$w \leftarrow w - 2 \eta e x$$
      $$w \leftarrow w + 2 \eta e x$$
      """#),
    Phenomenon(
      "the identity matrix of a residual block", wrong: [4],
      #"""
      $$z = W x + b$$
      $$y = x + V z$$
      $$\frac{\partial y}{\partial x} = \mathbf{I} + V W$$
      $$\frac{\partial y}{\partial x} = \mathbf{I} + W V$$
      """#),
    Phenomenon(
      "the identity matrix between layers", wrong: [3],
      #"""
      $$h^l = h^{l-1} + \sigma(W^l h^{l-1})$$
      $$\frac{\partial h^l}{\partial h^{l-1}} = I + \mathrm{diag}(\sigma'(W^l h^{l-1})) W^l$$
      $$\frac{\partial h^l}{\partial h^{l-1}} = I - \mathrm{diag}(\sigma'(W^l h^{l-1})) W^l$$
      """#),
    Phenomenon(
      "I as a current, and no matrix",
      #"""
      $$V = R I$$
      $$\frac{\partial V}{\partial I} = R$$
      $$h_t = W h_{t-1} + I_t$$
      $$\frac{\partial h_t}{\partial h_{t-1}} = W$$
      """#),
    Phenomenon(
      "a recurrence of numbers", wrong: [4],
      #"""
      $$h_t = \tanh(w h_{t-1} + u x_t)$$
      $$\frac{\partial h_t}{\partial h_{t-1}} = (1 - h_t^2) w$$
      $$\frac{\partial h_t}{\partial w} = (1 - h_t^2) (h_{t-1} + w \frac{\partial h_{t-1}}{\partial w})$$
      $$\frac{\partial h_t}{\partial w} = (1 - h_t^2) h_{t-1}$$
      """#),
    Phenomenon(
      "a state, and the state before with a number", wrong: [3],
      #"""
      $$h = (1 - u) h_0 + u n$$
      $$\frac{\partial h}{\partial u} = n - h_0$$
      $$\frac{\partial h}{\partial u} = n + h_0$$
      """#),
  ]
}
