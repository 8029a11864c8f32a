import Expressions
import LaTeX
import Networks

/// What the letters of some notes stand for, and how they are written: one reading of the notes.
struct Vocabulary {
  /// Where a letter carries the number of its layer.
  enum LayerPlace: Hashable {
    case none
    case superscript
    case `subscript`
  }

  /// What part a letter plays in a layered network.
  enum Role: String, Hashable, CaseIterable {
    case weight, bias, preactivation, activation, input, target, prediction, delta, loss, rate

    /// Whether the units of a layer have one each, so that every sample has its own.
    var isOfUnits: Bool {
      switch self {
      case .preactivation, .activation, .input, .target, .prediction, .delta: true
      case .weight, .bias, .loss, .rate: false
      }
    }
  }

  /// What one letter stands for.
  struct Letter {
    /// The family of symbols.
    var family: Family
    /// Where its layer stands.
    var place: LayerPlace
    /// The number of axes of the array that the letter without subscripts is.
    var rank: Int
    /// Whether the letter without subscripts is an array where the notes have no other arrays.
    var isWhole = false
    /// Whether only custom tells the rank.
    var isRankGuessed = false
    /// Whether lines in arrays tell the rank, and not the subscripts.
    var isRankInferred = false
    /// Whether it is of a time step: all steps have arrays of one size.
    var isOfSteps = false
    /// Whether a line says that it is a row: δ = uᵀ ∘ f′(z)ᵀ.
    var isToldRow = false
    /// The letters that stand first of two below it, and never second: u_i is row i of u_{ik}.
    var rowIndices: Set<String> = []
    /// Whether its rows are written as columns: W_j · h, W_jᵀh.
    var hasColumnsForRows = false
    /// Its part in the network.
    var role: Role?
    /// Whether a superscript in round brackets numbers a sample.
    var isSampled = false
    /// Whether what stands below it numbers a sample, of which only one is considered.
    var dropsSubscripts = false
    /// Whether it has a column for each sample of a batch.
    var isBatch = false
    /// The part of the quantity whose shape it has, if it plays none itself: y′ beside y.
    var shape: Role?
    /// Whether brackets behind it only say what it depends on: f(w) = ½(wᵀx − y)².
    var isScalarFunction = false
    /// The index that the letter has without showing it: u = −z_i is one u for each i.
    var hiddenIndex: String?
    /// Which of its two subscripts numbers the sample of which it is the vector: that of x_i, or of x^{(i)}; nil for others.
    var sampleSlot: Int?
  }

  /// Which number the first unit of a layer has.
  enum Counting: Hashable {
    case fromOne
    /// 0, …, n − 1.
    case fromZero
    /// 0, …, n, although there is no unit for the bias.
    case loose
  }

  /// The number of the last layer.
  enum Depth: Hashable {
    case letter(String)
    case number(Int)
  }

  /// How a layered network is written.
  struct Conventions: Hashable {
    /// Whether w^l enters layer l, instead of leaving it for layer l + 1.
    var weightsEnterTheirLayer = true
    /// Whether the i of w_{ij} is the unit that the weight leads to.
    var outputIndexFirst = true
    /// Whether vectors are rows, z = a W + b.
    var rowVectors = false
    /// Whether the constant unit 0 stands for the bias.
    var isFolded = false
    /// What δ is the derivative of the loss by: the pre-activation, or the activation.
    var deltaOfActivation = false
    /// −1 if δ carries a minus sign.
    var deltaSign = 1
    /// Whether p, in notes that write entries p_i, stands for all of them, where nothing else is an array.
    var takesWholes = false
    /// Whether a loss that no line defines is a function of the last step only, as at the end of a sequence.
    var lossIsOfLastStep = false
    /// Whether errors of samples are derivatives of the cost of all, not of the loss of each.
    var errorsAreOfCost = false
    /// The function that an undefined activation sign is; nil for any.
    var activation: String?
    /// The function of the output layer, if it is another one; `identity`, `softmax`.
    var outputActivation: String?
    /// The loss where no line defines it; nil for any.
    var loss: Loss?
    /// Whether the last one counts of the steps that contradict one another about what a quantity is.
    var takesLastImplied = false
    /// Whether the targets that a cross-entropy weighs logarithms with add up to 1, though no line says so.
    var targetsAddUpToOne = false
    /// Whether the derivative of a column by a column has the variable along its rows.
    var denominatorLayout = false
    /// Whether the derivative of a number by a column is a row, and δ with it.
    var gradientsAreRows = false
  }

