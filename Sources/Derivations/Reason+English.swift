import Expressions

/// A piece of a sentence with formulas in it.
public enum PhrasePart: Hashable, Sendable {
  /// English words.
  case words(String)
  /// A formula.
  case formula(Expression)
  /// The letter of a symbol or the name of a function, without its indices or arguments.
  case letter(of: Expression)
  /// The name of a function.
  case function(Function)
  /// Something as it was typed.
  case typed(String)
}

extension Reason {
  /// The reason in English. The words hold no relation sign, so that the output reads back.
  public var english: [PhrasePart] {
    switch self {
    case .definition(let term): [.words("definition of"), .letter(of: term)]
    case .assumption: [.words("assumption")]
    case .rule(let rule): [.words(rule.rawValue)]
    case .onlyDependence(let term, let variable):
      [.words("only"), .formula(term), .words("depends on"), .formula(variable)]
    case .othersDoNotDepend(let variable): [.words("the other outputs do not depend on"), .formula(variable)]
    case .onlyOneTerm(let variable): [.words("only one term contains"), .formula(variable)]
    case .targetIsConstant: [.words("the target is constant")]
    case .slope(let function): [.words("slope of"), .function(function)]
    case .insert(let term): [.words("insert"), .formula(term)]
    case .underAssumption: [.words("by the assumption")]
    case .sameWith(let variable): [.words("the same with"), .formula(variable)]
    case .gradientDescent: [.words("gradient descent")]
    }
  }
}
