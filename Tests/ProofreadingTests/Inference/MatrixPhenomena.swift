/// Notes in matrix form: batches, arrays that are written out, commands that live elsewhere, parts that stand alone.
extension Phenomenon {
  static let matrices: [Phenomenon] = [
    Phenomenon(
      "batches in columns", wrong: [7, 10],
      #"""
      $$z^{[l]} = W^{[l]} a^{[l-1]} + b^{[l]}, \quad a^{[l]} = g^{[l]}(z^{[l]})$$
      $$Z^{[l]} = W^{[l]} A^{[l-1]} + b^{[l]}$$
      $$A^{[l]} = g^{[l]}(Z^{[l]})$$
      $$dz^{[l]} = da^{[l]} * {g^{[l]}}'(z^{[l]})$$
      $$dZ^{[l]} = dA^{[l]} * {g^{[l]}}'(Z^{[l]})$$
      $$dW^{[l]} = \frac{1}{m} dZ^{[l]} A^{[l-1]T}$$
      $$dW^{[l]} = dZ^{[l]} A^{[l-1]T}$$
      $$db^{[l]} = \frac{1}{m} np.sum(dZ^{[l]}, axis=1, keepdims=True)$$
      $$dA^{[l-1]} = W^{[l]T} dZ^{[l]}$$
      $$dA^{[l-1]} = W^{[l+1]T} dZ^{[l]}$$
      """#),
    Phenomenon(
      "commands that nothing defines", wrong: [4, 6],
      #"""
      $$\vec z^{(l)} = \Wmat^{(l)} \vec a^{(l-1)} + \vec b^{(l)}, \quad \vec a^{(l)} = \sigma(\vec z^{(l)})$$
      $$\vec\delta^{(l)} = \grad_{\vec z^{(l)}} C$$
      $$\vec\delta^{(l)} = \transpose{(\Wmat^{(l+1)})} \vec\delta^{(l+1)} \odot \sigma'\pa{\vec z^{(l)}}$$
      $$\vec\delta^{(l)} = \Wmat^{(l+1)} \vec\delta^{(l+1)} \odot \sigma'\pa{\vec z^{(l)}}$$
      $$\partialfrac{C}{\Wmat^{(l)}} = \vec\delta^{(l)} \transpose{(\vec a^{(l-1)})}$$
      $$\partialfrac{C}{\Wmat^{(l)}} = \vec\delta^{(l)} \transpose{(\vec a^{(l)})}$$
      """#),
    Phenomenon(
      "arrays written out with dots", wrong: [7, 10],
      #"""
      $$y_j = b_j + \sum_i x_i w_{ij}$$
      $$X = [x_1 \; \cdots \; x_n] \quad B = [b_1 \; \cdots \; b_m]$$
      $$W = \begin{bmatrix} w_{11} & \cdots & w_{1m} \\ \vdots & \ddots & \vdots \\ w_{n1} & \cdots & w_{nm} \end{bmatrix}$$
      $$Y = [y_1 \; \cdots \; y_m] = XW + B$$
      $$\frac{\partial E}{\partial w_{ij}} = \frac{\partial E}{\partial y_1} \frac{\partial y_1}{\partial w_{ij}} + \dots + \frac{\partial E}{\partial y_j} \frac{\partial y_j}{\partial w_{ij}} = \frac{\partial E}{\partial y_j} x_i$$
      $$\frac{\partial E}{\partial X} = \frac{\partial E}{\partial Y} W^t$$
      $$\frac{\partial E}{\partial X} = \frac{\partial E}{\partial Y} W$$
      $$\frac{\partial E}{\partial W} = X^t \frac{\partial E}{\partial Y}$$
      $$\frac{\partial E}{\partial x_i} = \frac{\partial E}{\partial y_1} w_{i1} + \dots + \frac{\partial E}{\partial y_m} w_{im}$$
      $$\frac{\partial E}{\partial x_i} = \frac{\partial E}{\partial y_1} w_{1i} + \dots + \frac{\partial E}{\partial y_m} w_{mi}$$
      """#),
    Phenomenon(
      "cases with definitions of their own",
      #"""
      # Product
      $$Z = XY$$
      $$\frac{\partial L}{\partial X} = \frac{\partial L}{\partial Z} Y^T, \quad \frac{\partial L}{\partial Y} = X^T \frac{\partial L}{\partial Z}$$
      # Entry by entry
      $$Z = X \odot Y$$
      $$\frac{\partial L}{\partial X} = Y \odot \frac{\partial L}{\partial Z}, \quad \frac{\partial L}{\partial Y} = X \odot \frac{\partial L}{\partial Z}$$
      # Function
      $$Z = g(X)$$
      $$\frac{\partial L}{\partial X} = g'(X) \odot \frac{\partial L}{\partial Z}$$
      # Transposition
      $$Z = X^T$$
      $$\frac{\partial L}{\partial X} = \left(\frac{\partial L}{\partial Z}\right)^T$$
      """#),
    Phenomenon(
      "one letter for several functions", wrong: [6],
      #"""
      # Logistic
      $$f(x) = \frac{1}{1 + e^{-x}}$$
      $$f'(x) = f(x)(1 - f(x))$$
      # Hyperbolic tangent
      $$f(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}$$
      $$f'(x) = 1 - f(x)$$
      $$f'(x) = 1 - f(x)^2$$
      # Softplus
      $$f(x) = \log(1 + e^x)$$
      $$f'(x) = \frac{e^x}{1 + e^x}$$
      """#),
    Phenomenon(
      "layers among the subscripts, names with primes", wrong: [6, 8],
      #"""
      $$y_{c,i} = \sum_j w_{c,i,j} z_{c-1,j} + b_{c,i}$$
      $$z_{c,i} = f(y_{c,i})$$
      $$y'_{c,i} = \frac{\partial e}{\partial y_{c,i}}$$
      $$w'_{c,i,j} = \frac{\partial e}{\partial w_{c,i,j}}$$
      $$y'_{c,i} = \Big[\sum_k y'_{c+1,k} w_{c+1,k,i}\Big] f'(y_{c,i})$$
      $$y'_{c,i} = \Big[\sum_k y'_{c+1,k} w_{c+1,i,k}\Big] f'(y_{c,i})$$
      $$w'_{c,i,j} = y'_{c,i} z_{c-1,j}$$
      $$w'_{c,i,j} = y'_{c,i} z_{c,j}$$
      """#),
    Phenomenon(
      "no biases but in an example, layers below", wrong: [6, 9],
      #"""
      $$Output = f(Wx + b)$$
      $$x_l = f(W_l x_{l-1})$$
      $$E = \frac{1}{2} \|z - t\|^2, \quad z = x_L$$
      $$\delta_L = (x_L - t) \circ f'(W_L x_{L-1})$$
      $$\delta_l = W_{l+1}^T \delta_{l+1} \circ f'(W_l x_{l-1})$$
      $$\delta_l = W_{l+1} \delta_{l+1} \circ f'(W_l x_{l-1})$$
      $$\frac{\partial E}{\partial W_l} = [W_{l+1}^T \delta_{l+1} \circ f'(W_l x_{l-1})] x_{l-1}^T = \delta_l x_{l-1}^T$$
      $$W_l = W_l - \alpha_{W_l} \circ \frac{\partial E}{\partial W_l}$$
      $$W_l = W_l + \alpha_{W_l} \circ \frac{\partial E}{\partial W_l}$$
      """#),
    Phenomenon(
      "sums that go on, equation within a display", wrong: [4],
      #"""
      $$z_i^{(l)} = \sum_j w_{ij}^{(l)} a_j^{(l-1)} + b_i^{(l)}, \quad a_i^{(l)} = \sigma(z_i^{(l)})$$
      $$\frac{\partial C}{\partial z_i^{(l)}} = \frac{\partial C}{\partial z_1^{(l+1)}} \frac{\partial z_1^{(l+1)}}{\partial z_i^{(l)}} + \frac{\partial C}{\partial z_2^{(l+1)}} \frac{\partial z_2^{(l+1)}}{\partial z_i^{(l)}} + \cdots$$
      $$\begin{equation} \frac{\partial C}{\partial z_i^{(l)}} = \sum_k \frac{\partial C}{\partial z_k^{(l+1)}} w_{ki}^{(l+1)} \sigma'(z_i^{(l)}) \end{equation}$$
      $$\begin{equation} \frac{\partial C}{\partial z_i^{(l)}} = \sum_k \frac{\partial C}{\partial z_k^{(l+1)}} w_{ki}^{(l+1)} \sigma'(z_k^{(l+1)}) \end{equation}$$
      """#),
    Phenomenon(
      "rows, columns and entries of matrices", wrong: [9, 12, 14],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l)$$
      $$C = \frac12 \sum_i (a_i^L - y_i)^2$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$z_j^l = W_{j\cdot}^l a^{l-1} + b_j^l$$
      $$z_j^l = W_{j,:}^l a^{l-1} + b_j^l$$
      $$\delta_j^l = (W_{:,j}^{l+1})^T \delta^{l+1} \sigma'(z_j^l)$$
      $$\frac{\partial C}{\partial W_{j\cdot}^l} = \delta_j^l (a^{l-1})^T$$
      $$\frac{\partial C}{\partial W_{:j}^l} = \delta^l a_j^{l-1}$$
      $$\frac{\partial C}{\partial W_{:j}^l} = \delta^l a_j^l$$
      $$\left[\frac{\partial C}{\partial W^l}\right]_{jk} = \left[\delta^l (a^{l-1})^T\right]_{jk}$$
      $$\left[\frac{\partial C}{\partial W^l}\right]_{jk} = \left[a^{l-1} (\delta^l)^T\right]_{kj}$$
      $$\left[\frac{\partial C}{\partial W^l}\right]_{jk} = \left[a^l (\delta^l)^T\right]_{kj}$$
      $$\begin{pmatrix} \frac{\partial C}{\partial W^l} \end{pmatrix}_{jk} = \delta_j^l a_k^{l-1}$$
      $$\begin{pmatrix} \frac{\partial C}{\partial W^l} \end{pmatrix}_{jk} = \delta_k^l a_j^{l-1}$$
      """#),
    Phenomenon(
      "capital letters of matrices, with nothing transposed", wrong: [2, 4],
      #"""
      $$u = A x, \quad v = B u$$
      $$\frac{\partial v}{\partial x} = A B$$
      $$\frac{\partial v}{\partial x} = B A$$
      $$\frac{\partial L}{\partial x} = A \frac{\partial L}{\partial u}$$
      """#),
    Phenomenon(
      "attention", wrong: [6],
      #"""
      $$Q = X W_Q, \quad K = X W_K, \quad V = X W_V$$
      $$S = \frac{Q K^T}{\sqrt{d}}$$
      $$A = \operatorname{softmax}(S)$$
      $$O = A V$$
      $$\frac{\partial L}{\partial V} = A^T \frac{\partial L}{\partial O}$$
      $$\frac{\partial L}{\partial V} = A \frac{\partial L}{\partial O}$$
      $$\frac{\partial L}{\partial Q} = \frac{1}{\sqrt{d}} \frac{\partial L}{\partial S} K$$
      """#),
  ]
}
