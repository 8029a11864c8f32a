extension Phenomenon {
  /// Notes about other things than networks in layers: graphs of computations, regressions, steps in time.
  static let graphs: [Phenomenon] = [
    Phenomenon(
      "batch normalisation in indices", wrong: [5, 8],
      #"""
      $$m_j = \frac{1}{N} \sum_s u_{sj}, \quad s = 1, \ldots, N$$
      $$v_j^2 = \frac{1}{N} \sum_s (u_{sj} - m_j)^2$$
      $$\hat{u}_{sj} = (u_{sj} - m_j)(v_j^2 + \epsilon)^{-1/2}$$
      $$\frac{dm_j}{du_{pq}} = \frac{1}{N} \delta_{jq}$$
      $$\frac{dm_j}{du_{pq}} = \delta_{jq}$$
      $$\frac{dv_j^2}{du_{pq}} = \frac{2}{N} (u_{pj} - m_j) \delta_{jq}$$
      $$\frac{dE}{du_{pq}} = \sum_{s,j} \frac{dE}{d\hat{u}_{sj}} \frac{d\hat{u}_{sj}}{du_{pq}}$$
      $$\frac{dE}{du_{pq}} = \sum_{s,j} \frac{dE}{d\hat{u}_{js}} \frac{d\hat{u}_{sj}}{du_{pq}}$$
      """#),
    Phenomenon(
      "logistic regression with samples that the loss hides", wrong: [7, 9],
      #"""
      $$q_i = \frac{1}{1 + e^{-z_i}}, \quad z_i = w_1 x_{i1} + w_2 x_{i2} + b$$
      $$J(w_1, w_2, b) = -\frac{1}{N} \sum_{i=1}^N [y_i \ln(q_i) + (1 - y_i) \ln(1 - q_i)]$$
      $$g(x_i) = \ln(1 + e^{-z_i}) + (1 - y_i) z_i$$
      $$\frac{dJ}{dw_1} = \frac{1}{N} \sum_{i=1}^N \frac{d}{dw_1} g(x_i)$$
      $$\frac{dg}{dz_i} = \frac{-e^{-z_i}}{1 + e^{-z_i}} + 1 - y_i$$
      $$\frac{dg}{dz_i} = q_i - y_i$$
      $$\frac{dg}{dz_i} = q_i + y_i$$
      $$\frac{dJ}{dw_1} = \frac{1}{N} \sum_{i=1}^N (q_i - y_i) x_{i1}$$
      $$\frac{dJ}{dw_2} = \frac{1}{N} \sum_{i=1}^N (q_i - y_i) x_{i1}$$
      """#),
    Phenomenon(
      "a graph of computations with an open loss, declared shapes and products by name", wrong: [7, 9],
      #"""
      $\mathbf{x} \in \mathbb{R}^d$, $\mathbf{W}^{(1)} \in \mathbb{R}^{h \times d}$, $\mathbf{W}^{(2)} \in \mathbb{R}^{q \times h}$
      $$\mathbf{u} = \mathbf{W}^{(1)} \mathbf{x}, \quad \mathbf{r} = \phi(\mathbf{u}), \quad \mathbf{o} = \mathbf{W}^{(2)} \mathbf{r}$$
      $$L = l(\mathbf{o}, y)$$
      $$J = L + s$$
      $$\frac{\partial J}{\partial \mathbf{r}} = \text{prod}\left(\frac{\partial J}{\partial \mathbf{o}}, \frac{\partial \mathbf{o}}{\partial \mathbf{r}}\right)$$
      $$\frac{\partial L}{\partial \mathbf{r}} = {\mathbf{W}^{(2)}}^\top \frac{\partial L}{\partial \mathbf{o}}$$
      $$\frac{\partial L}{\partial \mathbf{u}} = \frac{\partial L}{\partial \mathbf{r}} \odot \phi(\mathbf{u})$$
      $$\frac{\partial L}{\partial \mathbf{W}^{(2)}} = \frac{\partial L}{\partial \mathbf{o}} \mathbf{r}^\top$$
      $$\frac{\partial L}{\partial \mathbf{W}^{(2)}} = 2 \frac{\partial L}{\partial \mathbf{o}} \mathbf{r}^\top$$
      """#),
    Phenomenon(
      "repeated indices, with ones and two outputs", wrong: [5, 7],
      #"""
      $$U_{sm} = X_{sk} A_{km} + b_m \mathbb{1}_s$$
      $$Z_{sm} = \sigma(U_{sm})$$
      $$\hat{Y}_{sj} = Z_{sm} V_{mj} + c_j \mathbb{1}_s$$
      $$\frac{dJ}{dV_{kl}} = \frac{dJ}{d\hat{Y}_{sj}} \frac{d\hat{Y}_{sj}}{dV_{kl}} = \frac{dJ}{d\hat{Y}_{sj}} \delta_{jl} Z_{sk}$$
      $$\frac{dJ}{dV_{kl}} = \frac{dJ}{d\hat{Y}_{sk}} Z_{sl}$$
      $$\frac{dJ}{dc_k} = \frac{dJ}{d\hat{Y}_{sk}} \mathbb{1}_s$$
      $$\frac{dJ}{dA_{kl}} = \frac{dJ}{dU_{sl}} Z_{sk}$$
      $$\frac{dJ}{dA_{kl}} = \frac{dJ}{dU_{sl}} X_{sk}$$
      """#),
    Phenomenon(
      "steps in time with named weights", wrong: [6],
      #"""
      $$h_t = W_{hx} x_t + W_{hh} h_{t-1}$$
      $$o_t = W_{oh} h_t$$
      $$L = \frac{1}{T} \sum_{t=1}^T l(o_t, y_t)$$
      $$\frac{\partial L}{\partial W_{oh}} = \sum_{t=1}^T \frac{\partial L}{\partial o_t} h_t^\top$$
      $$\frac{\partial L}{\partial W_{hx}} = \sum_{t=1}^T \frac{\partial L}{\partial h_t} x_t^\top$$
      $$\frac{\partial L}{\partial W_{oh}} = \sum_{t=1}^T \frac{\partial L}{\partial o_t} x_t^\top$$
      """#),
    Phenomenon(
      "softmax by cases before a colon", wrong: [5],
      #"""
      $$y_c = \varsigma(\mathbf{z})_c = \frac{e^{z_c}}{\sum_{d=1}^K e^{z_d}} \quad c = 1, \ldots, K$$
      $$S = \sum_{d=1}^K e^{z_d}$$
      $$i = j : \frac{\partial y_i}{\partial z_j} = y_i (1 - y_i)$$
      $$i \neq j : \frac{\partial y_i}{\partial z_j} = -y_i y_j$$
      $$i \neq j : \frac{\partial y_i}{\partial z_j} = y_i y_j$$
      """#),
    Phenomenon(
      "a symbol that is defined anew", wrong: [6],
      #"""
      $$r_k = \sum_m h_{mk}$$
      $$p_{mk} = \exp(h_{mk} - r_k)$$
      $$\frac{\partial r_k}{\partial h_{pq}} = \delta_{kq}$$
      $$p_{mk} = h_{mk} - r_k$$
      $$\frac{\partial p_{mk}}{\partial h_{pq}} = \delta_{mp} \delta_{kq} - \delta_{kq}$$
      $$\frac{\partial p_{mk}}{\partial h_{pq}} = \delta_{mp} \delta_{kq} + \delta_{kq}$$
      """#),
  ]
}
