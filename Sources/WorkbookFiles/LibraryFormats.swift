#if XLSX
  internal import CXlsxWriter
  internal import Reporting

  /// How cells look; each look is made once.
  struct LibraryFormats {
    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Look: UnsafeMutablePointer<lxw_format>] = [:]

    struct Look: Hashable {
      var ink = Workbook.Row.Ink.plain
      var isHead = false
      var wraps = false
      var isRight = false
      var number: NumberFormat?
    }

    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    /// Nil where the library has no room.
    mutating func of(_ look: Look) -> UnsafeMutablePointer<lxw_format>? {
      if let format = made[look] { return format }
      guard let format = workbook_add_format(book) else { return nil }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if look.wraps || look.isHead { format_set_text_wrap(format) }
      if let number = look.number { format_set_num_format(format, number.code) }
      format_set_align(
        format, UInt8((look.isRight ? LXW_ALIGN_RIGHT : LXW_ALIGN_LEFT).rawValue))
      switch look.ink {
      case .plain: break
      case .title:
        format_set_bold(format)
        format_set_font_size(format, 16)
      case .heading, .total: format_set_bold(format)
      }
      if look.isHead {
        format_set_bold(format)
        format_set_bg_color(format, LibraryFormats.headGround)
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      }
      made[look] = format
      return format
    }

    private static let headGround: lxw_color_t = 0xEE_F1F4
  }
#endif
