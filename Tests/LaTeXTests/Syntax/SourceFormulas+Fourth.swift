extension SourceFormulas {
  static let fourth = #"""
    \delta_j^{(l)} = \frac{\partial c}{\partial z_j^{(l)}}
    \delta_j^{(l)}
    c
    a^{(L)}
    c = c(a^{(L)})
    \uparrow
    \delta_j^{(L)}
    \delta_j^{(L)} = \frac{\partial c}{\partial z_j^{(L)}} = \frac{\partial c}{\partial a_j^{(L)}} \frac{\partial a_j^{(L)}}{\partial z_j^{(L)}}
    \delta_j^{(L)} = \frac{\partial c}{\partial a_j^{(L)}} g_L'(z_j^{(L)}) \quad (1)
    l < L
    \delta_j^{(l)} = \frac{\partial c}{\partial z_j^{(l)}} = \sum_{k=1}^{n_{l+1}} \underbrace{\frac{\partial c}{\partial z_k^{(l+1)}}}_{= \delta_k^{(l+1)}} \frac{\partial z_k^{(l+1)}}{\partial z_j^{(l)}}
    \text{where } \frac{\partial z_k^{(l+1)}}{\partial z_j^{(l)}} = \frac{\partial}{\partial z_j^{(l)}} \left[ \sum_{i=1}^{n_{l+1}} a_i^{(l)} W_{ik}^{(l+1)} + b_k^{(l+1)} \right]
    = \sum_i g_l'(z_i^{(l)}) \frac{\partial z_i^{(l)}}{\partial z_j^{(l)}} W_{ik}^{(l+1)}
    = g_l'(z_j^{(l)}) W_{jk}^{(l+1)}
    \Rightarrow \delta_j^{(l)} = \sum_k \delta_k^{(l+1)} W_{kj}^{(l+1)T} g_l'(z_j^{(l)}) \quad (2)
    \begin{aligned}\frac{\partial C}{\partial W_{ij}^{(l)}} &= \sum_{k=1}^{n_l} \frac{\partial C}{\partial z_k^{(l)}} \frac{\partial z_k^{(l)}}{\partial W_{ij}^{(l)}} \\ &= \sum_k \delta_k^{(l)} \frac{\partial}{\partial W_{ij}^{(l)}} \sum_m \left( a_m^{(l-1)} W_{mk}^{(l)} + b_k^{(l)} \right) \\ \boxed{\frac{\partial C}{\partial W_{ij}^{(l)}}} &= a_i^{(l-1)} \delta_j^{(l)} \quad (3)\end{aligned}
    \begin{aligned}\frac{\partial C}{\partial b_j^{(l)}} &= \sum_k \frac{\partial C}{\partial z_k^{(l)}} \frac{\partial z_k^{(l)}}{\partial b_j^{(l)}} \\ \boxed{\frac{\partial C}{\partial b_j^{(l)}}} &= \delta_j^{(l)} \quad (4)\end{aligned}
    \vec{a}^{(0)} = \vec{x}
    l = 1, \dots, L
    \vec{a}^{(l)} = g_l(\vec{a}^{(l-1)} W^{(l)} + \vec{b}^{(l)})
    \vec{\delta}^{(L)}
    l = L-1, \dots, 1
    \vec{\delta}^{(l)}
    \partial C / \partial W_{ij}^{(l)}
    \partial C / \partial b_j^{(l)}
    \left. \begin{aligned} W_{ij}^{(l)} &= W_{ij}^{(l)} - \eta \frac{\partial C}{\partial W_{ij}^{(l)}} \\ b_j^{(l)} &= b_j^{(l)} - \eta \frac{\partial C}{\partial b_j^{(l)}} \end{aligned} \right\} \begin{array}{l} \text{or use an} \\ \text{alternative} \\ \text{to GD} \end{array}
    """#
}
