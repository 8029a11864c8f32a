/// Quantities of time steps, and what else is numbered below.
extension Phenomenon {
  static let timeSteps: [Phenomenon] = [
    Phenomenon(
      "a recurrent network and the loss of all steps", wrong: [5, 8, 10],
      #"""
      With $t = 1, \ldots, T$: $z_t = W h_{t-1} + U x_t + b$, $h_t = \tanh(z_t)$, $o_t = V h_t + c$, $\hat{y}_t = \text{softmax}(o_t)$.
      $$L = \sum_t L_t, \quad L_t = -\sum_i y_{t,i} \log \hat{y}_{t,i}$$
      $$\nabla_{o_t} L = \hat{y}_t - y_t$$
      $$\nabla_{h_T} L = V^T \nabla_{o_T} L$$
      $$\nabla_{h_T} L = V \nabla_{o_T} L$$
      $$\nabla_{h_t} L = W^T \text{diag}(1 - h_{t+1}^2) \nabla_{h_{t+1}} L + V^T \nabla_{o_t} L$$
      $$\nabla_c L = \sum_t \nabla_{o_t} L, \quad \nabla_V L = \sum_t (\nabla_{o_t} L) h_t^T$$
      $$\nabla_V L = \sum_t (\nabla_{o_t} L) h_{t-1}^T$$
      $$\nabla_W L = \sum_t \text{diag}(1 - h_t^2) (\nabla_{h_t} L) h_{t-1}^T$$
      $$\nabla_U L = \sum_t (\nabla_{h_t} L) x_t^T$$
      """#),
    Phenomenon(
      "letters above an error that name it", wrong: [5, 7],
      #"""
      $$z_t = W_{hh} h_{t-1} + W_{xh} x_t + b_h, \quad h_t = \tanh(z_t), \quad y_t = W_{hy} h_t + b_y$$
      $$L = \frac{1}{2} \sum_{t=1}^T \|y_t - d_t\|^2$$
      $$\delta^y_t = \frac{\partial L}{\partial y_t}, \quad \delta_t = \frac{\partial L}{\partial z_t}$$
      $$\delta^y_t = y_t - d_t$$
      $$\delta^y_t = d_t - y_t$$
      $$\delta_t = (1 - h_t^2) \odot (W_{hy}^T \delta^y_t + W_{hh}^T \delta_{t+1})$$
      $$\delta_T = (1 - h_T) \odot (W_{hy}^T \delta^y_T)$$
      $$\frac{\partial L}{\partial W_{hy}} = \sum_{t=1}^T \delta^y_t h_t^T$$
      """#),
    Phenomenon(
      "one step as an example, and the chain rule through all of them", wrong: [6, 8, 11],
      #"""
      $$s_t = \tanh(U x_t + W s_{t-1})$$
      $$\hat{y}_t = \text{softmax}(V s_t)$$
      $$E_t = -y_t \log \hat{y}_t, \quad E = \sum_t E_t = -\sum_t y_t \log \hat{y}_t$$
      With $z_3 = V s_3$:
      $$\frac{\partial E_3}{\partial V} = \frac{\partial E_3}{\partial \hat{y}_3} \frac{\partial \hat{y}_3}{\partial z_3} \frac{\partial z_3}{\partial V} = (\hat{y}_3 - y_3) \otimes s_3$$
      $$\frac{\partial E_3}{\partial V} = (\hat{y}_3 - y_3) \otimes s_2$$
      $$\frac{\partial E_3}{\partial W} = \sum_{k=0}^{3} \frac{\partial E_3}{\partial \hat{y}_3} \frac{\partial \hat{y}_3}{\partial s_3} \frac{\partial s_3}{\partial s_k} \frac{\partial s_k}{\partial W}$$
      $$\frac{\partial E_3}{\partial W} = \sum_{k=0}^{2} \frac{\partial E_3}{\partial \hat{y}_3} \frac{\partial \hat{y}_3}{\partial s_3} \frac{\partial s_3}{\partial s_k} \frac{\partial s_k}{\partial W}$$
      $$\frac{\partial s_3}{\partial s_1} = \frac{\partial s_3}{\partial s_2} \frac{\partial s_2}{\partial s_1}$$
      $$\frac{\partial E_3}{\partial W} = \sum_{k=1}^{3} \frac{\partial E_3}{\partial \hat{y}_3} \frac{\partial \hat{y}_3}{\partial s_3} \left( \prod_{j=k+1}^{3} \frac{\partial s_j}{\partial s_{j-1}} \right) \frac{\partial s_k}{\partial W}$$
      $$\frac{\partial E_3}{\partial W} = \sum_{k=1}^{3} \frac{\partial E_3}{\partial \hat{y}_3} \frac{\partial \hat{y}_3}{\partial s_3} \left( \prod_{j=k}^{3} \frac{\partial s_j}{\partial s_{j-1}} \right) \frac{\partial s_k}{\partial W}$$
      """#),
    Phenomenon(
      "diagonal matrices of layers", wrong: [4, 6],
      #"""
      Each layer is $z_l = W_l x_{l-1} + b_l$, $x_l = \sigma(z_l)$ with $x_0$ the input, loss $\ell = \frac{1}{2} \|x_L - y\|^2$. Let $D_l = \operatorname{diag}(\sigma'(z_l))$.
      $$\frac{\partial x_l}{\partial z_l} = D_l, \quad \frac{\partial z_l}{\partial x_{l-1}} = W_l$$
      $$\frac{\partial x_l}{\partial x_{l-1}} = D_l W_l, \quad \frac{\partial \ell}{\partial x_L} = (x_L - y)^T$$
      $$\frac{\partial x_l}{\partial x_{l-1}} = W_l D_l$$
      $$\frac{\partial \ell}{\partial x_{l-1}} = \frac{\partial \ell}{\partial x_l} D_l W_l, \quad \frac{\partial \ell}{\partial z_l} = \frac{\partial \ell}{\partial z_{l+1}} W_{l+1} D_l$$
      $$\frac{\partial \ell}{\partial z_l} = \frac{\partial \ell}{\partial z_{l+1}} W_l D_l$$
      """#),
    Phenomenon(
      "the letters of gates below their weights",
      #"""
      $$r_t = \sigma(W_r x_t + U_r h_{t-1} + b_r)$$
      $$u_t = \sigma(W_u x_t + U_u h_{t-1} + b_u)$$
      $$\tilde{h}_t = \tanh(W_h x_t + U_h (r_t \odot h_{t-1}) + b_h)$$
      $$h_t = (1 - u_t) \odot h_{t-1} + u_t \odot \tilde{h}_t$$
      """#),
    Phenomenon(
      "time steps in brackets, and entries that leave them out", wrong: [5, 7, 9, 11, 13],
      #"""
      $$Z(t) = X(t) \cdot U + S(t-1) \cdot W, \quad S(t) = \tanh(Z(t)), \quad G(t) = S(t) \cdot V$$
      $$\hat{Y}(t) = \text{softmax}(G(t)), \quad L(t) = -\sum_{i=1}^N \sum_{j=1}^C Y(t)_{i,j} \log(\hat{Y}_{i,j})$$
      $X(t): N \times D$, $S(t): N \times M$, $Y(t): N \times C$
      $$\frac{\partial L(t)}{\partial G(t)} = \hat{Y}(t) - Y(t)$$
      $$\frac{\partial L(t)}{\partial G(t)} = Y(t) - \hat{Y}(t)$$
      $$\frac{\partial L(t)}{\partial V} = S(t)^\top (\hat{Y}(t) - Y(t))$$
      $$\frac{\partial L(t)}{\partial V} = S(t-1)^\top (\hat{Y}(t) - Y(t))$$
      $$\frac{\partial S(t)_{m,n}}{\partial Z(t)_{i,j}} = \mathbf{1}(m=i, n=j) (1 - S(t)_{i,j}^2)$$
      $$\frac{\partial S(t)_{m,n}}{\partial Z(t)_{i,j}} = \mathbf{1}(m=i, n=i) (1 - S(t)_{i,j}^2)$$
      $$\frac{\partial G_{m,n}}{\partial V_{i,j}} = \mathbf{1}(n=j) S(t)_{m,i}$$
      $$\frac{\partial G_{m,n}}{\partial V_{i,j}} = \mathbf{1}(n=j) S(t)_{i,m}$$
      $$\frac{\partial L(t)}{\partial S(t-1)} = \frac{\partial L(t)}{\partial Z(t)} \frac{\partial Z(t)}{\partial S(t-1)} = \frac{\partial L(t)}{\partial Z(t)} W^\top$$
      $$\frac{\partial L(t)}{\partial S(t-1)} = \frac{\partial L(t)}{\partial Z(t)} W$$
      """#),
    Phenomenon(
      "rows and diagonals with dots between their entries", wrong: [4, 5, 7],
      #"""
      $$z_t = U x_t + W s_{t-1}, \quad s_t = \tanh(z_t), \quad g_t = V s_t, \quad \hat{y}_t = \text{softmax}(g_t)$$
      $$L_t = -\sum_{i=1}^C y_{t,i} \log(\hat{y}_{t,i})$$
      $$\frac{\partial L_t}{\partial \hat{y}_t} = \left[-\frac{y_{t,1}}{\hat{y}_{t,1}}, -\frac{y_{t,2}}{\hat{y}_{t,2}}, \cdots, -\frac{y_{t,C}}{\hat{y}_{t,C}}\right]$$
      $$\frac{\partial L_t}{\partial \hat{y}_t} = \left[-\frac{y_{t,1}}{\hat{y}_{t,1}}, \frac{y_{t,2}}{\hat{y}_{t,2}}, \cdots, -\frac{y_{t,C}}{\hat{y}_{t,C}}\right]$$
      $$\frac{\partial L_t}{\partial \hat{y}_t} = \left[\frac{y_{t,1}}{\hat{y}_{t,1}}, \frac{y_{t,2}}{\hat{y}_{t,2}}, \cdots, \frac{y_{t,C}}{\hat{y}_{t,C}}\right]$$
      $$\frac{\partial s_i}{\partial z_i} = \text{diag}((1 - s_{i,1}^2), (1 - s_{i,2}^2), \ldots, (1 - s_{i,D}^2))$$
      $$\frac{\partial s_i}{\partial z_i} = \text{diag}((1 - s_{i,1}^2), (1 - s_{i,2}), \ldots, (1 - s_{i,D}^2))$$
      """#),
    Phenomenon(
      "all steps from k to t, and the share of each", wrong: [4, 6, 8, 10, 12],
      #"""
      $$z_t = U x_t + W s_{t-1}, \quad s_t = \tanh(z_t), \quad o_t = V s_t, \quad L_t = \frac{1}{2} \|o_t - y_t\|^2$$
      $$o_{t,n} = \sum_{k=1}^M V_{n,k} s_{t,k}$$
      $$\frac{\partial s_t}{\partial s_k} = \frac{\partial s_t}{\partial s_{t-1}} \frac{\partial s_{t-1}}{\partial s_{t-2}} \cdots \frac{\partial s_{k+1}}{\partial s_k}$$
      $$\frac{\partial s_t}{\partial s_k} = \frac{\partial s_t}{\partial s_{t-1}} \frac{\partial s_{t-1}}{\partial s_{t-2}} \cdots \frac{\partial s_{k+2}}{\partial s_{k+1}}$$
      $$\frac{\partial s_t}{\partial s_k} = \prod_{i=k+1}^t \frac{\partial s_i}{\partial z_i} \frac{\partial z_i}{\partial s_{i-1}}$$
      $$\frac{\partial s_t}{\partial s_k} = \prod_{i=k}^t \frac{\partial s_i}{\partial z_i} \frac{\partial z_i}{\partial s_{i-1}}$$
      $$\frac{\partial L_t}{\partial W} = \sum_{k=1}^t \frac{\partial L_t}{\partial z_k} \frac{\partial z_k}{\partial W}$$
      $$\frac{\partial L_t}{\partial W} = \sum_{k=1}^{t-1} \frac{\partial L_t}{\partial z_k} \frac{\partial z_k}{\partial W}$$
      $$\frac{\partial L_t}{\partial z_k} \frac{\partial z_k}{\partial U} = \frac{\partial L_t}{\partial z_k} x_k^\top$$
      $$\frac{\partial L_t}{\partial z_k} \frac{\partial z_k}{\partial U} = \frac{\partial L_t}{\partial z_k} x_{k-1}^\top$$
      $$\frac{\partial s_t}{\partial W} = \frac{\partial s_t}{\partial W} + \frac{\partial s_t}{\partial s_{t-1}} \frac{\partial s_{t-1}}{\partial W}$$
      $$\frac{\partial L_t}{\partial W} = \frac{\partial L_t}{\partial z_t} s_{t-1}^\top$$
      """#),
    Phenomenon(
      "a cell that hands two quantities on", wrong: [5],
      #"""
      $$f_t = \sigma(W_f [h_{t-1}, x_t] + b_f), \quad i_t = \sigma(W_i [h_{t-1}, x_t] + b_i), \quad o_t = \sigma(W_o [h_{t-1}, x_t] + b_o)$$
      $$\tilde{C}_t = \tanh(W_C [h_{t-1}, x_t] + b_C), \quad C_t = f_t \odot C_{t-1} + i_t \odot \tilde{C}_t$$
      $$h_t = o_t \odot \tanh(C_t)$$
      $$\frac{dL}{d o_t} = \frac{dL}{d h_t} \cdot \tanh(C_t)$$
      $$\frac{dL}{d o_t} = \frac{dL}{d h_t} \cdot C_t$$
      $$\frac{dL}{d C_{t-1}} = \frac{dL}{dC} \cdot \frac{dC}{d C_{t-1}} = \frac{dL}{d C_t} \cdot f_t$$
      """#),
  ]
}