  var letters: [String: Letter] = [:]
  /// The letters of costs that a line says to be sums over samples, where each sample's has the letter, too: C = Σ_x C_x.
  var sampleTotals: Set<String> = []
  /// Whether a line says that errors are derivatives of the cost of one sample, beside such a sum.
  var errorsAreOfOneSample = false
  /// The constants of which the notes say that they are positive, and those that lie between 0 and 1.
  var positives: Set<String> = []
  var fractions: Set<String> = []
  /// The matrices that the text says to be symmetric.
  var symmetric: Set<String> = []
  /// The variable of ∇f, where lines say what f(x) is.
  var gradientVariables: [String: MathNode] = [:]
  /// The argument that a quantity is introduced with, which the formulas do not show: the x of y(x) = wx + b.
  var writtenArguments: [String: String] = [:]
  /// The letters that a d makes a derivative of the loss: the w of dw = x dz.
  var codeNames: Set<String> = []
  /// Whether they are derivatives of the loss of one sample behind the number of a sample, where the loss is a mean.
  var codeNamesAreOfSamples = false
  /// The letters of costs that lines define as sums over numbered samples, in networks.
  var lettersOfCost: Set<String> = []
  /// The letter of what adds up the losses of samples, beside code names.
  var costOfSamples: String?
  /// Whether a d makes a differential: dL = δᵀ dz.
  var usesDifferentials = false
  /// The letters that vary where it does, since nothing says what they are computed from.
  var variations: [String] = []
  /// The letters that are functions, and the functions' names.
  var functions: [String: String] = [:]
  /// Whether letters stand without subscripts as well that have an index elsewhere.
  var mixesWholes = false
  /// What they are applied to.
  var appliedFunctions: [String: AppliedFunction] = [:]
  /// The names of those whose values are arrays of another shape than their arguments.
  var wholeFunctions: Set<String> = []
  var depth: Depth = .number(1)
  /// How units are counted.
  var counting = Counting.fromOne
  /// The letter of the last layer where the notes are about a network of a number of layers all the same.
  var depthLetter: String?
  /// The highest number that a layer has.
  var highestLayer: Int?
  /// The number of the input layer.
  var inputLayer = 0
  /// The letter that numbers time steps, and the first step at which something is computed.
  var stepLetter: String?
  var firstStep = 1
  /// Whether the loss of all steps is another quantity than that of each: L = Σ_t L_t.
  var hasTotalOfSteps = false
  /// The letters that number layers.
  var layerLetters: Set<String> = []
  /// Whether the text speaks of gradient ascent, and of no descent.
  var goesUp = false
  /// The one letter that layers have, where all that carries a layer carries this one: what a line leaves out is this layer,
  /// and a number above a letter is a power.
  var soleLayerLetter: String?
  /// The letters that number samples in superscripts.
  var sampleLetters: Set<String> = []
  /// Those of them that sums run over.
  var summedSamples: Set<String> = []
  /// The letters that number samples beside layers.
  var numberedSamples: Set<String> = []
  /// The letters that say how many there are of something: N of Σ_{i=1}^N.
  var sizeLetters: Set<String> = []
  /// The size that an index letter runs up to throughout.
  var sizesOfIndices: [String: String] = [:]
  /// The shapes that the notes declare.
  var declarations: [ShapeDeclaration] = []
  /// Widths that are known, by layer.
  var widths: [Int: Int] = [:]
  /// The lowest of the layers that have as many units as one with a number, where skip connections tell that.
  var equallyWide: [Int: Int] = [:]
  /// Whether all layers have as many units, as skip connections at every layer need.
  var hasOneWidth = false
  /// The last layer, where it has one unit whose weights are a column: ŷ = wᵀh.
  var singleOutput: Int?
  /// The letters of these weights, and those of the last layer that do not carry its number.
  var columnWeights: Set<String> = []
  var outputLetters: Set<String> = []
  /// Whether the notes are about a layered network; else every letter is what its own definition says.
  var isLayeredNetwork = false
  /// Which of the two subscripts of z_{is} numbers the sample of a batch; nil where there is one sample, or none is written.
  var sampleSlot: Int?
  /// How many layers the units that an index letter numbers lie above those of another one, where the letters of the weights
  /// tell: w_{ij} and w_{jk} lead from i to j to k.
  var unitHeights: [String: Int] = [:]
  /// The index letter of the units whose activations a letter stands for, where other letters stand for those of others:
  /// hidden y_j and outputs z_k.
  var ownUnits: [String: String] = [:]
  /// Which axis of a batch numbers the units: the second one where its rows are samples, Z = X W; nil where that is not told.
  var unitSlot: Int?
  /// Whether letters without subscripts are arrays.
  var hasArrays = false
  /// Whether some letters stand for all samples of a batch.
  var hasBatches = false
  /// Whether the notes divide by the number of samples that their batches are matrices of.
  var takesMeans = false
  /// The letter for the number of samples of a batch.
  var sampleCount: String?
  var conventions = Conventions()
  /// The functions that carry the number of their layer.
  var layeredFunctions: Set<String> = []
  /// The letters that number time steps in brackets behind every quantity, y(n), and stand nowhere else.
  var timeLetters: Set<String> = []
  /// The numbers that stand below the loss.
  var lossNumbers: Set<Int> = []
  /// Whether the loss of the conventions was told, and not inferred.
  var isLossTold = false
  /// Whether the loss of all samples is another quantity than that of one.
  var hasTotalLoss = false
  /// The targets that stand below as the classes of samples: the y_i of p_{y_i}.
  var classLabels: Set<String> = []
  /// What numbers the samples of which one is considered.
  var loneSample: String?
  /// Whether the losses of samples, L_i, are quantities of their own.
  var hasSampleLosses = false
  /// Whether a repeated index means a sum.
  var usesEinsteinConvention = false
  /// Whether that holds for indices that stand but once, where the left side does not have them.
  var sumsLoneIndices = false
  /// The words for a cross-entropy that no line defines: the CE of J = CE(y, ŷ).
  var crossEntropies: Set<String> = []
  /// Functions whose definitions are told, not written.
  var ownFunctions: [String: Activation] = [:]
  /// Whether a δ with two indices is the error of a unit and a pattern, and not Kronecker's.
  var hasErrorsOfPairs = false
  /// Whether a line says which derivative of the loss δ is.
  var definesDelta = false
  /// The function that activations are of pre-activations, where a line says so.
  var activationFunction: String?
  /// Whether e is a quantity of the notes, and Euler's number only with an exponent that no error has.
  var namesErrorE = false
  /// The letters of the identity matrix.
  var identities: Set<String> = []

