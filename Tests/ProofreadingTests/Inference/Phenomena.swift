import Testing

/// Small notes, each with something about writing formulas that the reader has to understand.
struct Phenomenon: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  /// The lines, from 1, on which something is wrong.
  let wrong: Set<Int>

  init(_ name: String, wrong: Set<Int> = [], _ text: String) {
    testDescription = name
    self.text = text
    self.wrong = wrong
  }
}

extension Phenomenon {
  static let table: [Phenomenon] = [
    Phenomenon(
      "matrices that enter their layer", wrong: [6, 8],
      #"""
      $$z^l = W^l a^{l-1} + b^l$$
      $$a^l = \sigma(z^l)$$
      $$\delta^l = \frac{\partial C}{\partial z^l}$$
      $$\delta^L = \nabla_a C \odot \sigma'(z^L)$$
      $$\delta^l = ((W^{l+1})^T \delta^{l+1}) \odot \sigma'(z^l)$$
      $$\delta^l = (W^{l+1} \delta^{l+1}) \odot \sigma'(z^l)$$
      $$\frac{\partial C}{\partial W^l} = \delta^l (a^{l-1})^T$$
      $$\frac{\partial C}{\partial b^l} = \delta^l \odot \sigma'(z^l)$$
      """#),
    Phenomenon(
      "rows", wrong: [5],
      #"""
      $$z^{(l)} = a^{(l-1)} W^{(l)} + b^{(l)}$$
      $$a^{(l)} = g(z^{(l)})$$
      $$\delta^{(l)} = \frac{\partial C}{\partial z^{(l)}}$$
      $$\delta^{(l)} = (\delta^{(l+1)} (W^{(l+1)})^T) \odot g'(z^{(l)})$$
      $$\frac{\partial C}{\partial W^{(l)}} = \delta^{(l)} (a^{(l-1)})^T$$
      $$\frac{\partial C}{\partial W^{(l)}} = (a^{(l-1)})^T \delta^{(l)}$$
      """#),
    Phenomenon(
      "weights that leave their layer, layers in brackets", wrong: [4],
      #"""
      $$z_i^{(l+1)} = \sum_{j=1}^{s_l} W_{ij}^{(l)} a_j^{(l)} + b_i^{(l)}, \quad a_i^{(l)} = f(z_i^{(l)})$$
      $$\delta_i^{(l)} = \frac{\partial J}{\partial z_i^{(l)}}$$
      $$\delta_i^{(l)} = \left( \sum_{j=1}^{s_{l+1}} W_{ji}^{(l)} \delta_j^{(l+1)} \right) f'(z_i^{(l)})$$
      $$\frac{\partial J}{\partial W_{ij}^{(l)}} = a_i^{(l)} \delta_j^{(l+1)}$$
      $$\frac{\partial J}{\partial W_{ij}^{(l)}} = a_j^{(l)} \delta_i^{(l+1)}$$
      """#),
    Phenomenon(
      "Einstein's convention", wrong: [5],
      #"""
      $$z^l_i = W^l_{ij} a^{l-1}_j + b^l_i$$
      $$a^l_i = \sigma(z^l_i)$$
      $$\delta^l_i = \frac{\partial C}{\partial z^l_i}$$
      $$\delta^l_i = \delta^{l+1}_k W^{l+1}_{ki} \sigma'(z^l_i)$$
      $$\delta^l_i = \delta^{l+1}_k W^{l+1}_{ik} \sigma'(z^l_i)$$
      $$\frac{\partial C}{\partial W^l_{ij}} = \delta^l_i a^{l-1}_j$$
      """#),
    Phenomenon(
      "the constant unit as bias", wrong: [4],
      #"""
      $$s_j^{(l)} = \sum_{i=0}^{d^{(l-1)}} w_{ij}^{(l)} x_i^{(l-1)}, \quad x_j^{(l)} = \theta(s_j^{(l)})$$
      $$\delta_j^{(l)} = \frac{\partial e}{\partial s_j^{(l)}}$$
      $$\frac{\partial e}{\partial w_{ij}^{(l)}} = \delta_j^{(l)} x_i^{(l-1)}$$
      $$\delta_i^{(l-1)} = \sum_j \delta_j^{(l)} w_{ij}^{(l)}$$
      $$\delta_i^{(l-1)} = \sum_j \delta_j^{(l)} w_{ij}^{(l)} \theta'(s_i^{(l-1)})$$
      """#),
    Phenomenon(
      "a sigmoid that only its slope tells", wrong: [5],
      #"""
      $$z_i^l = \sum_j w_{ij}^l a_j^{l-1} + b_i^l, \quad a_i^l = \sigma(z_i^l)$$
      $$C = \frac{1}{2} \sum_k (y_k - a_k^L)^2$$
      $$\frac{\partial a_i^l}{\partial z_i^l} = a_i^l (1 - a_i^l)$$
      $$\frac{\partial C}{\partial z_k^L} = (a_k^L - y_k) a_k^L (1 - a_k^L)$$
      $$\frac{\partial C}{\partial z_k^L} = (y_k - a_k^L) a_k^L (1 - a_k^L)$$
      """#),
    Phenomenon(
      "an error with a minus sign", wrong: [5],
      #"""
      $$z_i^l = \sum_j w_{ij}^l a_j^{l-1}, \quad a_i^l = f(z_i^l), \quad E = \frac{1}{2} \sum_k (t_k - a_k^L)^2$$
      $$\delta_k^L = (t_k - a_k^L) f'(z_k^L)$$
      $$\frac{\partial E}{\partial w_{ij}^l} = -\delta_i^l a_j^{l-1}$$
      $$w_{ij}^l \leftarrow w_{ij}^l + \eta \delta_i^l a_j^{l-1}$$
      $$w_{ij}^l \leftarrow w_{ij}^l - \eta \delta_i^l a_j^{l-1}$$
      """#),
    Phenomenon(
      "layers in the letters of the indices", wrong: [6],
      #"""
      $$a_j = \sum_i w_{ji} z_i$$
      $$z_j = h(a_j)$$
      $$a_k = \sum_j w_{kj} z_j$$
      $$\delta_j = \frac{\partial E}{\partial a_j}$$
      $$\delta_j = h'(a_j) \sum_k w_{kj} \delta_k$$
      $$\delta_j = h'(a_j) \sum_k w_{jk} \delta_k$$
      $$\frac{\partial E}{\partial w_{ji}} = \delta_j z_i$$
      """#),
    Phenomenon(
      "the slope of the sigmoid", wrong: [7],
      #"""
      \begin{align}
      \sigma(x) &= \frac{1}{1 + e^{-x}} \\
      \frac{d\sigma(x)}{dx} &= \frac{e^{-x}}{(1 + e^{-x})^2} \\
      &= \left( \frac{1 + e^{-x} - 1}{1 + e^{-x}} \right) \left( \frac{1}{1 + e^{-x}} \right) \\
      &= (1 - \sigma(x)) \sigma(x)
      \end{align}
      $$\frac{d\sigma(x)}{dx} = (1 - \sigma(x))^2$$
      """#),
    Phenomenon(
      "numbers, to the digits that are shown", wrong: [4],
      #"""
      $$0.15 \cdot 0.05 + 0.2 \cdot 0.1 + 0.35 \cdot 1 = 0.3775$$
      $$\frac{1}{1 + e^{-0.3775}} = 0.593269992$$
      $$0.593269992 (1 - 0.593269992) = 0.241300709$$
      $$\frac{1}{2} (0.01 - 0.75136507)^2 = 0.274711083$$
      $$\frac{1}{2} (0.01 - 0.75136507)^2 = 0.274811083$$
      """#),
    Phenomenon(
      "gradients of a circuit", wrong: [5],
      #"""
      $$q = x + y$$
      $$f = q z$$
      $$\frac{\partial f}{\partial q} = z$$
      $$\frac{\partial f}{\partial x} = \frac{\partial f}{\partial q} \frac{\partial q}{\partial x}$$
      $$\frac{\partial f}{\partial z} = x - y$$
      """#),
    Phenomenon(
      "softmax by cases", wrong: [4],
      #"""
      $$p_i = \frac{e^{z_i}}{\sum_k e^{z_k}}$$
      $$\frac{\partial p_i}{\partial z_j} = p_i (\delta_{ij} - p_j)$$
      $$\frac{\partial p_i}{\partial z_i} = p_i (1 - p_i)$$
      $$\frac{\partial p_i}{\partial z_i} = p_i (p_i - 1)$$
      """#),
    Phenomenon(
      "sums with dots", wrong: [4],
      #"""
      $$z_k^{(l)} = w_{k0}^{(l)} x_0 + w_{k1}^{(l)} a_1^{(l-1)} + \dots + w_{kj}^{(l)} a_j^{(l-1)} + \dots$$
      $$a_k^{(l)} = g(z_k^{(l)})$$
      $$\frac{\partial z_k^{(l)}}{\partial w_{kj}^{(l)}} = a_j^{(l-1)}$$
      $$\frac{\partial z_k^{(l)}}{\partial a_j^{(l-1)}} = w_{jk}^{(l)}$$
      """#),
    Phenomenon(
      "a chain over several displays, with a reason in between", wrong: [6],
      #"""
      $$\tanh x = \frac{e^x - e^{-x}}{e^x + e^{-x}}$$
      $$\frac{d}{dx} \tanh x = \frac{(e^x + e^{-x})^2 - (e^x - e^{-x})^2}{(e^x + e^{-x})^2}$$
      $$\because e^x e^{-x} = 1$$
      $$= 1 - \tanh^2 x$$
      Wrong would be
      $$\frac{d}{dx} \tanh x = 1 - \tanh x$$
      """#),
    Phenomenon(
      "primes in all spellings", wrong: [5],
      #"""
      $$f(x) = x^3$$
      $$f'(x) = 3x^2$$
      $$f^\prime(x) = 3 x^{2}$$
      $$f\prime(x) = 3 x x$$
      $$f^{'}(x) = 2x^3$$
      """#),
    Phenomenon(
      "macros of their own", wrong: [5],
      #"""
      \newcommand{\pd}[2]{\frac{\partial #1}{\partial #2}}
      $$z^l = W^l a^{l-1} + b^l, \quad a^l = \sigma(z^l)$$
      $$\delta^l = \pd{C}{z^l}$$
      $$\pd{C}{W^l} = \delta^l (a^{l-1})^\top$$
      $$\pd{C}{W^l} = \delta^{l-1} (a^{l-1})^\top$$
      $$\pd{C}{b^l} = \delta^l$$
      """#),
  ]
}
