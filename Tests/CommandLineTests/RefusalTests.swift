import Testing

/// Wrong input and full disks: the right words, the right exit status, and nothing written.
@Suite struct RefusalTests {
  @Test(arguments: [
    (["run", "--trials", "0"], 64, "at least 1 trial is needed"),
    (["run", "--trials", "1.5"], 64, "write a whole number"),
    (["run", "--trials", "1e12"], 64, "--trials is at most 4,000,000,000 trials"),
    (["run", "--trials", "1e12", "--allow-long-run"], 64, "since counts have 32 bits"),
    (["run", "--trials", "1e18"], 64, "years and "),
    (["run", "--trials", "9223372036854775808"], 64, "at most 4,000,000,000 trials"),
    (["run", "--trials", "1e30"], 64, "at most 4,000,000,000 trials"),
    (
      ["run", "--trials", "4e9"], 64, "more than an hour; lower --trials, or give --allow-long-run"
    ),
    (
      ["run", "--trials", "1e12", "--set", "quarters=1e9"], 2, "or give --allow-long-run for up to"
    ),
    (
      ["run", "--threads", "1024", "--trials", "1e9", "--set", "quarters=400"], 64,
      "of this machine; lower --threads"
    ),
    (
      ["run", "--until", "P90 npv within 1%", "--trials", "5"], 64, "give the most as --max-trials"
    ),
    (["run", "--max-trials", "5"], 64, "--max-trials needs --until"),
    (["run", "--until", "P90 npv within 1%", "--engine", "gsl"], 64, "needs --engine columns"),
    (["run", "--until", "P90 npvv within 1%"], 2, "did you mean `npv`?"),
    (
      ["run", "--until", "P90 npv within 1%", "--max-trials", "1e12"], 64, "--max-trials is at most"
    ),
    (["run", "chip-embargo", "chip-embargo"], 64, "chip-embargo is given twice"),
    (["run", "peers/amazon", "./peers/amazon.yaml"], 64, "would share the name peers-amazon"),
    (["run", "--trials", "many"], 64, "write a whole number"),
    (["run", "--seed", "-1"], 64, "a seed is a whole number from 0"),
    (["run", "--seed", "18446744073709551616"], 64, "a seed is a whole number from 0"),
    (["run", "--threads", "0"], 64, "write a whole number from 1"),
    (["run", "--engine", "gsl", "--generator", "mt19973"], 64, "There is no generator 'mt19973'"),
    (["run", "--generator", "mt19937"], 64, "--generator needs --engine gsl"),
    (["run", "--trails", "5"], 64, "Did you mean '--trials'"),
    (["check", "one", "two"], 64, "Unexpected argument 'two'"),
    (["run", "chip-embargo", "no-such-scenario"], 66, "no-such-scenario"),
    (["run", "no-such-scenario"], 66, "no-such-scenario"),
    (["run", "scenarios/alibaba-380.yaml"], 66, "did you mean scenarios/alibaba-380b.yaml?"),
    (["run", "scenarios"], 66, "scenarios"),
    (["run", "--set", "fx.usdcny.volatility=-4%"], 2, "must be at least 0"),
    (["run", "--set", "fx.usdcny.volatilty=4%"], 2, "did you mean"),
    (["run", "--set", "fx.usdcny.volatility"], 2, "--set"),
    (["run", "--set", "fx.usdcny.spot=0.138"], 2, "inverted"),
    (["run", "--set", "outputs=[capx]"], 2, "did you mean `capex`?"),
    (["run", "--set", "plan.quarters=60"], 2, "the plan has 60 quarters"),
    (["run", "--set", "dependence.pairs=[[fx.usdcni, cloud.growth, 0.1]]"], 2, "is no driver"),
    (["check", "--set", "plan.revision.quarter=2031Q1"], 2, "is outside the plan"),
  ])
  func refused(arguments: [String], status: Int32, words: String) throws {
    let run = try Tool.run(arguments)
    #expect(run.status == status, "\(arguments): \(run.status) \(run.errors)")
    #expect(run.errors.contains(words), "\(arguments): \(run.errors)")
    #expect(run.output == "", "\(arguments) wrote \(run.output.prefix(80))")
  }

  @Test func impossibleCorrelationsNameWhatIsPossible() throws {
    let run = try Tool.run([
      "check", "--set",
      "dependence.pairs=[[fx.usdcny, cloud.growth, 0.9], [fx.usdcny, capex.execution, 0.9],"
        + " [cloud.growth, capex.execution, -0.9]]",
    ])
    #expect(run.status == 2)
    #expect(run.errors.contains("the smallest eigenvalue is -0.8"), "\(run.errors)")
    #expect(run.errors.contains("0.62 to 1"), "\(run.errors)")
  }

  @Test(arguments: ["run --trials 600", "schedule", "facts", "check", "scenarios"])
  func fullDeviceIsAnError(command: String) throws {
    let run = try Tool.shell("\"$CAPEXSIM\" \(command) 2>&1 >/dev/full")
    #expect(run.status == 74, "\(command): \(run.status) \(run.output)")
    #expect(run.output.contains("error: "), "\(run.output)")
  }

  /// Nor does something else that the program opens get the place of its output.
  @Test(arguments: ["schedule", "run --trials 600"])
  func closedOutputIsAnError(command: String) throws {
    let run = try Tool.shell("\"$CAPEXSIM\" \(command) 2>&1 >&-")
    #expect(run.status == 74, "\(run.output)")
    #expect(run.output.contains("it is closed"), "\(run.output)")
  }

  @Test func missingFolderIsAnError() throws {
    let run = try Tool.run(["run", "--trials", "600", "--output", "/nowhere/at/all"])
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("/nowhere/at/all"))
  }
}
