import Derivations
import Expressions
import LaTeX
import Networks
import Reading

extension Notes.Remark {
  /// The subject of the remark that stands in the first line of a report: "a 1-4-3-2 network, one f on all layers".
  static let network = "network"

  /// How notes about a told network are read.
  static func told(_ network: Network, _ notation: Notation) -> [Notes.Remark] {
    [Notes.Remark(Self.network, English.network(network))]
  }
}
