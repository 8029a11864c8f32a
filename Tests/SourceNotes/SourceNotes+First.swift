extension SourceNotes {
  /// The first source note.
  public static let first = #"""


    $$\frac{\partial L}{\partial w_{ij}^3} = \underbrace{\frac{\partial L}{\partial z_i^4}}_{\delta_i^4} \cdot \#
    \underbrace{\frac{\partial z_i^4}{\partial w_{ij}^3}}_{a_j^3}$$

    $$\frac{\partial L}{\partial w_{ij}^2} = \underbrace{\frac{\partial L}{\partial z_i^3}}_{\delta_i^3} \cdot \#
    \underbrace{\frac{\partial z_i^3}{\partial w_{ij}^2}}_{a_j^2}$$

    $$\frac{\partial L}{\partial w_{ij}^1} = \underbrace{\frac{\partial L}{\partial z_i^2}}_{\delta_i^2} \cdot \#
    \underbrace{\frac{\partial z_i^2}{\partial w_{ij}^1}}_{x_j}$$

    Calculate  $\delta_i^4$  first and using that solve for  $\delta_i^3, \delta_i^2, \delta_i^1$  in a recursive \#
    manner.

    ### "Delta Learning Rule"

    $$L(\theta) = \frac{1}{2} \sum_{i=1}^n (y_i - \hat{y}_i)^2$$

    $\downarrow$\#u{20}\#u{20}\#u{20}
     $w, b$                        $\rightarrow$  GT value

    $$z_i^2 = \sum_{j=1}^1 w_{ij} x_j + b_i, \quad i=1,2,3,4$$

    $$a_i^2 = f(z_i^2)$$

    $$z_i^3 = \sum_{j=1}^2 w_{ij} a_j^2 + b_i^2, \quad i=1,2,3$$

    $$a_i^3 = f(z_i^3)$$

    \#u{20}
    $$z_i^4 = \sum_{j=1}^3 w_{ij}^3 a_j^3 + b_i^3, \quad i=1,2$$

    $$a_i^4 = f(z_i^4)$$

    $$\frac{\partial L}{\partial w_{ij}^3} = \underbrace{\frac{\partial L}{\partial z_i^4}}_{\delta_i^4} \cdot \#
    \underbrace{\frac{\partial z_i^4}{\partial w_{ij}^3}}_{a_j^3} \quad \therefore \frac{\partial z_i^4}{\partial \#
    w_{ij}^3} = a_j^3$$

    $$\frac{\partial L}{\partial w_{ij}^2} = \underbrace{\frac{\partial L}{\partial z_i^3}}_{\delta_i^3} \cdot \#
    \underbrace{\frac{\partial z_i^3}{\partial w_{ij}^2}}_{a_j^2} \quad \frac{\partial z_j^4}{\partial a_i^3} = \#
    w_{ji}^3$$

    $$\frac{\partial L}{\partial w_{ij}^1} = \underbrace{\frac{\partial L}{\partial z_i^2}}_{\delta_i^2} \cdot \#
    \underbrace{\frac{\partial z_i^2}{\partial w_{ij}^1}}_{x_j}$$



    $$\delta_i^4 = \frac{\partial L}{\partial z_i^4} = (y_i - \hat{y}_i) \cdot \underbrace{\frac{\partial (y_i - \#
    \hat{y}_i)}{\partial z_i^4}}_{f'(z_i^4)}$$

    $$\delta_i^3 = \frac{\partial L}{\partial z_i^3} = \frac{\partial L}{\partial a_i^3} \cdot \frac{\partial \#
    a_i^3}{\partial z_i^3} = f'(z_i^3)$$

    $$\frac{\partial L}{\partial a_i^3} = \sum_{j=1}^2 \frac{\partial L}{\partial z_j^4} \cdot \frac{\partial \#
    z_j^4}{\partial a_i^3} = \sum_{j=1}^2 \delta_j^4 \cdot w_{ji}^3$$

    $$\Rightarrow \delta_i^3 = \left( \sum_{j=1}^2 \delta_j^4 \cdot w_{ji}^3 \right) \cdot f'(z_i^3)$$

    wrt  $z_i^4$

    $$\frac{\partial L}{\partial z_i^4} = \frac{1}{2} \frac{\partial}{\partial z_i^4} \left( \sum_{i=1}^2 (y_i - \#
    \hat{y}_i)^2 \right)$$

    $$= \frac{1}{2} \frac{\partial}{\partial z_i^4} \left( \sum_{i=1}^2 (y_i - \hat{y}_i) \right)$$

    $$= \frac{\partial}{\partial z_i^4} ((y_1 - \hat{y}_1) + (\hat{y}_2 - y_2))$$

    $$= (y_1 - \hat{y}_1) \left( \frac{\partial (y_1 - \hat{y}_1)}{\partial z_i^4} \right) + (\hat{y}_2 - y_2) \#
    \left( \frac{\partial (\hat{y}_2 - y_2)}{\partial z_i^4} \right)$$

    $$= (y_1 - \hat{y}_1) \left( \frac{\partial \hat{y}_1}{\partial z_i^4} \right) + (\hat{y}_2 - y_2) \left( \#
    \frac{\partial \hat{y}_2}{\partial z_i^4} \right)$$

    $$\Rightarrow \delta_i^3 = \left( \sum_{j=1}^2 \delta_j^4 \cdot w_{ji}^3 \right) \cdot f'(z_i^3)$$

    $$\Rightarrow \delta_i^2 = \left( \sum_{j=1}^2 \delta_j^3 \cdot w_{ji}^2 \right) \cdot f'(z_i^2)$$

    $$\text{In general } \delta_i^l = \sum_{j=1}^{\delta_{l+1}}$$

    $\delta_{l+1}$   $\rightarrow$  # of neurons in  $(l+1)^{\text{th}}$  layer

    $$\delta_i^l = \left( \sum_{j=1}^{\delta_{l+1}} \delta_j^{l+1} \cdot w_{ji}^l \right) \cdot f'(z_i^l)$$

    $$\begin{aligned} &= (\hat{y}_1 - y_1) \left( \frac{\partial \hat{y}_1}{\partial z_i^4} \right) + (\hat{y}_2 \#
    - y_2) \left( \frac{\partial \hat{y}_2}{\partial z_i^4} \right) \\ &= (\hat{y}_1 - y_1) \frac{\partial \#
    \hat{y}_1}{\partial z_i^4} \end{aligned}$$
    """#
}
