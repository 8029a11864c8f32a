extension MacroTable {
  /// Macros that notes use without a definition in sight, because a package or a style file has it; what a document defines
  /// itself should be merged over them.
  public static let customary = MacroTable(
    collectedFrom: #"""
      \newcommand{\pdv}[2]{\frac{\partial #1}{\partial #2}} \newcommand{\pderiv}[2]{\frac{\partial #1}{\partial #2}}
      \newcommand{\dv}[2]{\frac{d #1}{d #2}} \newcommand{\deriv}[2]{\frac{d #1}{d #2}}
      \DeclarePairedDelimiter{\norm}{\lVert}{\rVert} \DeclarePairedDelimiter{\abs}{\lvert}{\rvert}
      \newcommand{\vect}[1]{\mathbf{#1}} \newcommand{\mat}[1]{\mathbf{#1}} \newcommand{\vb}[1]{\mathbf{#1}}
      \newcommand{\transpose}[1]{{#1}^T} \newcommand{\trans}[1]{{#1}^T} \newcommand{\grad}{\nabla}
      \newcommand{\vartriangle}{\Delta} \newcommand{\triangle}{\Delta} \newcommand{\bigtriangleup}{\Delta}
      \newcommand{\varDelta}{\Delta} \newcommand{\triangledown}{\nabla} \newcommand{\bigtriangledown}{\nabla}
      \newcommand{\E}{\mathbb{E}} \newcommand{\RR}{\mathbb{R}} \newcommand{\NN}{\mathbb{N}}
      """#)
}
