#if XLSX
  import Foundation
  import Reporting
  import SyntheticResults
  import Testing
  @testable import WorkbookFiles

  /// A small run as a workbook.
  enum SmallWorkbook {
    static func run(trials: Int = 400) -> RunWorkbook {
      var run = SyntheticRun()
      run.trials = trials
      return RunWorkbook(run.answers, assumptions: [], digest: "0", command: ["run"])
    }

    static func bytes(_ run: RunWorkbook) throws -> [UInt8] {
      let path = NSTemporaryDirectory() + "capexsim-\(UUID().uuidString).xlsx"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let writer = try #require(WorkbookWriter.builtIn)
      try writer.write(run, to: path)
      return Array(try Data(contentsOf: URL(filePath: path)))
    }
  }

  @Suite struct WrittenArchiveTests {
    @Test func whatWasWrittenIsWhole() throws {
      let bytes = try SmallWorkbook.bytes(SmallWorkbook.run())
      #expect(WrittenArchive(bytes).isWhole)
    }

    /// Cut anywhere, or with a byte of its content changed, it is not.
    @Test func whatWasDamagedIsNot() throws {
      let bytes = try SmallWorkbook.bytes(SmallWorkbook.run())
      for share in [0.0, 0.1, 0.5, 0.9, 0.999] {
        let cut = Array(bytes.prefix(Int(share * Double(bytes.count))))
        #expect(!WrittenArchive(cut).isWhole, "cut to \(cut.count) of \(bytes.count) bytes")
      }
      for place in stride(from: 100, to: bytes.count / 2, by: 1000) {
        var changed = bytes
        changed[place] ^= 0x40
        #expect(!WrittenArchive(changed).isWhole, "byte \(place) changed")
      }
    }

    @Test(arguments: [
      ("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>", true), ("<a/>", true),
      ("<?xml version=\"1.0\"?>\n<a><b></b>", false), ("<a><b/>", false), ("", false),
      ("<?xml version=\"1.0\"?>", false), ("<a><b>1</b", false), ("<x:a></x:a>", true),
      ("<a></a>\n", true), ("<a>\n", false),
    ])
    func aPartEndsWhereItsFirstElementEnds(xml: String, isClosed: Bool) {
      #expect(WrittenArchive.isClosed(Array(xml.utf8)) == isClosed, "\(xml)")
    }
  }
#endif
