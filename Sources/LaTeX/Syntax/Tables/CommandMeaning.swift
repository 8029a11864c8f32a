/// What a command asks the parser to do.
enum CommandMeaning: Sendable {
  /// It is a node by itself.
  case leaf(MathNode.Kind)
  /// A letter in a font, `\R`.
  case styledLetter(MathStyle, String)
  /// `\hat`, of one argument.
  case accent(MathAccent)
  /// `\mathbf`, of one argument.
  case style(MathStyle)
  /// `\bf`: what follows in the group; or one argument, where a brace follows at once.
  case styleSwitch(MathStyle)
  /// `\color{red}`; `\textcolor{red}{x}` if it takes its contents as an argument always.
  case colour(takesContents: Bool)
  /// `\boxed`, of one argument.
  case frame(MathFrame)
  /// `\phantom`, of one argument.
  case phantom
  /// `\operatorname`, `\operatorname*`.
  case operatorName
  /// `\text`, of words.
  case text(MathStyle)
  /// `\frac`, of two arguments.
  case fraction(MathFraction.Form)
  /// `\over`: what stands before it in the group and what follows.
  case infixFraction(MathFraction.Form)
  /// `\sqrt`, of one argument and an index in square brackets.
  case root
  /// `\underbrace`, of one argument and a note as a script.
  case brace(isAbove: Bool)
  /// `\overset`, `\underset`: small print first, then the base.
  case stack(isAbove: Bool)
  /// `\xrightarrow[below]{above}`.
  case longArrow(String)
  /// `\left`, `\middle`, `\right`, each with a delimiter.
  case left, middle, right
  /// `\big`, `\bigl`: a delimiter follows; nil leaves its side as it is.
  case sizedDelimiter(MathDelimiter.Side?)
  /// `\limits`, `\nolimits`.
  case limits(Bool)
  /// `\prime`
  case prime
  /// `\not` before a relation.
  case negation
  /// `\begin`, `\end`.
  case begin, end
  /// `\substack`, plain TeX's `\cases`: rows of cells as an argument.
  case braceArray
  /// `\\`
  case lineBreak
  /// `\label`, `\tag`, `\ref`: of one argument, as it stands.
  case label, tag, reference
  /// `\hspace`: a width as argument.
  case horizontalSpace
  /// `\kern`: a width without braces.
  case kern
  /// About looks only; with so many arguments as they stand.
  case directive(arguments: Int)
  /// Arguments as they stand, then one that is shown: `\href{…}{x}`, `\class{…}{x}`.
  case transparent(skipping: Int)
}
