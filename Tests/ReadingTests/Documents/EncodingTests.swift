import Testing

@testable import Reading

@Suite("Bytes and lines")
struct EncodingTests {
  @Test("What is not well-formed is replaced, and noted with its place")
  func malformed() throws {
    let bytes: [UInt8] = Array("so\n".utf8) + [0x24, 0x61, 0xFF, 0x62, 0x24, 0xE2, 0x88]
    let document = try DocumentReader.read(bytes, name: "a.md")
    #expect(document.summary == ["2:2 $ a\u{FFFD}b"])
    #expect(
      document.problems.map(\.description) == ["2:3: 2 byte sequences are not well-formed UTF-8, replaced"])
    let one = try DocumentReader.read([0x61, 0x80], name: "a.md")
    #expect(one.problems.map(\.description) == ["1:2: a byte sequence is not well-formed UTF-8, replaced"])
  }

  @Test(
    "Byte order marks are no scalars of the text",
    arguments: [
      [0xEF, 0xBB, 0xBF, 0x24, 0x61, 0x24], [0xFF, 0xFE, 0x24, 0, 0x61, 0, 0x24, 0],
      [0xFE, 0xFF, 0, 0x24, 0, 0x61, 0, 0x24],
    ] as [[UInt8]])
  func byteOrderMarks(_ bytes: [UInt8]) throws {
    let document = try DocumentReader.read(bytes, name: "a.md")
    #expect(document.summary == ["1:2 $ a"])
    #expect(document.problems.isEmpty)
  }

  @Test("Lines end with LF, CR LF or CR; a tab is one column", arguments: ["\n", "\r\n", "\r"])
  func lines(_ end: String) throws {
    let text = ["a", "", "b\t$x$", "$$", "y", "$$", ""].joined(separator: end)
    let document = try DocumentReader.read(text, name: "a.md")
    #expect(document.summary == ["3:4 $ x", "5:1 $$ y"])
  }

  @Test("Places of the end of a line and of the text")
  func ends() {
    let source = SourceText("ab\r\nc\n")
    let places = (0...6).map { source.place(at: $0).description }
    #expect(places == ["1:1", "1:2", "1:3", "1:4", "2:1", "2:2", "3:1"])
    #expect(source.lines == [0..<2, 4..<5, 6..<6])
  }

  @Test("Documents without formulas", arguments: ["", "\n", " ", "\u{FEFF}", "so it is\n", "\r\n\r\n"])
  func empty(_ text: String) throws {
    for name in ["a.md", "a.txt", "a.tex", "a.rst", "-"] {
      let document = try DocumentReader.read(text, name: name)
      #expect(document.formulas.isEmpty)
      #expect(document.problems.isEmpty)
    }
  }
}
