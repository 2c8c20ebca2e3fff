public import Reporting

#if XLSX
  internal import Foundation

  /// Writes a run as a workbook of Excel (Office Open XML, ISO/IEC 29500), through libxlsxwriter.
  ///
  /// The file appears whole or not at all, over what was there. The same run gives the same bytes:
  /// no clock is asked. Numbers have 16 significant digits, which is what the library writes. Held
  /// by `WorkbookWriterTests`, and in other programs by `Scripts/check-tables`.
  public struct WorkbookWriter: Sendable {
    /// Nil in a build without the trait XLSX.
    public static let builtIn: WorkbookWriter? = WorkbookWriter()

    /// - Throws: `incomplete` where the disk does not take it, and what `AtomicFile` throws.
    public func write(_ run: RunWorkbook, to path: String) throws(OutputError) {
      try write(run.workbook, to: path)
    }

    func write(_ workbook: Workbook, to path: String) throws(OutputError) {
      try AtomicFile.write(to: path) { (temporary) throws(OutputError) in
        guard LibraryBook.write(workbook, to: temporary),
          let data = FileManager.default.contents(atPath: temporary),
          WrittenArchive(Array(data)).isWhole
        else { throw .incomplete(path: path) }
      }
    }
  }
#else
  /// A build without the trait XLSX has none.
  public enum WorkbookWriter: Sendable {
    /// Nil in a build without the trait XLSX.
    public static var builtIn: WorkbookWriter? { nil }

    public func write(_ run: RunWorkbook, to path: String) throws(OutputError) {
      switch self {}
    }
  }
#endif
