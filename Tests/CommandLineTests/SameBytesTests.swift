import Testing

/// The same bytes whatever the threads, the locale, the time zone and the processor's features.
@Suite struct SameBytesTests {
  @Test func resultsDependOnNothingElse() throws {
    let arguments = ["run", "--trials", "5000", "--format", "json"]
    let reference = try Tool.run(arguments + ["--threads", "1"])
    #expect(reference.status == 0)
    for threads in ["2", "3", "7"] {
      let other = try Tool.run(arguments + ["--threads", threads])
      #expect(other.output == reference.output, "\(threads) threads")
    }
    for environment in [
      ["LC_ALL": "tr_TR.UTF-8"], ["TZ": "Pacific/Auckland"],
      ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX512F,-AVX2,-FMA"],
      ["GSL_RNG_TYPE": "ranlxd2", "GSL_RNG_SEED": "7", "GSL_IEEE_MODE": "extended-precision"],
    ] {
      let other = try Tool.run(arguments + ["--threads", "2"], environment: environment)
      #expect(other.output == reference.output, "\(environment)")
    }
  }
}
