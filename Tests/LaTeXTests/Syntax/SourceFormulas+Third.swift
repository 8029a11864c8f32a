extension SourceFormulas {
  static let third = #"""
    j
    l
    x_j^{(l)} = g\left(\sum_{i=0}^{d^{(l-1)}} w_{ij}^{(l)} x_i^{(l-1)}\right)
    = g(s_j^{(l)})
    s_j^{(l)}
    w_{ij}^{(l)}
    i
    l-1
    (x_n, y_n)
    e(h(x_n), y_n) = e(w)
    h
    \nabla e(w) = \frac{\partial e(w)}{\partial w_{ij}^{(l)}}
    \frac{\partial e(w)}{\partial w_{ij}^{(l)}} = \frac{\partial e(w)}{\partial s_j^{(l)}} \times \frac{\partial s_j^{(l)}}{\partial w_{ij}^{(l)}}
    = \delta_j^{(l)} \times x_i^{(l-1)}
    \delta_j^{(l)} = \frac{\partial e(w)}{\partial s_j^{(l)}}
    l=L
    j=1
    e(h(x_n), y_n)
    \frac{\partial e(w)}{\partial s_1^{(L)}} = \frac{\partial}{\partial s_1^{(L)}} \left[ \frac{1}{2} (g(s_1^{(L)}) - y_n)^2 \right]
    = (g(s_1^{(L)}) - y_n) \cdot g'(s_1^{(L)}) \quad \text{--- (1)}
    \delta_i^{(l-1)} = \frac{\partial e(w)}{\partial s_i^{(l-1)}}
    = \sum_j \frac{\partial e(w)}{\partial s_j^{(l)}} \times \frac{\partial s_j^{(l)}}{\partial x_i^{(l-1)}} \times \frac{\partial x_i^{(l-1)}}{\partial s_i^{(l-1)}}
    \delta_i^{(l-1)} = \sum_j \delta_j^{(l)} w_{ij}^{(l)} g'(s_i^{(l-1)})
    = g'(s_i^{(l-1)}) \sum_j w_{ij}^{(l)} \delta_j^{(l)} \quad \dots \textcircled{2}
    \delta
    L
    \textcircled{1}
    (l-1)
    (l)
    \textcircled{2}
    \frac{\partial e(w)}{\partial w_{ij}^{(l)}} = \delta_j^{(l)} x_i^{(l-1)} \quad \text{to compute}
    """#
}
