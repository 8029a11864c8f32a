import LaTeX

/// What letters carry without showing it, written out as the whole of a document tells it: δ_{kj} for I_{kj}, σ(z) for σ, h_1
/// for h, y_k for y_{nk}. What is to be read afterwards shows it.
struct ImpliedMarks: UniformNotationMark {
  private let identity: IdentityEntries
  private let functions: BareFunctions
  private let layers: UnnumberedLayers
  private let samples: SamplesOfLosses
  private let fonts: FontTwins

  /// What `formulas` tell; each kind of mark is looked for in formulas that have the kinds before it.
  init(_ formulas: [MathFormula]) {
    let identity = IdentityEntries(formulas)
    self.identity = identity
    let functions = BareFunctions(formulas)
    self.functions = functions
    let applied = formulas.map { functions.marked(identity.marked($0)) }
    layers = UnnumberedLayers(applied)
    samples = SamplesOfLosses(applied)
    fonts = FontTwins(applied)
  }

  /// `formula` with these marks.
  func marked(_ formula: MathFormula) -> MathFormula {
    fonts.marked(samples.marked(layers.marked(functions.marked(identity.marked(formula)))))
  }
}
