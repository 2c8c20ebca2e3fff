#if XLSX
  internal import CXlsxWriter
  internal import Foundation
  internal import Reporting

  /// A workbook while the library holds it.
  struct LibraryBook {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: LibraryFormats

    /// False where the library could not do it all. It does not look whether its own temporary files
    /// were written, which a look at the outcome has to find.
    static func write(_ workbook: Workbook, to path: String) -> Bool {
      // The library's own files lie beside the workbook, so that one disk is enough.
      let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
      return folder.withCString { folder in
        var options = lxw_workbook_options(
          constant_memory: 0, tmpdir: UnsafeMutablePointer(mutating: folder), use_zip64: 0)
        guard let book = workbook_new_opt(path, &options) else { return false }
        var library = LibraryBook(book: book, formats: LibraryFormats(book))
        let isFilled = library.fill(workbook)
        // Frees all of it, whatever the outcome.
        return workbook_close(book) == LXW_NO_ERROR && isFilled
      }
    }

    /// 1 January 1980, the day that the archive has for each of its files: a day of today would make
    /// each file another.
    private static let created: time_t = 315_532_800

    private mutating func fill(_ workbook: Workbook) -> Bool {
      var isFilled = true
      // The library takes 255 bytes.
      let title = strdup(String(decoding: workbook.title.text.utf8.prefix(240), as: UTF8.self))
      defer { free(title) }
      var properties = lxw_doc_properties()
      properties.title = title
      properties.created = LibraryBook.created
      isFilled = workbook_set_properties(book, &properties) == LXW_NO_ERROR
      for sheet in workbook.sheets {
        guard let page = workbook_add_worksheet(book, sheet.name) else { return false }
        var writing = LibrarySheet(book: book, page: page, formats: formats)
        if !writing.write(sheet) { isFilled = false }
        formats = writing.formats
      }
      return isFilled
    }
  }
#endif
