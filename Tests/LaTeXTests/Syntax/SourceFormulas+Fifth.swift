extension SourceFormulas {
  static let fifth = #"""
    R = c_{11}p_1 \int_{S_1} f_x(x|C_1) dx + c_{22}p_2 \int_{S_2} f_x(x|C_2) dx + c_{21}p_1 \int_{S_2} f_x(x|C_1) dx + c_{12}p_2 \int_{S_1} f_x(x|C_2) dx
    S = S_1 \cup S_2, \quad S_1 \cap S_2 = \emptyset
    R = c_{21}p_1 + c_{22}p_2 + \int_{S_1} [p_2(c_{12}-c_{22}) f_x(x|C_2) - p_1(c_{21}-c_{11}) f_x(x|C_1)] dx
    C_1
    C_2
    c_{11}=c_{22}=0, c_{12}=c_{21}=C
    p_1 = p_2 = 0.5
    R = \frac{c}{2} + \int_{S_1} \left[ \frac{c}{2} f_x(x|C_2) \right] dx - \frac{c}{2} f_x(x|C_1) dx
    \begin{aligned} C_1 &= A \\ C_2 &= B \end{aligned}
    \frac{d}{dx} f_x(x|C_1) > \frac{d}{dx} f_x(x|C_2) \quad x = \begin{bmatrix} x \\ y \end{bmatrix}
    \text{OR} \quad \Lambda(x) = \frac{f_x(x|C_1)}{f_x(x|C_2)} > 1
    \begin{aligned} \Lambda(x) &\sim \exp\left(-\frac{1}{2} [x^2 - 2x + 1 + y^2 - 4y + 4 - x^2 - y^2]\right) \\ &= \exp\left(\frac{1}{2} (-2x - 4y + 5)\right) \end{aligned}
    \log \Lambda(x) > 0
    -\frac{1}{2} (-2x - 4y + 5) > 0
    2x + 4y - 5 > 0
    2x + 4y - 5 > 0 \quad \& \quad 2x + 4y - 5 < 0 \quad \text{for } C_2
    2x + 4y - 5 = 0
    y = \frac{5}{4} - \frac{x}{2}
    \begin{aligned} \mathbf{x}(n) &= (m+1)\text{-by-1 input vector} & y(n) &= \text{actual response (quantized)} \\ &= [+1, x_1(n), x_2(n), \dots, x_m(n)]^T & d(n) &= \text{desired response} \\ \mathbf{w}(n) &= (m+1)\text{-by-1 weight vector} & \eta &= \text{learning-rate parameter, a positive constant} \\ &= [b, w_1(n), w_2(n), \dots, w_m(n)]^T \\ b &= \text{bias} \end{aligned}
    \mathbf{w}(0) = 0
    n = 1, 2, \dots
    n
    \mathbf{x}(n)
    d(n)
    y(n) = \text{sgn}[\mathbf{w}^T(n)\mathbf{x}(n)]
    \text{sgn}(\cdot)
    \mathbf{w}(n+1) = \mathbf{w}(n) + \eta[d(n) - y(n)]\mathbf{x}(n)
    d(n) = \begin{cases} +1 & \text{if } \mathbf{x}(n) \text{ belongs to class } \mathcal{C}_1 \\ -1 & \text{if } \mathbf{x}(n) \text{ belongs to class } \mathcal{C}_2 \end{cases}
    R = c_{21}p_1 + c_{22}p_2 + \int_{S_1} [p_2(c_{12} - c_{22})f_X(X|C_2) - p_1(c_{21} - c_{11})f_X(X|C_1)] dX
    c_{11} = c_{22} = 0
    c_{12} = c_{21} = c
    R = \frac{c}{2} + \int_{S_1} \left[ \frac{c}{2} f_X(X|C_2) - \frac{c}{2} f_X(X|C_1) \right] dX
    f_X(X|C_2) dX - f_X(X|C_1) < 0
    \Lambda(x) = \frac{f_x(x|C_1)}{f_x(x|C_2)} > 1
    f_x(x|C_1) \propto \exp\left[-\frac{(x-1)^2 + (y-2)^2}{2\sigma_1^2}\right]
    f_x(x|C_2) \propto \exp\left[-\frac{(y^2 + x^2)}{2\sigma_2^2}\right]
    \sigma_1 = 1 \quad \sigma_2 = \sqrt{2}
    \log \Lambda(x) = -\left(\frac{(x-1)^2 + (y-2)^2}{2} - \frac{y^2 + x^2}{2}\right) > 0
    2(x^2 - 2x + 1 + y^2 - 4y + 4) - y^2 - x^2 < 0
    x^2 + y^2 - 4x - 8y + 10 < 0
    y^2 - 8y + 16 - 6 + x^2 - 4x < 0
    (y-4)^2 < 6 + 4x - x^2 - 4 + 4
    (y-4)^2 = 10 - (x-2)^2
    N_1 = 700
    N_2 = 1400
    \text{then } p_1 = \frac{700}{1400+700} = \frac{1}{3} \quad p_2 = 1 - p_1 = \frac{2}{3}
    R = \frac{c}{3} + \int_{s_1} \left[ 2 \frac{c}{3} f_X(x|C_2) - \frac{c}{3} f_X(x|C_1) \right] dx
    \Lambda(x) = \frac{f_X(x|C_1)}{f_X(x|C_2)} > 2
    \ln \Lambda(x) > 0
    p_1(x, y) = K_1 \text{ for } (x-1)^2 + (y-2)^2 < 2\sigma_1^2
    p_2(x, y) = K_2 \text{ for } x^2 + y^2 < 2\sigma_2^2
    f(x|C_1) = \begin{cases} K_1 & \text{if } (x-1)^2 + (y-2)^2 < 2 \\ 0 & \text{oth} \end{cases}
    f(x|C_2) = \begin{cases} K_2 & \text{if } x^2 + y^2 < 2 \\ 0 & \text{oth} \end{cases}
    \text{as } N_1 = N_2 \rightarrow p_1 = p_2 = 0.5 \quad C_{11} = C_{22} = 0 \quad C_{12} = C_{21} = 1
    R = \frac{C}{2} + \int_{S_1} \frac{C}{2} [f_x(x|C_2) dx - \frac{C}{2} f_x(x|C_1)] dx
    k_1
    k_2
    \int p dS = 1 \rightarrow k \int dS = k \cdot S = 1
    k = \frac{1}{S} \quad k_1 = k_2 = \frac{1}{2\pi}
    \text{So } \Lambda(x) = \begin{cases} 0 & \text{if } (x-1)^2 + (y-2)^2 > 2 \text{ only } \textcircled{1} \\ \infty & \text{if } x^2 + y^2 < 2 \text{ only } \textcircled{2} \\ 1 & \text{if } (x-1)^2 + (y-2)^2 < 2 \text{ \& } x^2 + y^2 < 2 \textcircled{3} \end{cases}
    \text{let } a_1 = (x-1)^2 + (y-2)^2 - 2 = x^2 + y^2 - 2x - 4y + 3
    a_2 = x^2 + y^2 - 2
    \text{So } a_1 = a_2 - 2x - 4y + 5
    \Lambda(x) = \begin{cases} 0 & \text{if } a_1 \geq 0 \text{ \& } a_2 \geq 0 \\ \infty & \text{if } a_2 \geq 0 \text{ \& } a_1 < 0 \\ 1 & \text{if } a_1 < 0 \text{ \& } a_2 < 0 \end{cases}
    a_1 = a_2
    \text{OR } -2x - 4y + 5 = 0
    a_1 - a_2 < 0
    \text{In } C_1 \text{ if } y > \frac{5}{4} - \frac{x}{2} \quad (a_1 < 0)
    y \leq \frac{5}{4} - \frac{x}{2}
    |x|
    p_1(x, y) = k_1 \quad \text{if } (x-1)^2 + (y-2)^2 < 2
    p_2(x, y) = k_2 \quad \text{if } x^2 + y^2 < 4
    R = \dots \rightarrow \int \dots (f(x|C_1) - f(x|C_2)) \dots
    \Lambda(x) = \frac{f(x|C_1)}{f(x|C_2)} > 1
    f(x|C_1) = \begin{cases} k_1 & \text{if } (x-1)^2 + (y-2)^2 < 2 \\ 0 & \text{oth} \end{cases}
    f(x|C_2) = \begin{cases} k_2 & \text{if } x^2 + y^2 < 4 \\ 0 & \text{oth} \end{cases}
    k = \frac{1}{\pi r^2} \Rightarrow k_1 = \frac{1}{2\pi} \quad k_2 = \frac{1}{4\pi}
    \text{Let } a_1 = (x-1)^2 + (y-2)^2 - 2
    a_2 = x^2 + y^2 - 4
    \Lambda(X) = \begin{cases} 0 & a_1 > 0 \\ \infty & a_1 < 0 \text{ \& \& } a_2 < 0 \\ 2 & a_1 < 0 \text{ \& \& } a_2 > 0 \end{cases}
    a_1 = x^2 + y^2 - 2x - 4y + 5 - 2 = a_2 - 2x - 4y + 7
    \Lambda(x) > 1
    a_1 - a_2 < 0 \rightarrow
    y \geq \frac{7}{4} - \frac{x}{2}
    y < \frac{7}{4} - \frac{x}{2}
    4y + 2x - 7 = 0
    p_1 = \frac{1}{3}
    p_2 = \frac{2}{3}
    \Lambda(x) > \epsilon
    \frac{f(x|C_1)}{f(x|C_2)} > 2 \quad \text{Let } a_1 = (x-1)^2 + (y-2)^2 - 2
    \Lambda(x) = \begin{cases} 0 & a_1 > 0 \\ \infty & a_1 < 0 \text{ \& } a_2 < 0 \\ 2 & a_1 < 0 \text{ \& } a_2 > 0 \end{cases}
    \text{So } a_1 < 0 \text{ \& } a_2 < 0 \rightarrow a_1 - a_2 < 0
    y > -\frac{x}{2} + \frac{7}{4} \rightarrow \text{class A}
    y \leq \frac{7}{4} - \frac{x}{2} \leftarrow \text{class B}
    f
    x \rightarrow W^{(1)} \rightarrow h^{(1)} \rightarrow W^{(2)} \rightarrow h^{(2)} \rightarrow W^{(3)} \rightarrow y
    h_k^{(1)} = f\left(\sum_{n=0}^N W_{nk}^{(1)} x_n\right) = f(\hat{h}_k^{(1)})
    h_e^{(2)} = f\left(\sum_{k=0}^K W_{ke}^{(2)} h_k^{(1)}\right) = f(\hat{h}_e^{(2)})
    y_m = f\left(\sum_{e=0}^L W_{em}^{(3)} h_e^{(2)}\right) = f(\hat{y}_m)
    y
    w_{ij}^{(s)}(n+1) = w_{ij}^{(s)}(n) - \frac{\partial L}{\partial w_{ij}^{(s)}} \cdot \eta \quad \leftarrow \text{learning rate}
    y \rightarrow L(y)
    \frac{\partial L}{\partial w_{lm}^{(3)}} = \sum \frac{\partial L}{\partial y_m} \cdot \frac{\partial y_m}{\partial w_{lm}^{(3)}}
    L = \frac{1}{2} \sum_i^N (d^i - y^i)^2 = \frac{1}{2} \sum_s^S \sum_{k=1}^L (d_k^s - y_k^s)^2
    S
    \frac{\partial L}{\partial y_m} = \frac{1}{2} \sum_{s=1}^S \sum_{n=1}^m - (d_n^s - y_n^s) = - \sum_{s=1}^S (d_n^s - y_n^s)
    \frac{\partial y_m}{\partial w_{lm}^{(3)}} = f'(\hat{y}_m) \cdot \frac{\partial \hat{y}_m}{\partial w_{lm}^{(3)}} = f'(\hat{y}_m) \cdot h_l^{(2)}
    \frac{dL}{dW_{el}^{(3)}} = - \sum_{j=1}^S \delta_l^{(3)} h_e^{(2)} \quad \delta_l^{(3)} \equiv f'(\hat{y}_l^{(3)}) (y_l^{(3)} - \hat{y}_l^{(3)})
    \frac{dL}{dW_{ke}^{(2)}} = \sum_m \frac{dL}{d\hat{y}_m} \cdot \frac{d\hat{y}_m}{dW_{ke}^{(2)}}
    \frac{dL}{d\hat{y}_m} = \frac{dL}{d\hat{y}_m} \cdot \frac{d\hat{y}_m}{d\hat{y}_m} = \left( - \sum_j d_m^{(3)} - y_m^{(3)} \right) \cdot f'(\hat{y}_m^{(3)})
    \frac{d\hat{y}_m}{dW_{ke}^{(2)}} = \frac{d}{dW_{ke}^{(2)}} \left( \sum_l W_{el}^{(3)} h_e^{(2)} \right) = W_{em}^{(3)} \frac{dh_e^{(2)}}{dW_{ke}^{(2)}} \rightarrow h_i^{(K)}
    = W_{em}^{(3)} \cdot f'(\hat{h}_e^{(2)}) \cdot \frac{d}{dW_{ke}^{(2)}} \left( \sum_l W_{le}^{(2)} \cdot h_l^{(K)} \right)
    \frac{dL}{dW_{ke}^{(2)}} = \sum_m \underbrace{\left( - \sum_j d_m^{(3)} - y_m^{(3)} \right) \cdot f'(\hat{y}_m^{(3)})}_{\delta_m^{(3)}} \cdot W_{em}^{(3)} \cdot f'(\hat{h}_e^{(2)}) \cdot h_l^{(K)}
    \frac{dL}{dW_{ke}^{(2)}} = - \sum_{j=1}^S \delta_k^{(2)} h_k^{(1)}
    \delta_l^{(3)} = f'(\hat{h}_l^{(2)}) \sum_{m=1}^M \delta_m^{(3)} W_{ml}^{(3)}
    W^{(1)}
    \frac{\partial L_0}{\partial w_{nk}^{(1)}} = \sum_{s=1}^S \sum_l^L \frac{\partial L_0}{\partial \hat{h}_l^{(2)s}} \cdot \frac{\partial \hat{h}_l^{(2)s}}{\partial w_{nk}^{(1)}} \quad \text{summed over all } l \text{ to get rid of } l \text{ (chain rule)}
    \frac{\partial L_0}{\partial \hat{h}_l^{(2)}}
    \frac{\partial L_0}{\partial w_{kl}^{(2)}} = - \sum_{s=1}^S \delta_k^{(2)s} \hat{h}_l^{(1)s} = - \sum \delta_k^{(2)s} f(\hat{h}_k^{(1)s})
    \frac{\partial L_0}{\partial \hat{h}_l^{(2)}} = \sum_m \frac{\partial L_0}{\partial \hat{y}_m} \cdot \frac{\partial \hat{y}_m}{\partial \hat{h}_l^{(2)}} \quad \text{to include all dimensions}
    = \sum_m (- \sum_s d_m^s - y_m^s) \cdot f'(\hat{y}_m^s) \cdot w_{lm}^{(3)}
    \frac{\partial \hat{h}_l^{(2)}}{\partial w_{nk}^{(1)}} = f'(\hat{h}_l^{(2)}) \cdot w_{kl}^{(2)} \cdot \frac{\partial (\sum_n w_{nk}^{(1)} x_n)}{\partial w_{nk}^{(1)}} \cdot f'(\hat{h}_k^{(1)})
    = f'(\hat{h}_l^{(2)}) \cdot w_{kl}^{(2)} \cdot x_n
    M \ K \ L
    L_0 = \sum_s \sum_l \sum_m - (d_m^s - y_m^s) \cdot f'(\hat{y}_m^s) w_{lm}^{(3)} f'(\hat{h}_l^{(2)}) w_{kl}^{(2)} x_n f'(\hat{h}_k^{(1)})
    \frac{\partial L_0}{\partial w_{mk}^{(1)}} = - \sum_{s=1}^S \delta_k^{(3)s} x_n, \quad \delta_k^{(3)s} = f'(\hat{h}_k^{(1)s}) \sum_{l=1}^L \delta_l^{(2)s} w_{lk}^{(2)}
    w_{em}^{(3)}
    \Delta w_{em}^{(3)}
    \text{as } y_m = \sum_{l=1}^L w_{em}^{(3)} \hat{h}_l^{(2)} \rightarrow \Delta \hat{y}_m = \Delta w_{em}^{(3)} \hat{h}_l^{(2)} \quad \text{only one weight is changes}
    L = \frac{1}{2} \sum_s \sum_m (d_m^s - y_m^s)^2
    \Delta y_m = f(\Delta \hat{y}_m) = f(\hat{y}_m) \Delta y_m
    \Delta y_m
    \begin{aligned} \Delta L &= \frac{1}{2} \sum_s (d_m^s - y_m^s - \Delta y_m^s)^2 \\ &= \frac{1}{2} \sum_s (d_m^s - y_m^s)^2 \left(1 - \frac{\Delta y_m^s}{d_m^s - y_m^s}\right)^2 \approx \frac{1}{2} \sum_s (d_m^s - y_m^s) \Delta y_m^s \end{aligned}
    \Delta L = \sum_s (d_m^s - y_m^s) \Delta y_m^s
    \Delta L = \sum_s (d_m^s - y_m^s) \cdot h_e^{(2)s} \Delta w_{em} f'(\hat{y}_m^s)
    \frac{\partial L}{\partial w_{em}^{(1)}} = \sum_s \delta_m^{(3)s} h_e^{(2)s} \quad \delta_m^{(3)} = f'(\hat{y}_m^s) (d_m^s - y_m^s)
    w_{ke}^{(2)}
    \Delta w_{ke}^{(2)}
    \hat{h}_e^{(2)}
    \text{so } \Delta \hat{h}_e^{(2)} = \Delta w_{ke}^{(2)} \cdot h_k^{(1)}
    \Delta h_e^{(2)} = f(\Delta \hat{h}_e^{(2)}) = f'(\hat{h}_e^{(2)}) \cdot \Delta w_{ke}^{(2)} h_k^{(1)}
    \Delta \hat{y} = \sum_m w_{em} \cdot \Delta h_e
    \Delta
    (N \times K \times L \times M)
    m
    h_e
    \Delta y = f(\Delta \hat{y}) = f(\hat{y} + \Delta \hat{y}) - f(\hat{y}) = f'(\hat{y}) \Delta y
    f'(y) = \lim_{\Delta y \rightarrow 0} \frac{f(\hat{y} + \Delta \hat{y}) - f(\hat{y})}{\Delta y}
    \Delta h_e = \sum_s (d_m^s - y_m^s) \Delta y = \sum_s \sum_m f'(\hat{y}) \cdot w_{em} \cdot h_k^{(1)} \cdot \Delta w_{kp}^{(1)}
    \frac{\Delta R_o}{\Delta w_{ke}^{(2)}} = - \sum_{s=1}^S \delta_k^{(2)} h_k^{(1)s} \quad N \times K \times L \times M
    \delta_k^{(2)s} = f'(h_k^{(2)s}) \sum_{m=1}^M \delta_m^{(3)} w_{em}^{(3)} \quad \text{of one neuron}
    w_{pk}^{(1)}
    \Delta w_{ke}^{(1)}
    \Delta \hat{h}_k^{(1)} = \Delta w_{pk} \cdot x_p
    \Delta h_k^{(1)} = f(\Delta \hat{h}_k^{(1)}) = f'(\hat{h}_k^{(1)}) \cdot \Delta \hat{h}_k^{(1)}
    \Delta h_e^{(2)} = \sum_p w_{ke} \Delta \hat{h}_k^{(1)}
    p
    \Delta \hat{y} = \sum_m w_{em} \Delta \hat{h}_e^{(2)}
    y = f'(\hat{y}) \Delta \hat{y}
    \Delta h_e = \sum_s -(d_n^s - y_n^s) \Delta y \quad \text{Going in reverse}
    = \sum_s - \sum_n \sum_p (d_n^s - y_n^s) f'(\hat{y}) \cdot w_{em} \cdot w_{ke} f'(\hat{h}_1) \cdot x_n \Delta w_{nk}
    \frac{\Delta h_e}{\Delta w_{nk}} = - \sum_{s=1}^S \delta_k^{(3)s} x_n, \quad \delta_k^{(3)s} = f'(h_k^{(1)s}) \sum_{l=1}^L \delta_l^{(2)s} w_{lk}^{(2)}
    \Delta w
    \Delta w \rightarrow 0
    \frac{dL}{dw^{(1)}}
    \frac{\partial L}{\partial w} \rightarrow \frac{dL}{dw}
    """#
}
