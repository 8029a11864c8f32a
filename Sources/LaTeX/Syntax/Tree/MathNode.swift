/// A piece of a formula as it is written, without meaning: `z_i^3` is a letter with scripts, not a power.
///
/// The tree loses nothing: what the parser doesn't know is an `unknown` node. The range of a node covers those of its
/// children, which are in order; between them stand only braces, blanks, comments and the command itself.
public struct MathNode: Sendable, Equatable {
  /// What is written.
  public var kind: Kind
  /// The scalars of the source it came from, half open; the call for what came out of a macro.
  public var range: Range<Int>

  /// A node.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// What can be written. Names are those of TeX without the backslash, one name for all spellings: `le` is `\leq`, `≤` and
  /// `<=` as well.
  public indirect enum Kind: Sendable, Equatable {
    /// `x`, `\delta`, `\ell`: Latin letters by themselves, other letters by their names.
    case letter(String)
    /// `12`, `0.15`, `.5`; digits as a machine would write them (`1{,}000` is 1000).
    case number(String)
    /// Something that is neither letter nor operator: `partial`, `nabla`, `infty`, `top`.
    case symbol(String)
    /// `+`, `cdot`, `odot`, `.*`
    case operation(String)
    /// `=`, `le`, `:=`, `Rightarrow`, `therefore`
    case relation(String)
    /// `,` `;` `.` `:` `!`
    case punctuation(String)
    /// `dots`, `cdots`, `vdots`, `ddots`
    case ellipsis(String)
    /// `\quad`, `\,`: white space by command; blanks in the source are no nodes.
    case space(MathSpace)
    /// `sum`, `prod`, `int`; its bounds are scripts.
    case largeOperator(String)
    /// `exp`, `max`, `argmax`, and the names given by `\operatorname`.
    case function(String)
    /// A bracket or bar without a partner in its row.
    case delimiter(MathDelimiter)
    /// A base with what stands below and above it.
    case scripts(MathScripts)
    /// `{…}`
    case group(MathRow)
    /// `\frac`, `\binom`, `\over`
    case fraction(MathFraction)
    /// `\sqrt[index]{radicand}`
    case root(index: MathRow?, radicand: MathRow)
    /// A pair of brackets or bars with what stands between.
    case fence(MathFence)
    /// `\mathbf{W}`, `{\rm diag}`
    case styled(MathStyle, MathRow)
    /// `\hat y`, `\overline{x}`
    case accented(MathAccent, MathRow)
    /// `\color{red}{x}`
    case coloured(String, MathRow)
    /// `\boxed{x}`, `\cancel{x}`
    case framed(MathFrame, MathRow)
    /// `\phantom{x}`: takes room, is not seen.
    case phantom(MathRow)
    /// `\underbrace{u}_{v}`
    case brace(MathBrace)
    /// `\overset{!}{=}`, `\stackrel{def}{=}`, `\underset{x}{\max}`, `\xrightarrow{f}`
    case stack(MathStack)
    /// `\text{for all $i$}`
    case text(MathText)
    /// Rows of cells: matrices, `cases`, `aligned`, `\substack`.
    case array(MathArray)
    /// `\\` outside an environment, with its extra space, `1ex`.
    case lineBreak(spacing: String?)
    /// `&` outside an environment.
    case alignmentMark
    /// `\label`, `\tag`, `\ref`
    case annotation(MathAnnotation)
    /// A command about looks only: `\displaystyle`, `\nonumber`, `\hline`, with its arguments as they stand.
    case directive(String, argument: String?)
    /// `\newcommand…`: it is carried out; the node keeps its place. The name is that of the macro.
    case definition(String)
    /// What the parser doesn't know: a command with its backslash, or the scalars themselves.
    case unknown(String)
  }
}
