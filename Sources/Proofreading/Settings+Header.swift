import LaTeX
import Networks
import Reading

extension Settings {
  /// What the first line says that `derive` prints above its formulas (`Network.english`); nil if there is none.
  ///
  ///     % 1-4-3-2, activation f, loss mse; w_{ij}^l leads from unit j of layer l to unit i of layer l+1
  ///
  /// In Markdown the same line is a paragraph, with what was typed between backticks.
  public init?(headerOf document: Document) {
    for block in document.blocks {
      switch block {
      case .comment(let prose), .prose(let prose):
        if let settings = Settings(header: Self.line(at: prose.text)) {
          self = settings
          return
        }
      case .heading, .formula, .directive, .macro: continue
      }
    }
    return nil
  }

  /// The rest of the line of the source on which `text` begins.
  private static func line(at text: LocatedText) -> String {
    let source = text.source
    let start = text.sourceRange(of: 0..<0).lowerBound
    var view = String.UnicodeScalarView()
    view.append(contentsOf: source.scalars[start..<source.lines[source.line(at: start)].upperBound])
    return String(view)
  }

  /// Reads the line itself.
  init?(header line: String) {
    let line = String(line.filter { $0 != "`" })
    guard let behind = line.parted(by: "; "), behind.after.parted(by: "leads from unit") != nil,
      let layers = behind.before.parted(by: ", activation"), let rest = layers.after.parted(by: ", loss "),
      let architecture = try? Architecture(parsing: layers.before)
    else { return nil }
    self.init()
    self.architecture = architecture
    activations = String(rest.before.drop { $0 == "s" }.drop { $0 == " " })
    bias = .vector
    batch = Batch.none
    var loss = rest.after
    for (words, kind) in [(", summed over a batch", Batch.sum), (", mean over a batch", .mean)] {
      guard let parts = loss.parted(by: words) else { continue }
      batch = kind
      loss = parts.before
    }
    for (words, kind) in [(", no biases", BiasKind.none), (", biases folded in as", .folded)] {
      guard let parts = loss.parted(by: words) else { continue }
      bias = kind
      loss = parts.before
    }
    guard let read = try? Loss(parsing: loss), (try? Activation.list(parsing: activations ?? "", for: architecture)) != nil
    else { return nil }
    self.loss = read
  }
}

extension String {
  /// What stands before and behind the first occurrence of `words`; nil where there is none.
  fileprivate func parted(by words: String) -> (before: String, after: String)? {
    let all = Array(unicodeScalars)
    let wanted = Array(words.unicodeScalars)
    guard all.count >= wanted.count,
      let start = (0...(all.count - wanted.count)).first(where: { all[$0...].starts(with: wanted) })
    else { return nil }
    func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return String(view)
    }
    return (string(all[..<start]), string(all[(start + wanted.count)...]))
  }
}
