extension Phenomenon {
  /// What holds in some cases only, and what is no claim at all.
  static let cases: [Phenomenon] = [
    Phenomenon(
      "cases that the text before a display names", wrong: [9, 13],
      #"""
      $$p_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}$$
      If $i = j$:
      $$\frac{\partial p_i}{\partial u_j} = p_i (1 - p_j)$$

      If $i \neq j$, we find
      $$\frac{\partial p_i}{\partial u_j} = - p_i p_j$$

      Case i = j:
      $$\frac{\partial p_i}{\partial u_j} = p_i (1 + p_j)$$

      ### i ≠ j

      $$\frac{\partial p_i}{\partial u_j} = p_i p_j$$
      """#),
    Phenomenon(
      "cases that the text behind a display names", wrong: [6],
      #"""
      $$p_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}$$

      $$\frac{\partial p_j}{\partial u_i} = - p_i p_j,$$
      where $j \neq i$.

      $$\frac{\partial p_j}{\partial u_i} = p_i (1 - p_j),$$
      where $j \neq i$.
      """#),
    Phenomenon(
      "equal letters in a line of their own", wrong: [4],
      #"""
      $$p_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}$$
      $$\frac{\partial p_i}{\partial u_i} = p_i (1 - p_i)$$
      $$\frac{\partial p_j}{\partial u_i} = \frac{-e^{u_j} e^{u_i}}{(\sum_k e^{u_k})^2} = -p_i p_j$$
      $$\frac{\partial p_i}{\partial u_j} = p_i p_j$$
      """#),
    Phenomenon(
      "cases in many spellings", wrong: [7],
      #"""
      $$p_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}$$
      $$\frac{\partial p_i}{\partial u_j} = \begin{cases} p_i (1 - p_i) \text{ if } i = j \\ -p_i p_j \text{ otherwise} \end{cases}$$
      $$\frac{\partial p_i}{\partial u_j} = \left\{\begin{array}{rcl} p_i (1 - p_i) & \mbox{si} & i = j \\ -p_i p_j & \mbox{si} & i \neq j \end{array}\right.$$
      $$\frac{\partial p_i}{\partial u_j} = \begin{cases} p_i (1 - p_i) & (i = j) \\ -p_i p_j & (i \neq j) \end{cases}$$
      $$\frac{\partial p_i}{\partial u_j} = \begin{cases} i = j: & p_i (1 - p_i) \\ i \neq j: & -p_i p_j \end{cases}$$
      $$\frac{\partial p_i}{\partial u_j} = \begin{cases} p_i (1 - p_i), \quad i = j \\ -p_i p_j, \quad i \neq j \end{cases}$$
      $$\frac{\partial p_i}{\partial u_j} = \begin{cases} p_i (1 - p_j), \quad i = j \\ p_i p_j, \quad i \neq j \end{cases}$$
      """#),
    Phenomenon(
      "the slope of a layer as its Jacobian", wrong: [4],
      #"""
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l)$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\frac{\partial a^l}{\partial z^l} = \sigma'(z^l)$$
      $$\frac{\partial a^l}{\partial z^l} = \sigma'(a^l)$$
      $$\delta^l = \frac{\partial C}{\partial a^l} \odot \sigma'(z^l)$$
      """#),
    Phenomenon(
      "the cost of all samples with a penalty", wrong: [6],
      #"""
      $$z^{(l+1)} = W^{(l)} a^{(l)} + b^{(l)}$$
      $$a^{(l)} = f(z^{(l)})$$
      $$J(W,b) = \frac{1}{m} \sum_{i=1}^m J(W,b;x^{(i)},y^{(i)}) + \frac{\lambda}{2} \sum_l \sum_i \sum_j (W_{ij}^{(l)})^2$$
      $$\frac{\partial J(W,b)}{\partial W^{(l)}} = \frac{1}{m} \sum_{i=1}^m \frac{\partial J(W,b;x^{(i)},y^{(i)})}{\partial W^{(l)}} + \lambda W^{(l)}$$
      $$\frac{\partial J(W,b)}{\partial b^{(l)}} = \frac{1}{m} \sum_{i=1}^m \frac{\partial J(W,b;x^{(i)},y^{(i)})}{\partial b^{(l)}}$$
      $$\frac{\partial J(W,b)}{\partial W^{(l)}} = \frac{1}{m} \sum_{i=1}^m \frac{\partial J(W,b;x^{(i)},y^{(i)})}{\partial W^{(l)}} - \lambda W^{(l)}$$
      """#),
    Phenomenon(
      "a penalty in notes without layers",
      #"""
      $$J(w,b) = \frac{1}{m} \sum_{i=1}^m J(w,b;x^{(i)},y^{(i)}) + \frac{\lambda}{2} \sum_j w_j^2$$
      $$\frac{\partial J(w,b)}{\partial w_j} = \frac{1}{m} \sum_{i=1}^m \frac{\partial J(w,b;x^{(i)},y^{(i)})}{\partial w_j} + \lambda w_j$$
      """#),
    Phenomenon(
      "curves", wrong: [5],
      #"""
      $$f(u) = \frac{1}{1 + e^{-u}}$$
      The boundary is the circle $(v - 4)^2 = 10 - (u - 2)^2$, or $2u + 4v = 5$.

      For all numbers
      $$(u + v)^2 = u^2 - 2uv + v^2$$
      """#),
  ]
}
