import Foundation
import Reporting
import Testing

@testable import WorkbookFiles

#if XLSX
  @Suite struct WorkbookWriterTests {
    @Test func theSameRunGivesTheSameBytes() throws {
      let first = try SmallWorkbook.bytes(SmallWorkbook.run())
      // The archive's clock has steps of two seconds, the properties' of one.
      Thread.sleep(forTimeInterval: 2.1)
      let second = try SmallWorkbook.bytes(SmallWorkbook.run())
      let isSame = first == second
      #expect(isSame, "\(first.count) and \(second.count) bytes")
    }

    @Test(arguments: ["/nowhere/at/all.xlsx", "none/x.xlsx"])
    func aMissingFolder(path: String) throws {
      let writer = try #require(WorkbookWriter.builtIn)
      #expect(throws: OutputError.file(path: path, step: .create, code: ENOENT)) {
        try writer.write(SmallWorkbook.run(), to: path)
      }
    }
  }
#else
  @Suite struct WorkbookWriterTests {
    @Test func aBuildWithoutTheTraitHasNone() { #expect(WorkbookWriter.builtIn == nil) }
  }
#endif
