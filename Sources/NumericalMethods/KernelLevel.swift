internal import CColumnKernels

/// An instruction set for which the column kernels were compiled. All give the same bits, so which
/// one is used concerns nobody but tests and the clock. Held by `KernelLevelTests`.
package enum KernelLevel: String, CaseIterable, Sendable {
  /// What every processor of the kind has.
  case baseline
  /// x86-64 with AVX2 and fused multiply-add, which the kernels do not use.
  case v3
  /// x86-64 with AVX-512.
  case v4

  /// The environment variable that asks for one by name.
  package static let variable = "CAPEXSIM_KERNELS"

  /// Those that this processor can run.
  package static var available: [KernelLevel] {
    allCases.filter { column_level_is_available($0.level) != 0 }
  }

  /// The one whose kernels run now.
  package static var inUse: KernelLevel {
    let level = column_level_in_use()
    return allCases.first { $0.level == level } ?? .baseline
  }

  /// Makes it the one in use, for the whole process; changes nothing when it is not available.
  package func choose() { column_level_choose(level) }

  private var level: column_level {
    switch self {
    case .baseline: COLUMN_LEVEL_BASELINE
    case .v3: COLUMN_LEVEL_X86_64_V3
    case .v4: COLUMN_LEVEL_X86_64_V4
    }
  }
}