  /// The letter that plays a part, the first by name where several do.
  func letter(for role: Role) -> String? {
    letters.filter { $0.value.role == role }.min {
      ($0.value.isBatch ? 1 : 0, $0.key) < ($1.value.isBatch ? 1 : 0, $1.key)
    }?.key
  }
}

extension Vocabulary {
  /// The function that makes activations of pre-activations: as the conventions or the defining lines say, else the most
  /// customary one of those that occur.
  var activationName: String {
    let order = ["f", "sigma", "g", "phi", "varphi", "h", "psi", "s", "theta"]
    func rank(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
    let shortest = functions.values.filter { $0.count <= 6 }.min { (rank($0), $0) < (rank($1), $1) }
    return conventions.activation ?? activationFunction ?? shortest ?? "f"
  }

  /// The subscripts of a quantity of unit `unit` of a layer, and of sample `sample` of a batch where it numbers samples.
  func units(_ unit: Expression, sample: Expression?) -> [Expression] {
    guard let sample, let slot = sampleSlot else { return [unit] }
    return slot == 0 ? [sample, unit] : [unit, sample]
  }

  /// Whether a letter is the number of the last layer.
  func isDepth(_ letter: String) -> Bool { depth == .letter(letter) || depthLetter == letter }
}

/// A dimension: the number of values that a subscript takes.
enum Dimension: Hashable {
  /// The units of a layer, `offset` above the layer of the symbol itself.
  case units(offset: Int)
  /// The units of a layer with a number that counts from the input.
  case inputUnits
  /// The units of the last layer.
  case outputUnits
  /// The samples of a batch.
  case samples
  /// A dimension of its own.
  case own(String)
}

extension Vocabulary {
  /// What subscript number `slot` of a family runs over, and from where.
  func dimension(of letter: Letter, slot: Int) -> (dimension: Dimension, lower: Int) {
    // What numbers a sample stands behind what numbers a unit.
    if letter.isSampled, letter.rank == 0 || slot == letter.sampleSlot { return (.own("samples#0"), 1) }
    let upper = conventions.weightsEnterTheirLayer ? 0 : 1
    if letter.isBatch, slot == 1 { return (.samples, 1) }
    if slot == sampleSlot, letter.rank == 2, letter.role?.isOfUnits == true { return (.samples, 1) }
    switch letter.role ?? letter.shape {
    case .weight:
      let isOutput = (slot == 0) == conventions.outputIndexFirst
      return isOutput ? (.units(offset: upper), 1) : (.units(offset: upper - 1), conventions.isFolded ? 0 : 1)
    case .bias: return (.units(offset: upper), 1)
    case .preactivation, .delta: return (.units(offset: 0), 1)
    case .activation: return (.units(offset: 0), 1)
    case .input: return (.inputUnits, conventions.isFolded ? 0 : 1)
    case .target, .prediction: return (.outputUnits, 1)
    case .loss, .rate, nil:
      // What else a layer has, it has for each of its units.
      if isLayeredNetwork, letter.family.isLayered, letter.rank == 1 { return (.units(offset: 0), 1) }
      return (.own("\(letter.family.name)#\(slot)"), 1)
    }
  }

  /// The first and the last layer that a family exists at, the last one counted from the depth.
  func layerRange(of letter: Letter) -> (first: Int, beforeLast: Int) {
    switch letter.role ?? letter.shape {
    case .weight, .bias:
      conventions.weightsEnterTheirLayer ? (inputLayer + 1, 0) : (inputLayer, 1)
    case .preactivation, .delta: (inputLayer + 1, 0)
    case .activation: (inputLayer, 0)
    default: (inputLayer, 0)
    }
  }
}
