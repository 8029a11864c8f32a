/// The part of a forward pass that changes when one pre-activation does, for many such changes side by side.
///
/// A *lane* is one sample of the network with one perturbation. Lanes stand in blocks, one row of units for each.
final class TailPass {
  private static let lanesPerBlock = 256
  /// The largest number of units in a block, for memory's sake.
  private static let mostUnits = 1 << 22

  private let perceptron: MultilayerPerceptron
  private let instance: NetworkInstance
  private let state: NetworkState<Double>
  private let runners: [LayerRunner<Double>]
  private let lossRunner: LossRunner<Double>
  /// Two rows of lanes × the widest layer, used in turn.
  private var front: UnsafeMutablePointer<Double>
  private var back: UnsafeMutablePointer<Double>
  private let capacity: Int
  private let totals: UnsafeMutablePointer<Double>

  /// The layer (0 is the input) and its unit whose pre-activation is perturbed, and what depends on them.
  private var place = 1
  private var unit = 0
  private var outgoing: [Double] = []

  /// How many perturbations are evaluated at a time.
  let perturbationsPerBlock: Int
  /// What rounding errors of the loss are relative to.
  let roundingScale: Double

  init(_ perceptron: MultilayerPerceptron, _ state: NetworkState<Double>) {
    self.perceptron = perceptron
    self.state = state
    instance = perceptron.instance
    runners = instance.layerFunctions.map { LayerRunner($0) }
    lossRunner = LossRunner(instance.loss)
    let widest = instance.widths.max() ?? 1
    let lanesPerPerturbation = Perturbation.stepCount * instance.samples
    perturbationsPerBlock = max(1, min(Self.lanesPerBlock, Self.mostUnits / widest) / lanesPerPerturbation)
    capacity = perturbationsPerBlock * lanesPerPerturbation * widest
    front = .allocate(capacity: capacity)
    back = .allocate(capacity: capacity)
    front.initialize(repeating: 0, count: capacity)
    back.initialize(repeating: 0, count: capacity)
    totals = .allocate(capacity: Perturbation.stepCount)
    totals.initialize(repeating: 0, count: Perturbation.stepCount)
    roundingScale = state.sampleLosses.reduce(0) { $0 + $1.magnitude } * perceptron.lossScale + 1
  }

  deinit {
    front.deallocate()
    back.deallocate()
    totals.deallocate()
  }

  /// Makes unit `unit` of the layer at `place` the one that is perturbed.
  func prepare(place: Int, unit: Int) {
    self.place = place
    self.unit = unit
    guard place < instance.depth else { return }
    let layer = instance.layout.layers[place]
    outgoing = (0..<layer.outputs).map { state.parameters[layer.weight($0, unit)] }
  }

  /// The number of activations computed for each lane.
  var unitsPerLane: Int {
    let behind = instance.widths.dropFirst(place + 1).reduce(0, +)
    return behind + (instance.layerFunctions[place - 1].isElementwise ? 1 : instance.widths[place])
  }

  /// Evaluates the loss for each perturbation and each of its steps.
  func evaluate(_ block: ArraySlice<Perturbation>, _ record: (Perturbation, UnsafePointer<Double>) -> Void) {
    let lanes = block.count * Perturbation.stepCount * instance.samples
    let isElementwise = instance.layerFunctions[place - 1].isElementwise
    fillPreactivations(block)
    if isElementwise {
      runners[place - 1].replaceUnits(front, count: lanes)
      spreadUnit(lanes)
      if place < instance.depth { pass(from: place + 1, lanes) }
    } else {
      spreadPreactivation(lanes)
      pass(from: place, lanes)
    }
    sumLosses(block, record)
  }

  /// front[lane] = z of the perturbed unit.
  private func fillPreactivations(_ block: ArraySlice<Perturbation>) {
    let width = instance.widths[place]
    let incomingWidth = instance.widths[place - 1]
    var lane = 0
    state.preactivations[place - 1].withUnsafeBufferPointer { z in
      state.activations[place - 1].withUnsafeBufferPointer { a in
        for perturbation in block {
          for number in 0..<Perturbation.stepCount {
            let step = perturbation.step(number)
            for sample in 0..<instance.samples {
              let incoming = perturbation.input.map { a[sample * incomingWidth + $0] } ?? 1
              front[lane] = z[sample * width + unit] + step * incoming
              lane += 1
            }
          }
        }
      }
    }
  }

  /// From the activation of the perturbed unit of each lane in `front`: at the output, the outputs of the lane; else the
  /// next layer's pre-activations z_k + w_ki·Δa_i.
  private func spreadUnit(_ lanes: Int) {
    let isOutput = place == instance.depth
    let width = instance.widths[place]
    let nextWidth = isOutput ? width : instance.widths[place + 1]
    let base = isOutput ? state.activations[place] : state.preactivations[place]
    base.withUnsafeBufferPointer { base in
      outgoing.withUnsafeBufferPointer { column in
        state.activations[place].withUnsafeBufferPointer { activation in
          for lane in 0..<lanes {
            let sample = lane % instance.samples
            let row = back + lane * nextWidth
            for next in 0..<nextWidth { row[next] = base[sample * nextWidth + next] }
            if isOutput {
              row[unit] = front[lane]
            } else {
              let change = front[lane] - activation[sample * width + unit]
              for next in 0..<nextWidth { row[next] += column[next] * change }
            }
          }
        }
      }
    }
    swap(&front, &back)
  }

  /// From the pre-activation of the perturbed unit of each lane in `front`: those of its whole layer.
  private func spreadPreactivation(_ lanes: Int) {
    let width = instance.widths[place]
    let base = state.preactivations[place - 1]
    base.withUnsafeBufferPointer { base in
      for lane in 0..<lanes {
        let sample = lane % instance.samples
        for other in 0..<width { back[lane * width + other] = base[sample * width + other] }
        back[lane * width + unit] = front[lane]
      }
    }
    swap(&front, &back)
  }

  /// From the pre-activations of the layer at `first` in `front` to the outputs.
  private func pass(from first: Int, _ lanes: Int) {
    state.parameters.withUnsafeBufferPointer { parameters in
      guard let parameters = parameters.baseAddress else { return }
      for place in first...instance.depth {
        runners[place - 1].replace(front, lanes: lanes)
        if place < instance.depth {
          let layer = instance.layout.layers[place]
          multiply(layer, parameters, front, back, lanes: lanes)
          swap(&front, &back)
        }
      }
    }
  }

  /// From the outputs in `front` to the loss of each step, summed over the samples.
  private func sumLosses(_ block: ArraySlice<Perturbation>, _ record: (Perturbation, UnsafePointer<Double>) -> Void) {
    let width = instance.loss.width
    var lane = 0
    state.targets.withUnsafeBufferPointer { targets in
      guard let targets = targets.baseAddress else { return }
      for perturbation in block {
        for number in 0..<Perturbation.stepCount {
          var sum = 0.0
          for sample in 0..<instance.samples {
            sum += lossRunner.value(targets: targets + sample * width, outputs: front + lane * width)
            lane += 1
          }
          totals[number] = sum * perceptron.lossScale
        }
        record(perturbation, totals)
      }
    }
  }
}
