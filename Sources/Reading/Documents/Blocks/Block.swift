/// A piece of a document, in the order of reading.
public enum Block: Sendable {
  case heading(Heading)
  case prose(Prose)
  case formula(Formula)
  case directive(Directive)
  case macro(MacroDefinition)
  /// A comment of LaTeX that is no directive: `derive` prints its headings as such.
  case comment(Prose)
}

/// A heading. The formulas in it follow as blocks of their own, nested in the heading.
public struct Heading: Sendable {
  /// 1 for the highest level; LaTeX's `\part` is 0, `\chapter` 1, `\section` 2, and so on.
  public let level: Int
  /// The heading without its marks, as it stands in the file.
  public let text: LocatedText
  /// What the heading stands in; a heading in a list item divides no document.
  public let nesting: [Nesting]
}

/// Text between formulas, without white space at its ends.
public struct Prose: Sendable {
  /// The text as it stands in the file, marks of emphasis and the like included.
  public let text: LocatedText
  /// What the text stands in, outermost first.
  public let nesting: [Nesting]
  /// The number of the paragraph: blocks with one number stand in one paragraph.
  public let paragraph: Int
}

extension Block {
  /// Where the block begins.
  public var start: SourcePlace {
    switch self {
    case .heading(let heading): heading.text.start
    case .prose(let prose), .comment(let prose): prose.text.start
    case .formula(let formula): formula.start
    case .directive(let directive): directive.text.start
    case .macro(let macro): macro.start
    }
  }

  /// The formula that the block is, if it is one.
  public var formula: Formula? {
    if case .formula(let formula) = self { formula } else { nil }
  }

  /// The number of the paragraph of prose and formulas.
  var paragraph: Int? {
    switch self {
    case .prose(let prose): prose.paragraph
    case .formula(let formula): formula.paragraph
    default: nil
    }
  }
}
