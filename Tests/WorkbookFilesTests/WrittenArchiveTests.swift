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
      let isWhole = WrittenArchive(try SmallWorkbook.bytes(SmallWorkbook.run())).isWhole
      #expect(isWhole)
    }

    /// Cut anywhere, or with a byte of its content changed, it is not.
    @Test func whatWasDamagedIsNot() throws {
      let bytes = try SmallWorkbook.bytes(SmallWorkbook.run())
      for share in [0.0, 0.1, 0.5, 0.9, 0.999] {
        let isWhole = WrittenArchive(Array(bytes.prefix(Int(share * Double(bytes.count))))).isWhole
        #expect(!isWhole, "cut to \(share) of \(bytes.count) bytes")
      }
      // Within the first part, and within the largest.
      for place in [100, 200, 300, bytes.count / 3] {
        var changed = bytes
        changed[place] ^= 0x40
        let isWhole = WrittenArchive(changed).isWhole
        #expect(!isWhole, "byte \(place) of \(bytes.count) changed")
      }
    }

    @Test(arguments: [
      ("<?xml version=\"1.0\"?>\n<a x=\"1\"><b/></a>", true), ("<a/>", true),
      ("<?xml version=\"1.0\"?>\n<a><b></b>", false), ("<a><b/>", false), ("", false),
      ("<?xml version=\"1.0\"?>", false), ("<a><b>1</b", false), ("<x:a></x:a>", true),
      ("<a></a>\n", true), ("<a>\n", false), ("<a x='/>'/>", true), ("<a x=\"1\"/", false),
    ])
    func aPartEndsWhereItsFirstElementEnds(xml: String, isClosed: Bool) {
      #expect(WrittenArchive.isClosed(Array(xml.utf8)) == isClosed, "\(xml)")
    }
  }
#endif
