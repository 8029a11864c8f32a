extension SourceNotes {
  /// The second source note.
  public static let second = #"""


    $$\frac{1}{2} \sum_{k=1}^n (y_k - a_k^{(l)})^2 = \text{RSS}$$

    $$W_{kj}^{(l-1)} := W_{kj}^{(l-1)} - \eta \cdot \frac{\partial \text{RSS}}{\partial W_{kj}^{(l-1)}} \quad (1)$$

    $$\frac{\partial \text{RSS}}{\partial W_{kj}} = \frac{\partial \text{RSS}}{\partial a_k^{(l)}} \cdot \#
    \frac{\partial a_k^{(l)}(z_k^{(l)})}{\partial (z_k^{(l)})} \cdot \frac{\partial z_k^{(l)}}{\partial W_{kj}} \#
    \Rightarrow$$

    \#u{20}
    $$\Rightarrow \frac{\partial \text{RSS}}{\partial W_{kj}} = - \underbrace{\left(y_k - a_k^{(l)} \#
    \right)}_{\delta_k^{(l)}} \underbrace{\left(1 - a_k^{(l)} \right)}_{\delta_k^{(l)}} \#
    \underbrace{a_k^{(l)}}_{a_j^{(l-1)}}$$

    $$\Rightarrow \frac{\partial \text{RSS}}{\partial W_{kj}} = - \delta_k^{(l)} \cdot a_j^{(l-1)} \quad (2)$$

    $$(1) \wedge (2) \Rightarrow W_{kj}^{(l-1)} := W_{kj}^{(l-1)} + \eta \delta_k^{(l)} a_j^{(l-1)}$$

    learning rate

    All these calculations for the final layer (W^5)



    $$a_k^{(l)} = g\left(\frac{z_k^{(l)}}{\delta_k^{(l)}}\right) = \frac{1}{1 + e^{-z_k^{(l)}}}$$

    $$D = [X | Y]$$

    \#u{20}
    $$z_k^{(l)} = W_{k0}^{(l)} x_0 + W_{k1}^{(l)} a_1^{(l-1)} + \dots + W_{kj}^{(l)} a_j^{(l-1)} + \dots$$

    $$\begin{aligned} \frac{\partial a_k^{(l)}(z)}{\partial z} &= \left(\frac{1}{1 + e^{-z}} \right)^2 = \\ &= \#
    \frac{1}{(1 + e^{-z})^2} = \\ &= \left(1 - \frac{1}{1 + e^{-z}} \right) \cdot \left(\frac{1}{1 + e^{-z}} \#
    \right) = \\ &= (1 - a_k^{(l)}) (a_k^{(l)}) \end{aligned}$$

    $$\frac{\partial RSS}{\partial w_{ji}^{(l-2)}} \cdot \frac{\partial RSS}{\partial a_j^{(l-1)}} \cdot \#
    \frac{\partial a_j^{(l-1)}}{\partial z_j^{(l-1)}} \cdot \frac{\partial z_j^{(l-1)}}{\partial w_{ji}^{(l-2)}} \#
    \quad \text{output}(l)$$

    $\underbrace{\hspace{10em}}_{\text{hidden}} \quad \left. \begin{matrix} l-1 \\ l-2 \end{matrix} \right\}$

    $$= \frac{\partial RSS}{\partial a_j^{(l-1)}} (1 - a_j^{(l-1)}) a_j^{(l-1)} a_i^{(l-2)} =$$



    $$= \frac{\partial RSS}{\partial a_k^{(l)}} \cdot \frac{\partial a_k^{(l)}}{\partial z_k^{(l)}} \cdot \#
    \frac{\partial z_k^{(l)}}{\partial a_j^{(l-1)}} \cdot \dots$$

    $$= - \sum_k (y_k - a_k^{(l)}) \cdot a_k^{(l)} (1 - a_k^{(l)}) \cdot w_{kj}^{(l-1)} \cdot \dots$$

    $\underbrace{\hspace{10em}}_{\delta_k^{(l)}} \quad \downarrow$

    $$RSS = \frac{1}{2} \sum_k (y_k - a_k^{(l)})^2$$

    $$z_j^{(l-1)} = w_{j0} x_0 + w_{j1} a_1^{(l-2)} + \dots + w_{ji} a_i^{(l-2)}$$

    $$z_k^{(l)} = w_{k0} x_0 + w_{k1} a_1^{(l-1)} + \dots + w_{kj} a_j^{(l-1)}$$

    $$= - \sum_k \delta_k^{(l)} \cdot w_{kj}^{(l-1)} \cdot (1 - a_j^{(l-1)}) a_j^{(l-1)} a_i^{(l-2)}$$

    $\underbrace{\hspace{10em}}_{\delta_j^{(l-1)}} \cdot a_i^{(l-2)}$

    $$\Rightarrow \frac{\partial RSS}{\partial w_{ji}^{(l-2)}} = - \delta_j^{(l-1)} \cdot a_i^{(l-2)}$$
    """#
}
