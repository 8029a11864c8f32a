/// Why a formula has no value at some numbers.
enum EvaluationFault: Error, Equatable {
  /// A value is infinite, or none: a logarithm of a negative number. Other numbers may do.
  case nonFinite
  /// A value lies at a kink, where slopes are not defined. Other numbers may do.
  case kink
  /// A symbol that is defined by itself.
  case circular(String)
  /// Nothing says how this depends on what it is differentiated by.
  case unknownDependence(String, on: String)
  /// What the interpreter does not know; in plain English.
  case unsupported(String)
  /// It takes too long.
  case tooMuch

  /// Whether other numbers may do better.
  var isAboutNumbers: Bool { self == .nonFinite || self == .kink }

  /// In plain English.
  var text: String {
    switch self {
    case .nonFinite: "no numbers were found for which both sides have a value"
    case .kink: "its values lie at kinks"
    case .circular(let name): "\(name) is defined by itself"
    case .unknownDependence(let name, let variable): "nothing says how \(name) depends on \(variable)"
    case .unsupported(let what): what
    case .tooMuch: "its numbers are too many to compute"
    }
  }
}
