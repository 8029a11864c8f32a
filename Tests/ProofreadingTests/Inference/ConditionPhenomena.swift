extension Phenomenon {
  /// Where a line holds: sizes, cases of indices, thresholds, what targets add up to.
  static let conditions: [Phenomenon] = [
    Phenomenon(
      "two sizes are not one", wrong: [4],
      #"""
      $$u_i = \sum_{j=1}^{n} v_{ij} x_j$$
      $$L = \frac12 \sum_{k=1}^{K} (u_k - t_k)^2$$
      $$\frac{\partial L}{\partial x_j} = \sum_{k=1}^{K} (u_k - t_k) v_{kj}$$
      $$\frac{\partial L}{\partial x_j} = \sum_{i=1}^{n} (u_i - t_i) v_{ij}$$
      """#),
    Phenomenon(
      "two letters for one size",
      #"""
      $$q_i = \frac{e^{u_i}}{\sum_{k=1}^N e^{u_k}}$$
      $$\sum_{i=1}^C q_i = 1$$
      """#),
    Phenomenon(
      "a size that is given", wrong: [5],
      #"""
      There are $K = 5$ classes.
      $$q_i = \frac{e^{u_i}}{\sum_{k=1}^K e^{u_k}}$$
      $$\frac{\partial q_1}{\partial u_2} = -q_1 q_2$$
      With two classes it would be
      $$\frac{\partial q_1}{\partial u_2} = -q_1 (1 - q_1)$$
      """#),
    Phenomenon(
      "cases in brackets", wrong: [3],
      #"""
      $$q_i = \frac{e^{u_i}}{\sum_k e^{u_k}}$$
      $$\frac{\partial q_i}{\partial u_j} = -q_i q_j \quad (i \neq j)$$
      $$\frac{\partial q_i}{\partial u_j} = -q_i q_j \qquad [i = j]$$
      $$\frac{\partial q_i}{\partial u_j} = q_i (1 - q_i) \quad (\text{if } i = j)$$
      """#),
    Phenomenon(
      "all cases after two of them", wrong: [7],
      #"""
      $$q_i = \frac{e^{u_i}}{\sum_k e^{u_k}}$$
      If $i = j$,
      $$\frac{\partial q_i}{\partial u_j} = q_i (1 - q_i)$$
      and otherwise
      $$\frac{\partial q_i}{\partial u_j} = -q_i q_j$$
      so that
      $$\frac{\partial q_i}{\partial u_j} = -q_i q_j$$
      """#),
    Phenomenon(
      "thresholds", wrong: [3, 6],
      #"""
      $$s = w^T x$$
      $$r = \max(0, s)$$
      $$\frac{dr}{ds} = \begin{cases} 1 & s > 0.25 \\ 0 & s \le 0.25 \end{cases}$$
      $$\frac{dr}{ds} = \begin{cases} 1 & s > 0 \\ 0 & s < 0 \end{cases}$$
      $$L = \max(0, 1 - y s)$$
      $$\frac{\partial L}{\partial s} = \begin{cases} -y & y s < 0.75 \\ 0 & \text{otherwise} \end{cases}$$
      $$\frac{\partial L}{\partial s} = \begin{cases} -y & y s < 1 \\ 0 & \text{otherwise} \end{cases}$$
      """#),
    Phenomenon(
      "bars are no brackets", wrong: [3],
      #"""
      $$h(u) = \log |u|$$
      $$h'(u) = \frac{1}{u}$$
      $$h'(u) = \frac{1}{|u|}$$
      """#),
    Phenomenon(
      "what weights add up to", wrong: [5],
      #"""
      The counts are not normalised: $\sum_k m_k = 2$.
      $$q_i = \frac{e^{u_i}}{\sum_k e^{u_k}}$$
      $$L = -\sum_k m_k \log q_k$$
      $$\frac{\partial L}{\partial u_i} = 2 q_i - m_i$$
      $$\frac{\partial L}{\partial u_i} = q_i - m_i$$
      """#),
    Phenomenon(
      "a column is no row", wrong: [2],
      #"""
      $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 1 \\ 1 \end{pmatrix} = \begin{pmatrix} 3 \\ 7 \end{pmatrix}$$
      $$\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{pmatrix} 1 \\ 1 \end{pmatrix} = \begin{pmatrix} 3 & 7 \end{pmatrix}$$
      """#),
  ]
}
