import ArgumentParser

/// The command line: flags and glue.
struct Capexsim: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "capexsim",
    abstract: "Quarterly capex plans against cloud revenue, with honest odds.",
    discussion: """
      Turns a capex plan into a quarterly schedule, sets it against cloud revenue, and simulates
      exchange rates and growth. Without a scenario it runs the built-in one: Alibaba's 380
      billion yuan in three years, as of 24 February 2025.

      Exit status: 0 done; 2 the input is wrong; 3 a precision was not reached, or a fit did not
      converge; 64 wrong usage; 66 no such input; 70 a bug; 74 output could not be written.
      """,
    version: Version.current,
    subcommands: [
      RunCommand.self, ReportCommand.self, CompareCommand.self, PathCommand.self,
      ExplainCommand.self, CalibrateCommand.self, ScoreCommand.self,
      ScheduleCommand.self,
      CheckCommand.self,
      FactsCommand.self, ScenariosCommand.self, SchemaCommand.self, BenchCommand.self,
    ])
}

enum Version {
  static let current = "0.1.0"
}
