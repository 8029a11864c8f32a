/// A reader that gathers blocks.
protocol BlockReader {
  /// Where the blocks go.
  var collector: BlockCollector { get set }
}

extension BlockReader {
  /// Reads into a collector, which changes hands meanwhile: of the blocks gathered so far there is never a second copy,
  /// which every cell of a notebook or a table would take time to make.
  mutating func collect(into collector: inout BlockCollector, by reading: (inout Self) -> Void) {
    swap(&self.collector, &collector)
    reading(&self)
    swap(&self.collector, &collector)
  }
}
