import Expressions
import LaTeX
import Networks
import Reading
#if canImport(Glibc)
import Glibc
#endif
func slurp(_ path: String) -> [UInt8] {
  let f = fopen(path, "r")!
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 65536)
  while true { let n = fread(&buffer, 1, 65536, f); if n <= 0 { break }; bytes += buffer[0..<n] }
  return bytes
}
let path = CommandLine.arguments[1]
let document = try DocumentReader.read(slurp(path), name: path)
let reader = NotesReader(document)
print(reader.summary)
let notes = reader.notes(reader.candidates[0])
let printer = TextPrinter(notes.graph)
for d in notes.background.definitions { print("BG", printer.text(d.head), "=", printer.text(d.value)) }
print(notes.background.sizes.map { "\(printer.text($0.symbol))=\($0.value)" })
for r in notes.relations {
  let f = document.formulas[r.formula]
  let place = f.text.place(at: r.sign.lowerBound)
  switch r.content {
  case .assertion(let n):
    let a = notes.assertions[n]
    print(place, r.isBrace ? "BRACE" : "", a.claim.relation, printer.text(a.claim.left), " == ", printer.text(a.claim.right), "pred", a.predecessor ?? -1)
  case .misfit(let a, let b): print(place, "MISFIT", a, "|", b)
  case .unread(let p): print(place, "UNREAD", p.kind, "   «" + String(String.UnicodeScalarView(f.text.scalars[min(p.range.lowerBound, f.text.count)..<min(p.range.upperBound, f.text.count)])).prefix(60).replacing("\n", with: " ") + "»")
  }
}
