import LaTeX

/// A way of writing that some notes have, found out from all their formulas: it is brought into the form that everything
/// behind it reads.
protocol NotationMark: Sendable {
  /// Formula `number` of the notes in that form.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula
}

/// A way of writing that is the same in all formulas.
protocol UniformNotationMark: NotationMark {
  /// A formula in the form that everything behind it reads.
  func marked(_ formula: MathFormula) -> MathFormula
}

extension UniformNotationMark {
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula { marked(formula) }
}

/// The ways of writing that some notes have, in the order in which they are taken: each stage is found out from formulas
/// that the stages before it have changed. A new one is added to the list in the initializer.
struct NotationMarks: Sendable {
  /// The formulas of the notes with all marks.
  private(set) var formulas: [MathFormula]
  private var marks: [any NotationMark] = []

  /// What `formulas`, those of `document` with words as one node each, tell of how they are written.
  init(_ formulas: [MathFormula], in document: Document) {
    self.formulas = formulas
    put { [LostThinSpaces($0), ConditionalProbabilities(), BareSums()] }
    put { [StepSuperscripts($0), StepArguments($0), SampleSuperscripts($0)] }
    put { [OmittedSteps($0)] }
    put { [PatternSubscripts($0), JacobianNotation($0)] }
    put { [SuperscriptLabels($0), WordLabels($0), PatternSuperscripts($0)] }
    put { _ in [Concatenations()] }
    put { [LastLayerName($0), LabelReader($0)] }
    put { [SoleLayer($0)] }
    put { [LayerNames($0)] }
    put { [NumberedLayersBelow($0)] }
    put { [LayersBelow($0), LayerLetterNames($0), UnitInputs($0)] }
    put { [LayerInputs($0)] }
    put { [ImpliedMarks($0)] }
    put { formulas in
      let hypothesis = HypothesisFunction(formulas)
      return [
        ClassLabels(formulas), NetworkOutput(formulas), hypothesis,
        SampleLosses(areAboutUnit: hypothesis.isAboutUnit),
      ]
    }
    put { [ExampleFunctions($0), Reassignments($0)] }
    put { [Momentum($0)] }
    put { [InlineCases(in: document, $0), CorrectClass(in: document, $0)] }
    put { formulas in
      let kinds = UnitKinds(formulas)
      return [kinds, SoftmaxDummies(formulas, besides: kinds.letters)]
    }
  }

  /// Finds the marks of one stage, and puts them in their order.
  private mutating func put(_ stage: ([MathFormula]) -> [any NotationMark]) {
    let found = stage(formulas)
    formulas = formulas.enumerated().map { number, formula in
      found.reduce(formula) { $1.marked($0, number) }
    }
    marks += found
  }

  /// Another formula in the place of formula `number`, with all marks.
  func marked(_ formula: MathFormula, _ number: Int) -> MathFormula {
    marks.reduce(formula) { $1.marked($0, number) }
  }

  /// The mark of one kind.
  func mark<Mark: NotationMark>(_ kind: Mark.Type) -> Mark? { marks.lazy.compactMap { $0 as? Mark }.first }
}
