extension SourceNotes {
  /// The third source note.
  public static let third = #"""


    Output of neuron  $j$  in layer  $l$

    $$x_j^{(l)} = g\left(\sum_{i=0}^{d^{(l-1)}} w_{ij}^{(l)} x_i^{(l-1)}\right)$$

    \#u{20}
    $$= g(s_j^{(l)})$$

    $s_j^{(l)}$  is the weighted input to node  $j$  in layer  $l$

    $w_{ij}^{(l)}$  is weight from node  $i$  (in layer  $l-1$ ) to node  $j$  (in layer  $l$ )

    Error on example  $(x_n, y_n)$  is  $e(h(x_n), y_n) = e(w)$\#u{20}\#u{20}\#u{20}
     We use  $h$  to denote the function computed by the neural network.

    $$\nabla e(w) = \frac{\partial e(w)}{\partial w_{ij}^{(l)}}$$



    $$\frac{\partial e(w)}{\partial w_{ij}^{(l)}} = \frac{\partial e(w)}{\partial s_j^{(l)}} \times \#
    \frac{\partial s_j^{(l)}}{\partial w_{ij}^{(l)}}$$

    $$= \delta_j^{(l)} \times x_i^{(l-1)}$$

    Define  $\delta_j^{(l)} = \frac{\partial e(w)}{\partial s_j^{(l)}}$

    For the final layer  $l=L$  and  $j=1$ . For  $e(h(x_n), y_n)$\#u{20}\#u{20}\#u{20}
     Squared error,  $\frac{\partial e(w)}{\partial s_1^{(L)}} = \frac{\partial}{\partial s_1^{(L)}} \left[ \#
    \frac{1}{2} (g(s_1^{(L)}) - y_n)^2 \right]$

    BASE STEP

    $$= (g(s_1^{(L)}) - y_n) \cdot g'(s_1^{(L)}) \quad \text{--- (1)}$$

    This will change if we use a different loss function.

    ## INDUCTION STEP

    $$\delta_i^{(l-1)} = \frac{\partial e(w)}{\partial s_i^{(l-1)}}$$

    $$= \sum_j \frac{\partial e(w)}{\partial s_j^{(l)}} \times \frac{\partial s_j^{(l)}}{\partial x_i^{(l-1)}} \#
    \times \frac{\partial x_i^{(l-1)}}{\partial s_i^{(l-1)}}$$

    $$\delta_i^{(l-1)} = \sum_j \delta_j^{(l)} w_{ij}^{(l)} g'(s_i^{(l-1)})$$

    $$= g'(s_i^{(l-1)}) \sum_j w_{ij}^{(l)} \delta_j^{(l)} \quad \dots \textcircled{2}$$

    We have thus defined an iterative algorithm for computing  $\delta$  for every node

    - Compute it for nodes on output layer  $L$  using  $\textcircled{1}$
    - Compute it for a layer  $(l-1)$  using  $\delta$  values at a layer  $(l)$  using  $\textcircled{2}$

    Once this process has concluded, we can use

    $$\frac{\partial e(w)}{\partial w_{ij}^{(l)}} = \delta_j^{(l)} x_i^{(l-1)} \quad \text{to compute}$$

    the derivative with respect to any weight  $w_{ij}^{(l)}$

    These notes are based on Prof. Yaser Abu-Mostafa (Caltech)'s lectures on machine learning which are available \#
    on Youtube. The backpropagation algorithm is described in Lecture 10.
    """#
}
